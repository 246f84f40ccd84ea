import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createPlaces, ofOrganization, PLACES } from './places.ts';

const flag = fc.constantFrom(
  'webhooks',
  'failing webhooks',
  'thresholds',
  'insights',
  ofOrganization('a'),
  ofOrganization('b'),
);
const MOST: Record<string, number> = { webhooks: 8, 'failing webhooks': 4, thresholds: 4, insights: 2 };

it('are never more than there are of a flag, and come back', () => {
  const flags = fc.uniqueArray(flag, { maxLength: 3 });
  fc.assert(
    fc.property(fc.array(fc.record({ flags, ends: fc.nat(20) }), { maxLength: 100 }), (jobs) => {
      const places = createPlaces();
      const running: { flags: string[]; end: () => void }[] = [];
      const held = (name: string) => running.filter((job) => job.flags.includes(name)).length;
      const most = (name: string) => MOST[name] ?? 3;
      for (const job of jobs) {
        const full = job.flags.filter((name) => held(name) === most(name));
        const end = places.take(job.flags);
        expect(end === null).toBe(full.length > 0);
        if (end) running.push({ flags: job.flags, end });
        if (running.length > 0 && job.ends < 8) running.splice(job.ends % running.length, 1)[0]?.end();
        const names = [...new Set(running.flatMap((each) => each.flags))];
        expect(places.full().toSorted()).toEqual(
          names.filter((name) => held(name) === most(name)).toSorted(),
        );
      }
    }),
  );
});

it('leave some for scheduled tasks when all kinds are full', () => {
  const places = createPlaces();
  let taken = 0;
  for (const kind of ['webhooks', 'thresholds', 'insights']) while (places.take([kind])) taken++;
  expect(PLACES - taken).toBe(2);
});
