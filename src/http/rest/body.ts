import type { IncomingMessage } from 'node:http';
import { failure } from '../../errors.ts';
import { MAX_BODY } from '../../limits.ts';

/** The JSON of a request's body. BAD_USER_INPUT when it is none, or too long. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const text = await readBody(request);
  try {
    return JSON.parse(text);
  } catch {
    throw failure('BAD_USER_INPUT', 'The body is not JSON.');
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY) {
      throw failure('BAD_USER_INPUT', 'A request has at most 1 MiB: send fewer events at once.', {
        status: 413,
      });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}
