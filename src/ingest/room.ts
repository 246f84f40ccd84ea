// Places that all projects share, such as those of events that wait to be stored. The bound of each is dynamic (Choudhury
// and Hahne, "Dynamic queue length thresholds for shared-memory packet switches", 1998): a third of what is still free. One
// project alone may hold a quarter of all, two may hold a fifth each, and there is always room left for the next one.

/** Places that stay free for each that a project holds: its share of all is a quarter at most. */
export const FREE_FOR_EACH = 3;

export interface Room {
  /** Whether a project may have so many places more. One that holds none may have any number that is free. */
  fits(projectId: number, size: number): boolean;
  /** Takes places where they fit; false, and none taken, where they do not. */
  take(projectId: number, size: number): boolean;
  /** Gives places back. */
  give(projectId: number, size: number): void;
  /** The part of all places that is taken: 0 to 1. */
  level(): number;
}

export function createRoom(places: number): Room {
  const held = new Map<number, number>();
  let taken = 0;

  function fits(projectId: number, size: number): boolean {
    const own = held.get(projectId) ?? 0;
    const left = places - taken - size;
    return left >= 0 && (own === 0 || (own + size) * FREE_FOR_EACH <= left);
  }

  return {
    fits,
    take(projectId, size) {
      if (!fits(projectId, size)) return false;
      taken += size;
      held.set(projectId, (held.get(projectId) ?? 0) + size);
      return true;
    },
    give(projectId, size) {
      taken -= size;
      const left = (held.get(projectId) ?? 0) - size;
      if (left > 0) held.set(projectId, left);
      else held.delete(projectId);
    },
    level: () => taken / places,
  };
}
