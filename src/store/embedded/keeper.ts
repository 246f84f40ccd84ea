import { setTimeout as delay } from 'node:timers/promises';
import type { Cluster } from './cluster.ts';
import { complaint } from './command.ts';
import { joinServer, type Membership } from './membership.ts';

/** Told what happens to the server. */
export interface KeeperLog {
  info(message: string): void;
  warn(message: string): void;
}

/** A use of the server that outlives the server: one that ends is started again, where it was. */
export interface Keeper {
  port: number;
  /** Why the server is not there now; null while it is. */
  trouble(): string | null;
  /** Resolves where the server does not start again. */
  lost: Promise<Error>;
  leave(): Promise<void>;
}

const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 10_000;
/** A server that fails to start for so long needs a person, or another start of this process. */
const GIVE_UP_MS = 120_000;
// A disk that is full has room again some time, and whoever waits for it needs no other process.
const PASSES = /No space left on device/;

export async function keepServer(
  cluster: Cluster,
  password: string,
  log: KeeperLog,
  giveUpMs = GIVE_UP_MS,
): Promise<Keeper> {
  const onWait = (hindrance: string): void => log.info(hindrance);
  let membership: Membership = await joinServer(cluster, password, { onWait });
  const { port } = membership;
  const leaving = new AbortController();
  const { signal } = leaving;
  let trouble: string | null = null;
  let giveUp: (error: Error) => void = () => undefined;
  const lost = new Promise<Error>((resolve) => {
    giveUp = resolve;
  });

  async function keep(): Promise<void> {
    for (;;) {
      await Promise.race([membership.broken, aborted(signal)]);
      if (signal.aborted) return;
      trouble = 'the embedded Postgres ended; it is being started again';
      log.warn(
        `the connection to the Postgres on ${cluster.directory} broke; it is started again where it ended`,
      );
      const former = membership;
      const joined = await joinAgain();
      if (joined === null) return;
      await former.end();
      membership = joined;
      trouble = null;
      log.info('the embedded Postgres serves again');
    }
  }

  /** Null where this process leaves, or gives up. */
  async function joinAgain(): Promise<Membership | null> {
    const until = Date.now() + giveUpMs;
    for (let attempt = 0; !signal.aborted; attempt++) {
      try {
        const joined = await joinServer(cluster, password, { port, onWait });
        if (joined.port === port) return joined;
        await joined.leave();
        throw new Error(`The Postgres on ${cluster.directory} listens on another port now (${joined.port}).`);
      } catch (error) {
        const reason = complaint(error);
        if (attempt === 0 || Date.now() > until)
          log.warn(`the embedded Postgres did not start again: ${reason}`);
        if (Date.now() > until && !PASSES.test(reason)) {
          giveUp(error instanceof Error ? error : new Error(reason));
          return null;
        }
        trouble = PASSES.test(reason)
          ? 'the embedded Postgres cannot start: its disk is full'
          : 'the embedded Postgres ended and does not start again yet';
      }
      await delay(Math.min(FIRST_PAUSE_MS * 2 ** attempt, LONGEST_PAUSE_MS), null, { signal }).catch(
        () => undefined,
      );
    }
    return null;
  }

  const keeping = keep();
  return {
    port,
    trouble: () => trouble,
    lost,
    async leave() {
      leaving.abort();
      await keeping;
      await membership.leave();
    },
  };
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    // The event of one that is aborted has been.
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
