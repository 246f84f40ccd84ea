import { statfs } from 'node:fs/promises';
import { totalmem } from 'node:os';

const MB = 1024 ** 2;

/** What of the machine the settings depend on; bytes. */
export interface Machine {
  memory: number;
  /** The size of /dev/shm, where there is one. */
  sharedMemory?: number;
}

/** The machine, or the container's share of it. */
export async function thisMachine(): Promise<Machine> {
  const limit = process.constrainedMemory();
  const memory = limit > 0 ? Math.min(limit, totalmem()) : totalmem();
  try {
    const { blocks, bsize } = await statfs('/dev/shm');
    return { memory, sharedMemory: blocks * bsize };
  } catch {
    return { memory };
  }
}

/**
 * Postgres's settings for an analytics server that shares a small machine with its database, as `name=value`. What is
 * not named keeps its default, above all fsync, full_page_writes and synchronous_commit.
 */
export function serverSettings({ memory, sharedMemory }: Machine): string[] {
  const share = (fraction: number, least: number, most: number) =>
    `${Math.round(Math.min(Math.max((memory * fraction) / MB, least), most))}MB`;
  return [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=250',
    // A quarter and a half of the memory are the starting points of the Postgres manual (20.4, 20.7).
    `shared_buffers=${share(1 / 4, 128, 1024)}`,
    `effective_cache_size=${share(1 / 2, 256, 65_536)}`,
    `work_mem=${share(1 / 256, 4, 64)}`,
    `maintenance_work_mem=${share(1 / 16, 64, 512)}`,
    'max_wal_size=2GB',
    // The default, 4, is a spinning disk's.
    'random_page_cost=1.1',
    'jit=off',
    'timezone=UTC',
    'log_timezone=UTC',
    // The errors below are recognised by their English words.
    'lc_messages=C',
    // A line every five minutes would fill the log of a server that runs for years.
    'log_checkpoints=off',
    // Containers have 64 MB there by default, and parallel queries fail when it is full.
    ...(sharedMemory !== undefined && sharedMemory < 1024 * MB ? ['dynamic_shared_memory_type=mmap'] : []),
  ];
}
