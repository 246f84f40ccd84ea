// Memory for bodies, of all requests together. Whoever does not finish what it began must not keep others from sending: where
// there is no room left, the largest of the unfinished bodies makes it.

/** What one request holds. */
export interface Share {
  /** Takes room for bytes that came. False where there is none: the others hold less, or are read already. */
  take(bytes: number): boolean;
  /** The body is whole: it is not cut any more. */
  finish(): void;
  /** Gives all of it back. */
  release(): void;
}

export interface Room {
  /** @param cut drops what was read; its bytes are given back already */
  enter(cut: () => void): Share;
}

/** @param most bytes of bodies at the same time */
export function createRoom(most: number): Room {
  let held = 0;
  const unfinished = new Set<{ own: number; cut: () => void }>();

  /** Makes room by cutting bodies that are larger than `size`; false where that is not enough. */
  function makeRoom(bytes: number, size: number): boolean {
    while (held + bytes > most) {
      let largest: { own: number; cut: () => void } | null = null;
      for (const each of unfinished) if (each.own > (largest?.own ?? size)) largest = each;
      if (largest === null) return false;
      unfinished.delete(largest);
      held -= largest.own;
      largest.own = 0;
      largest.cut();
    }
    return true;
  }

  return {
    enter(cut) {
      const body = { own: 0, cut };
      unfinished.add(body);
      return {
        take(bytes) {
          if (!makeRoom(bytes, body.own + bytes)) return false;
          body.own += bytes;
          held += bytes;
          return true;
        },
        finish: () => void unfinished.delete(body),
        release() {
          unfinished.delete(body);
          held -= body.own;
          body.own = 0;
        },
      };
    },
  };
}
