import { overloaded } from '../errors.ts';
import { type Caller, cancelled } from './caller.ts';

/** Work of a project, for somebody. */
export interface Turn extends Caller {
  projectId: number;
}

export interface TurnLimits {
  /** How much is done at a time. */
  slots: number;
  /** How much of it may be one project's. */
  perProject: number;
  /** How much of a project, for people, may wait; and of all projects together. */
  waitingOfProject: number;
  waitingInAll: number;
  /** Milliseconds that it may wait for people. */
  longestWait: number;
}

type Kind = 'people' | 'background';

/** A project's work that is done, and that waits in the order in which it came. */
interface Line {
  running: number;
  people: Set<Waiter>;
  background: Set<Waiter>;
}
interface Waiter {
  start: () => void;
}

// So that background work goes on while people never stop asking.
const BACKGROUND_SHARE = 4;

/**
 * Does a bounded number of things at a time. Projects take turns, whatever each of them waits for, and people come before
 * background work. What would wait too long is refused: OVERLOADED, at once where too much waits already.
 */
export class Turns {
  private readonly limits: TurnLimits;
  private readonly lines = new Map<number, Line>();
  /** Projects that wait and may begin something, the next one first. */
  private readonly ready: Record<Kind, Set<Line>> = { people: new Set(), background: new Set() };
  private running = 0;
  private runningInBackground = 0;
  private waiting = 0;
  private begun = 0;

  constructor(limits: TurnLimits) {
    this.limits = limits;
  }

  async run<T>(turn: Turn, work: () => T | Promise<T>): Promise<T> {
    if (turn.signal?.aborted) throw cancelled();
    const kind: Kind = turn.background ? 'background' : 'people';
    const line = this.lines.get(turn.projectId) ?? { running: 0, people: new Set(), background: new Set() };
    this.lines.set(turn.projectId, line);
    if (this.hasRoom(kind) && line.running < this.limits.perProject && line[kind].size === 0)
      this.begin(line, kind);
    else await this.wait(line, kind, turn.signal);
    try {
      return await work();
    } finally {
      this.end(turn.projectId, line, kind);
    }
  }

  private hasRoom(kind: Kind): boolean {
    const { slots } = this.limits;
    // Background work leaves a slot to people where there is more than one.
    if (kind === 'background' && this.runningInBackground >= Math.max(1, Math.floor(slots / 2))) return false;
    return this.running < slots;
  }

  private wait(line: Line, kind: Kind, signal: AbortSignal | undefined): Promise<void> {
    const { waitingOfProject, waitingInAll, longestWait } = this.limits;
    if (kind === 'people' && (line.people.size >= waitingOfProject || this.waiting >= waitingInAll))
      throw overloaded('Too many questions wait for an answer.');
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', abort);
        line[kind].delete(waiter);
        if (kind === 'people') this.waiting--;
        this.enlist(line);
      };
      const abort = (): void => {
        leave();
        reject(cancelled());
      };
      const waiter: Waiter = {
        start: () => {
          leave();
          this.begin(line, kind);
          resolve();
        },
      };
      const timer =
        kind === 'people'
          ? setTimeout(() => {
              leave();
              reject(overloaded('The question waited too long for its turn.'));
            }, longestWait)
          : undefined;
      signal?.addEventListener('abort', abort);
      line[kind].add(waiter);
      if (kind === 'people') this.waiting++;
      this.enlist(line);
    });
  }

  private begin(line: Line, kind: Kind): void {
    line.running++;
    this.running++;
    if (kind === 'background') this.runningInBackground++;
    this.enlist(line);
  }

  private end(projectId: number, line: Line, kind: Kind): void {
    line.running--;
    this.running--;
    if (kind === 'background') this.runningInBackground--;
    this.enlist(line);
    if (line.running + line.people.size + line.background.size === 0) this.lines.delete(projectId);
    for (let next = this.next(); next; next = this.next()) next();
  }

  /** Puts a project where its turn is found; one that is there keeps its place. */
  private enlist(line: Line): void {
    for (const kind of ['people', 'background'] as const) {
      if (line[kind].size > 0 && line.running < this.limits.perProject) this.ready[kind].add(line);
      else this.ready[kind].delete(line);
    }
  }

  /** What begins the next work; undefined where none may begin. */
  private next(): (() => void) | undefined {
    const backgroundFirst = this.begun % BACKGROUND_SHARE === BACKGROUND_SHARE - 1;
    for (const kind of backgroundFirst
      ? (['background', 'people'] as const)
      : (['people', 'background'] as const)) {
      if (!this.hasRoom(kind)) continue;
      const [line] = this.ready[kind];
      const [waiter] = line?.[kind] ?? [];
      if (!line || !waiter) continue;
      this.begun++;
      // It is enlisted again after the others.
      this.ready[kind].delete(line);
      return waiter.start;
    }
    return undefined;
  }
}
