import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { projectNumber } from '../src/ids.ts';
import { rebuildProject } from '../src/rebuild/rebuild.ts';
import { startServer, type TestServer } from './support/app.ts';
import { held } from './support/drop-in.ts';
import { totals, visitsOf } from './support/reference.ts';
import { ownersOf, type SentByDevice } from './support/reference-identity.ts';
import { createTenant } from './support/tenant.ts';

// Random people on random devices, with and without users, against the definition computed from all events.

// Six hours before a UTC day ends: visits go over midnight, and the salt changes.
const FROM = Date.parse('2026-11-20T18:00:00Z');
const END = FROM + 12 * 60 * 60_000;
// With IDENTITY_RUNS=1000 for a long search.
const RUNS = Number(process.env.IDENTITY_RUNS ?? 15);

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const PHONE = { id: 'phone', cookieless: false };
const OWN = { id: '203.0.113.1', cookieless: true };
const SHARED = { id: '203.0.113.2', cookieless: true };
const devices = fc.constantFrom(PHONE, OWN, SHARED);
const MIDNIGHT = 36;

const events: fc.Arbitrary<SentByDevice[]> = fc
  .array(
    fc.record({
      slot: fc.integer({ min: 0, max: 60 }),
      seconds: fc.constantFrom(0, 0, 1),
      device: devices,
      user: fc.option(fc.constantFrom('a', 'b'), { freq: 3, nil: null }),
      session: fc.option(fc.constantFrom('s1', 's2'), { freq: 8, nil: null }),
    }),
    { minLength: 1, maxLength: 60, size: 'max' },
  )
  .map((all) =>
    all.map(({ slot: any, seconds, device, user: anyone, session }, index): SentByDevice => {
      // Users of one cookieless device that follow one another over midnight are told apart as far as the salts go: here a
      // device is of one user, or of one day.
      const slot = device === SHARED ? MIDNIGHT + (any % 24) : any;
      const user = device === OWN ? anyone && 'a' : anyone;
      return {
        id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
        at: FROM + slot * 10 * 60_000 + seconds * 1_000,
        type: 'CUSTOM',
        name: 'seen',
        visitor: device.id,
        // Users of one device each: who moves between devices goes on with visits of another one.
        userId: user && `${user} of ${device.id}`,
        // A session goes on over pauses, and with it yesterday's identity: that is told of visitor ids alone.
        session: device.cookieless ? null : session,
        path: null,
        hostname: null,
        referrer: null,
        utmSource: null,
        country: null,
        device,
        properties: {},
        revenue: null,
      };
    }),
  );

const inputOf = ({ id, at, name, userId, session, device }: SentByDevice) => ({
  id,
  name,
  timestamp: new Date(at).toISOString(),
  userId,
  sessionId: session,
  ...(device.cookieless
    ? {
        context: {
          ip: device.id,
          userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
        },
      }
    : { visitorId: device.id }),
});

it('who did it, and their visits', { timeout: 300_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      events,
      fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 60, maxLength: 60 }),
      async (sent, sizes) => {
        server.clock.set('2026-11-21T12:00:00Z');
        const made = await createTenant(server);
        const tenant = { ...made, token: (await made.createKey('ADMIN')).secret };
        const inOrder = sent.toSorted((a, b) => a.at - b.at);
        const arrived: SentByDevice[] = [];
        for (const size of sizes) {
          const { at } = inOrder[size - 1] ?? { at: END };
          // Of one instant, all in one request. Within a request they may stand in any order.
          const batch = inOrder.splice(0, inOrder.filter((event) => event.at <= at).length).toReversed();
          if (batch.length === 0) break;
          arrived.push(...batch);
          const response = await fetch(`${server.url}/api/events`, {
            method: 'POST',
            body: JSON.stringify({ writeKey: tenant.writeKey, events: batch.map(inputOf) }),
          });
          expect(response.status).toBe(202);
        }
        const owned = ownersOf(arrived);
        const stored = await held(server, tenant);
        expect(new Map(stored.events.map(({ eventId, userId }) => [eventId, userId]))).toEqual(
          new Map(owned.map(({ id, userId }) => [id, userId])),
        );
        const { visitors, visits } = totals(visitsOf(owned), { start: FROM, end: END, matches: () => true });
        expect(stored.totals).toMatchObject({ visitors, visits });
        const rebuilt = await rebuildProject(server.app.store, projectNumber(tenant.projectId) ?? 0, {
          parts: ['visits', 'segments'],
        });
        expect(rebuilt).toMatchObject({ written: 0, removed: 0, moved: 0 });
        expect(await held(server, tenant)).toEqual(stored);
      },
    ),
    { numRuns: RUNS, endOnFailure: true },
  );
});
