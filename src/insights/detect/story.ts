import type { Evidence } from './detect.ts';

/** What there is to tell: one cause, as far as can be seen, with all that it showed in. */
export interface Finding {
  kind: Evidence['kind'];
  cause: 'TRAFFIC' | 'CONVERSION' | 'PART';
  direction: 'UP' | 'DOWN';
  /** From when until when, in milliseconds. */
  start: number;
  end: number;
  /** What names it. */
  lead: Evidence;
  /** One for each series, the lead first, then by how sure they are. */
  evidence: Evidence[];
}

// What comes again so soon is still the same.
const PAUSE = 6 * 3_600_000;

export const directionOf = ({ effect }: Pick<Evidence, 'effect'>): Finding['direction'] =>
  effect < 0 ? 'DOWN' : 'UP';

/**
 * The findings of one look. All that is unusual at once is taken for one cause, which traffic names where it is unusual itself: its
 * events and parts follow it, and rates change with who comes. But what goes against the traffic, such as fewer purchases of
 * more visits, has a cause of its own.
 */
export function findingsOf(evidence: readonly Evidence[]): Finding[] {
  const kinds = ['ANOMALY', 'SHIFT', 'TREND'] as const;
  return kinds.flatMap((kind) => {
    const surest = surestOf(evidence.filter((one) => one.kind === kind));
    const traffic = surest.find(({ watched }) => watched.what === 'TRAFFIC' && !watched.part);
    if (!traffic) return surest.length > 0 ? [findingOf(kind, surest)] : [];
    const against = surest.filter((one) => isAgainst(one, traffic));
    const others = surest.filter((one) => one !== traffic && !against.includes(one));
    return [[traffic, ...others], against].flatMap((group) =>
      group.length > 0 ? [findingOf(kind, group)] : [],
    );
  });
}

/** Whether a finding goes on with what was told before. */
export function continues(told: Finding, finding: Finding): boolean {
  if (told.kind !== finding.kind) return false;
  if (finding.start > told.end + PAUSE || told.start > finding.end + PAUSE) return false;
  if (told.direction === finding.direction) return true;
  return finding.evidence.some((one) =>
    told.evidence.some((other) => nameOf(one) === nameOf(other) && directionOf(one) === directionOf(other)),
  );
}

/** What is known of something by an earlier and a later finding of it. */
export function joined(told: Finding, finding: Finding): Finding {
  const isSurer = finding.lead.pValue < told.lead.pValue;
  const [main, other] = isSurer ? [finding, told] : [told, finding];
  const known = new Set(main.evidence.map(nameOf));
  return {
    ...main,
    start: Math.min(told.start, finding.start),
    end: Math.max(told.end, finding.end),
    evidence: [...main.evidence, ...other.evidence.filter((one) => !known.has(nameOf(one)))],
  };
}

/** Of each series, the span that says most; totals before parts, then by p-value. */
function surestOf(evidence: readonly Evidence[]): Evidence[] {
  const best = new Map<string, Evidence>();
  for (const one of evidence) {
    const known = best.get(nameOf(one));
    if (!known || one.pValue < known.pValue) best.set(nameOf(one), one);
  }
  return [...best.values()].sort(
    (a, b) => Number(Boolean(a.watched.part)) - Number(Boolean(b.watched.part)) || a.pValue - b.pValue,
  );
}

const isAgainst = ({ watched, effect }: Evidence, traffic: Evidence): boolean =>
  watched.what === 'EVENT' && !watched.part && Math.sign(effect) !== Math.sign(traffic.effect);

function findingOf(kind: Evidence['kind'], evidence: Evidence[]): Finding {
  const [lead, ...others] = evidence;
  if (!lead) throw new RangeError('a finding has evidence');
  const { part, what } = lead.watched;
  return {
    kind,
    cause: part ? 'PART' : what === 'TRAFFIC' ? 'TRAFFIC' : 'CONVERSION',
    direction: directionOf(lead),
    start: lead.core.start,
    end: lead.core.end,
    lead,
    evidence: [lead, ...others],
  };
}

const nameOf = ({ watched: { metric, what, part } }: Evidence): string =>
  JSON.stringify([what, metric, part?.dimension, part?.value]);
