import { traffic } from '../../src/simulate/traffic.ts';
import { play, type Told } from './play.ts';
import { EXTENTS, HISTORY, KINDS, type Kind, type Scenario, scenarioOf, WATCHED } from './scenario.ts';
import { type Tally, tallyOf } from './tally.ts';
import { boardOf } from './watch.ts';

const HOUR = 3_600_000;
// By the site's clock: when the visits of the day before are over.
const DAILY_AT = 3;

/** What was told of one site in its watched time. */
export interface Outcome {
  seed: number;
  kind: Kind | null;
  weeks: number;
  told: (Told & { isTrue: boolean })[];
  /** Hours from the incident's beginning until the first true finding. */
  delay: number | null;
}

/** For a shorter run than the measurement's. */
export type Changed = Partial<Pick<Scenario['options'], 'visitsPerDay' | 'to'>>;

/** The hours of a seed: with each kind of incident, and with none. The past, which is the same for all, is made once. */
export function* talliesOf(
  seed: number,
  kinds: readonly (Kind | null)[] = [...KINDS, null],
  changed: Changed = {},
): Generator<{ kind: Kind | null; counts: Tally['counts'] }> {
  const pasts = new Map<string, Tally>();
  for (const kind of kinds) {
    const { watchedFrom, ...scenario } = scenarioOf(seed, kind);
    const options = { ...scenario.options, ...changed };
    const past = pasts.get(options.site.name) ?? pastOf(options, watchedFrom);
    pasts.set(options.site.name, past);
    const tally = past.copy();
    for (const event of traffic({ ...options, from: watchedFrom })) tally.add(event);
    yield { kind, counts: tally.counts };
  }
}

/** Watches the hours of a seed, and judges what was told. */
export function watch(seed: number, kind: Kind | null, counts: Tally['counts'], days = WATCHED): Outcome {
  const { options } = scenarioOf(seed, kind);
  const board = boardOf(counts, options.from, HISTORY * 24, options.timeZone);
  const clock = new Intl.DateTimeFormat('en', {
    timeZone: options.timeZone,
    hour: '2-digit',
    hourCycle: 'h23',
  });
  const isDaily = (hour: number) => Number(clock.format(options.from + hour * HOUR)) === DAILY_AT;
  const told = play(board, HISTORY * 24 + 1, (HISTORY + days) * 24, isDaily);
  return outcomeOf(seed, kind, options, told);
}

function pastOf(options: Scenario['options'], watchedFrom: number): Tally {
  const tally = tallyOf(options.from, (HISTORY + WATCHED) * 24);
  for (const event of traffic({ ...options, incidents: [], to: watchedFrom })) tally.add(event);
  return tally;
}

function outcomeOf(seed: number, kind: Kind | null, options: Scenario['options'], told: Told[]): Outcome {
  const incident = options.incidents[0];
  const { from: origin } = options;
  const isTrue = ({ finding }: Told) =>
    incident !== undefined &&
    finding.end > incident.from &&
    // What drifted stays where it is.
    finding.start < (incident.kind === 'drift' ? options.to : incident.to);
  const judged = told.map((one) => ({ ...one, isTrue: isTrue(one) }));
  const first = judged.find((one) => one.isTrue);
  const delay = incident && first ? first.hour - (incident.from - origin) / HOUR : null;
  const latest = incident && (incident.to - incident.from) / HOUR + EXTENTS[incident.kind].grace;
  return {
    seed,
    kind,
    weeks: WATCHED / 7,
    told: judged,
    delay: delay !== null && delay <= (latest ?? 0) ? delay : null,
  };
}
