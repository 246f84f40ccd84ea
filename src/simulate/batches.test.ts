import { describe, expect, it } from 'vitest';
import { BATCH, type Batch, paced, packed } from './batches.ts';
import type { TrafficEvent } from './visit.ts';

const event = (at: number, country = 'DE'): TrafficEvent => ({
  at,
  country,
  input: {
    id: `${country}-${at}`,
    timestamp: new Date(at).toISOString(),
    visitorId: 'ada',
    url: 'https://shop.example/',
    context: { userAgent: '', language: 'de', screenWidth: 1, library: 'simulate' },
  },
});
const idsOf = ({ events }: Batch) => events.map(({ id }) => id);

describe('packed', () => {
  it('puts events of one country together, in their order, and loses none', () => {
    const batches = [...packed([event(1), event(2, 'AT'), event(3), event(4, 'AT')])];
    expect(batches.map((batch) => [batch.country, batch.at, ...idsOf(batch)])).toEqual([
      ['DE', 3, 'DE-1', 'DE-3'],
      ['AT', 4, 'AT-2', 'AT-4'],
    ]);
    expect([...packed([])]).toEqual([]);
  });

  it('makes no request too large, and does not wait for all events', () => {
    const events = Array.from({ length: 12_000 }, (_, n) => event(n));
    let taken = 0;
    const batches = packed(
      (function* () {
        for (const one of events) {
          taken++;
          yield one;
        }
      })(),
    );
    const first = batches.next().value;
    expect(taken).toBeLessThan(6_000);
    const all = [...(first ? [first] : []), ...batches];
    expect(all.map((batch) => batch.events.length)).toEqual(Array(24).fill(BATCH));
    expect(all.flatMap(idsOf)).toEqual(events.map(({ input }) => input.id));
  });
});

describe('paced', () => {
  /** What comes at which time, on a clock that only waiting moves. */
  async function run(events: readonly TrafficEvent[], signal = new AbortController().signal, latency = 0) {
    let time = 1_000;
    const wait = async (milliseconds: number) => {
      time += Math.max(0, milliseconds);
    };
    const came: [time: number, ...ids: string[]][] = [];
    for await (const batch of paced(events, () => time, wait, signal)) {
      came.push([time, ...idsOf(batch)]);
      time += latency;
    }
    return came;
  }

  it('sends nothing before its time, and what happens within a quarter of a second together', async () => {
    expect(await run([event(900), event(1_000), event(1_100), event(1_240), event(9_000)])).toEqual([
      [1_000, 'DE-900', 'DE-1000'],
      [1_250, 'DE-1100', 'DE-1240'],
      [9_000, 'DE-9000'],
    ]);
  });

  it('sends what is late at once', async () => {
    const came = await run([event(1_000), event(1_300), event(1_400), event(3_100)], undefined, 2_000);
    expect(came).toEqual([
      [1_000, 'DE-1000'],
      [3_000, 'DE-1300', 'DE-1400'],
      [5_000, 'DE-3100'],
    ]);
  });

  it('ends when it is all over', async () => {
    const signal = AbortSignal.abort();
    expect(await run([event(1_000), event(2_000), event(3_000)], signal)).toEqual([[1_000, 'DE-1000']]);
  });
});
