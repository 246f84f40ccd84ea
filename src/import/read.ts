import { open } from 'node:fs/promises';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { UsageError } from '../command.ts';

// Apache takes 8,190 bytes of a request line and of a header, which escaping can make four times as long: three of them.
const LONGEST_LINE = 128 * 1024;

/** A log to be read. */
export interface LogFile {
  stream: Readable & { bytesRead: number };
  /** Bytes; null when nobody knows before the end. */
  total: number | null;
}

/** Opens a file, or standard input as `-`. UsageError when it cannot be read. */
export async function openLog(file: string): Promise<LogFile> {
  if (file === '-') return { stream: process.stdin, total: null };
  try {
    const handle = await open(file);
    const status = await handle.stat();
    if (status.isDirectory()) throw new UsageError(`${file} is a directory: name one file in it`);
    return {
      stream: handle.createReadStream(),
      total: status.isFile() && status.size > 0 ? status.size : null,
    };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${file} cannot be read: ${error instanceof Error ? error.message : error}`);
  }
}

/** The bytes of a stream, decompressed where they are gzip: told by its first bytes (RFC 1952), whatever the name says. */
export async function* decompressed(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const chunks = source[Symbol.asyncIterator]();
  let head: Buffer = Buffer.alloc(0);
  while (head.length < 2) {
    const next = await chunks.next();
    if (next.done) break;
    head = Buffer.concat([head, next.value]);
  }
  const whole = async function* () {
    yield head;
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
  };
  const isGzip = head[0] === 0x1f && head[1] === 0x8b;
  // An error of either reaches whoever reads the result, which is all there is to do about it.
  yield* isGzip ? pipeline(whole, createGunzip(), () => undefined) : whole();
}

/** The lines of a UTF-8 stream, as many at a time as a chunk brings. What is longer than 128 KiB is cut off. */
export async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<string[]> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of chunks) {
    const lines = (rest + decoder.decode(chunk, { stream: true }))
      .split('\n')
      .map((line) => line.slice(0, LONGEST_LINE));
    rest = lines.pop() ?? '';
    yield lines;
  }
  rest += decoder.decode();
  if (rest !== '') yield [rest];
}

/** What `items` gives until it fails, which ends it in good order and is told to `failed`. */
export async function* untilFailure<T>(
  items: AsyncIterable<T>,
  failed: (error: unknown) => void,
): AsyncGenerator<T> {
  try {
    yield* items;
  } catch (error) {
    failed(error);
  }
}
