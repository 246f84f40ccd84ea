/** Finds out which batches there was no word of: each raises its project's revision by one. */
export interface Revisions {
  /** Whether it was told where the project is. */
  knows(projectId: number): boolean;
  /** There is word of a batch. */
  note(projectId: number, revision: number): void;
  /** Tells where a project is; returns whether a batch is missing. Word of it may take until the next call to arrive. */
  isMissing(projectId: number, revision: number): boolean;
  /** Forgets all other projects. */
  keep(projectIds: readonly number[]): void;
}

interface Heard {
  /** Up to where it is known that nothing is missing, or was told that something is. */
  upTo: number;
  /** Where the project was at the last call. */
  latest: number;
  /** Revisions after `upTo` that there was word of. */
  noted: Set<number>;
}

export function createRevisions(): Revisions {
  const projects = new Map<number, Heard>();
  return {
    knows: (projectId) => projects.has(projectId),
    note(projectId, revision) {
      const heard = projects.get(projectId);
      if (heard && revision > heard.upTo) heard.noted.add(revision);
    },
    isMissing(projectId, revision) {
      const heard = projects.get(projectId);
      if (!heard) {
        projects.set(projectId, { upTo: revision, latest: revision, noted: new Set() });
        return false;
      }
      let missing = false;
      for (; heard.upTo < heard.latest; heard.upTo++) {
        if (!heard.noted.delete(heard.upTo + 1)) missing = true;
      }
      heard.latest = revision;
      return missing;
    },
    keep(projectIds) {
      for (const id of projects.keys()) if (!projectIds.includes(id)) projects.delete(id);
    },
  };
}
