// How many jobs may run at once in a process, of each kind and for each owner: what one of them waits for is not waited for by
// the others. Scheduled tasks have no flags, and always find a place.

/** Kinds of jobs, and the places of each. */
const KINDS = {
  webhooks: 8,
  /** Of those, to receivers that failed last: whoever never answers waits here. */
  'failing webhooks': 4,
  thresholds: 4,
  insights: 2,
} as const;

const OF_ORGANIZATION = 3;
const FOR_SCHEDULED = 2;

/** All places of a process. */
export const PLACES = KINDS.webhooks + KINDS.thresholds + KINDS.insights + FOR_SCHEDULED;

export type Kind = keyof typeof KINDS;

/** Names one organization among the flags of a job. */
export const ofOrganization = (id: string): `organization ${string}` => `organization ${id}`;

/** What a job needs a place of: its kinds, and its organization. */
export type Flag = Kind | ReturnType<typeof ofOrganization>;

export interface Places {
  /** Takes a place of each flag; returns what gives them back, or null where one has none left. */
  take(flags: readonly string[]): (() => void) | null;
  /** The flags that have no place left. */
  full(): string[];
}

export function createPlaces(): Places {
  const taken = new Map<string, number>();
  const isFull = (flag: string) => (taken.get(flag) ?? 0) >= mostOf(flag);
  const add = (flag: string, number: number) => {
    const count = (taken.get(flag) ?? 0) + number;
    if (count === 0) taken.delete(flag);
    else taken.set(flag, count);
  };
  return {
    take(flags) {
      if (flags.some(isFull)) return null;
      for (const flag of flags) add(flag, 1);
      return () => {
        for (const flag of flags) add(flag, -1);
      };
    },
    full: () => [...taken.keys()].filter(isFull),
  };
}

const mostOf = (flag: string): number => (flag in KINDS ? KINDS[flag as Kind] : OF_ORGANIZATION);
