import { statSync } from 'node:fs';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../command.ts';
import { decompressed, linesOf, openLog, untilFailure } from './read.ts';

/** A stream of chunks of `size` bytes. */
async function* inChunks(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

async function all(chunks: AsyncIterable<string[]>): Promise<string[]> {
  const lines: string[] = [];
  for await (const some of chunks) lines.push(...some);
  return lines;
}

function linesIn(bytes: Buffer, size: number): Promise<string[]> {
  return all(linesOf(decompressed(inChunks(bytes, size))));
}

describe('reading', () => {
  const text = 'one\ntwö\r\n\nthree';
  const lines = ['one', 'twö\r', '', 'three'];

  it.each([1, 2, 5, 1000])('finds the lines in chunks of %i bytes, plain and gzip', async (size) => {
    expect(await linesIn(Buffer.from(text), size)).toEqual(lines);
    expect(await linesIn(gzipSync(text), size)).toEqual(lines);
  });

  it('reads gzip files that were put together', async () => {
    const both = Buffer.concat([gzipSync('one\n'), gzipSync('two\n')]);
    expect(await linesIn(both, 7)).toEqual(['one', 'two']);
  });

  it.each(['', '\n', 'x'])('reads a file of %j', async (content) => {
    expect(await linesIn(Buffer.from(content), 10)).toEqual(content === '' ? [] : [content.trim()]);
  });

  it('cuts a line that never ends, wherever its chunks are cut', async () => {
    const endless = Buffer.from(`${'a'.repeat(200_000)}b\nnext`);
    for (const size of [1_000, 65_536, 1_000_000]) {
      expect(await linesIn(endless, size)).toEqual(['a'.repeat(128 * 1024), 'next']);
    }
  });

  it('gives what came before a failure', async () => {
    const whole = Buffer.concat([gzipSync('one\ntwo\n'), gzipSync('three\n').subarray(0, 12)]);
    let failure: unknown;
    const readable = untilFailure(linesOf(decompressed(inChunks(whole, 10))), (error) => {
      failure = error;
    });
    expect(await all(readable)).toEqual(['one', 'two']);
    expect(failure).toMatchObject({ code: 'Z_BUF_ERROR' });
  });

  it('stops where it waits for more', async () => {
    const source = new Readable({ read: () => undefined });
    source.push('one\ntwo');
    let failure: unknown;
    const readable = untilFailure(linesOf(decompressed(source)), (error) => {
      failure = error;
    });
    expect(await readable.next()).toEqual({ done: false, value: ['one'] });
    const rest = readable.next();
    source.destroy(new Error('stop'));
    expect(await rest).toEqual({ done: true, value: undefined });
    expect(failure).toEqual(new Error('stop'));
  });
});

describe('openLog', () => {
  it.each([
    ['/tmp', '/tmp is a directory: name one file in it'],
    ['/missing/access.log', '/missing/access.log cannot be read: ENOENT'],
  ])('refuses %s', async (file, message) => {
    await expect(openLog(file)).rejects.toThrow(UsageError);
    await expect(openLog(file)).rejects.toThrow(message);
  });

  it('knows the length of a file, and not that of a pipe', async () => {
    const here = fileURLToPath(import.meta.url);
    const { stream, total } = await openLog(here);
    stream.destroy();
    expect(total).toBe(statSync(here).size);
    expect((await openLog('-')).total).toBeNull();
  });
});
