import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findPackage, provideBinaries } from './embedded/binaries.ts';
import { type Cluster, databaseName, prepareCluster } from './embedded/cluster.ts';
import { complaint } from './embedded/command.ts';
import { type KeeperLog, keepServer } from './embedded/keeper.ts';
import { placeDatabase, systemDirectory } from './embedded/placement.ts';

/** A use of the Postgres server of one data directory. */
export interface EmbeddedPostgres {
  url: string;
  /** A sentence for the operator, when the data lies elsewhere than asked. */
  notice?: string;
  /** Why the server is not there now, where it ended and is being started again. */
  trouble(): string | null;
  /** Resolves where it ended and does not start again: the error ends with its log. */
  lost: Promise<Error>;
  /**
   * Ends this use. The last to end stops the server and waits until it is gone; it stays while any client is connected,
   * so close every pool first.
   */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  dataDir: string;
  log?: KeeperLog;
  /** After how long a server that ended and does not start again is given up. */
  giveUpMs?: number;
  /** Whether a database is made where there is none; it is when absent. */
  create?: boolean;
}

/**
 * Starts the Postgres server that npm installed, on `dataDir`, or joins the one that runs there: several processes
 * may use one data directory. A server that ends while it is used is started again. Every Error says what to do about it.
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  try {
    return await start(options);
  } catch (error) {
    if (!(error instanceof Error) || !('syscall' in error || 'cmd' in error)) throw error;
    throw new Error(
      `The database in ${options.dataDir} cannot start: ${complaint(error)}. Check the space and the permissions there, ` +
        'set DATA_DIR to another directory, or set DATABASE_URL.',
      { cause: error },
    );
  }
}

const SILENT: KeeperLog = { info: () => undefined, warn: () => undefined };

async function start({
  dataDir,
  log = SILENT,
  giveUpMs,
  create = true,
}: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const installed = findPackage(process.platform, process.arch);
  const { home, owner, notice } = await placeDatabase(dataDir);
  const cluster: Cluster = {
    directory: join(home, 'postgres'),
    log: join(home, 'postgres.log'),
    binaries: await provideBinaries(installed, owner, systemDirectory),
    owner,
  };
  if (!create && !existsSync(cluster.directory))
    throw new Error(
      `There is no database in ${dataDir} yet: set DATA_DIR or DATABASE_URL to what the server uses, or start the server first.`,
    );
  const password = await prepareCluster(cluster);
  const { port, trouble, lost, leave } = await keepServer(cluster, password, log, giveUpMs);
  let left: Promise<void> | undefined;
  return {
    url: `postgres://${databaseName}:${password}@127.0.0.1:${port}/${databaseName}`,
    ...(notice === undefined ? {} : { notice }),
    trouble,
    lost,
    stop: () => {
      left ??= leave();
      return left;
    },
  };
}
