import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import type { GraphQLError } from 'graphql';
import { failure, overloaded } from '../../errors.ts';
import { MAX_BODY } from '../../limits.ts';
import { createRoom } from '../reading.ts';

// A client that is still sending does not hear an answer, and takes the closed connection for a failure of the network
// after which it sends the same again: as much more than the limit is read and dropped.
const MAX_DROPPED = 32 * 1024 * 1024;

const unpackings = {
  gzip: promisify(gunzip),
  'x-gzip': promisify(gunzip),
  deflate: promisify(inflate),
  br: promisify(brotliDecompress),
};

/** The client is not there any more: there is nobody to answer, and nothing to log. */
export class ClientLeft extends Error {}

/** The JSON of a request's body. BAD_USER_INPUT when it is none, or too long. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const text = await readText(request);
  try {
    return JSON.parse(text);
  } catch {
    throw failure('BAD_USER_INPUT', 'The body is not JSON.');
  }
}

/** A request's body as text, unpacked as its Content-Encoding says; at most `limit` bytes before and after that. */
export async function readText(request: IncomingMessage, limit = MAX_BODY): Promise<string> {
  const body = await readBytes(request, limit);
  const encoding = request.headers['content-encoding']?.trim().toLowerCase() ?? 'identity';
  if (encoding === 'identity' || encoding === '') return body.toString();
  if (!Object.hasOwn(unpackings, encoding))
    throw failure('BAD_USER_INPUT', 'A body is packed with gzip, deflate or br, or not at all.', {
      status: 415,
    });
  try {
    const unpack = unpackings[encoding as keyof typeof unpackings];
    return (await unpack(body, { maxOutputLength: limit })).toString();
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(limit);
    throw failure('BAD_USER_INPUT', `The body is not ${encoding}, as its Content-Encoding says.`);
  }
}

// Bytes of bodies that are being read and unpacked at the same time, of all callers together: nobody has shown a key yet.
const room = createRoom(64 * 1024 * 1024);

/** A request's body. Throws BAD_USER_INPUT past the limit, after the client has sent the rest of it; OVERLOADED; ClientLeft. */
async function readBytes(request: IncomingMessage, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  let refusal: GraphQLError | null = null;
  const refuse = (error: GraphQLError) => {
    refusal ??= error;
    chunks.length = 0;
    share.release();
  };
  const share = room.enter(() => refuse(tooMuch()));
  const read = new Promise<Buffer>((resolve, reject) => {
    if (Number(request.headers['content-length']) > limit + MAX_DROPPED) return reject(tooLarge(limit));
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > limit) refuse(tooLarge(limit));
      else if (refusal === null) {
        if (share.take(chunk.length)) chunks.push(chunk);
        else refuse(tooMuch());
      }
      if (size > limit + MAX_DROPPED) reject(refusal ?? tooLarge(limit));
    });
    request.on('end', () => {
      if (refusal) reject(refusal);
      else resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks));
    });
    request.on('error', () => reject(new ClientLeft()));
    request.on('close', () => {
      if (!request.readableEnded) reject(new ClientLeft());
    });
  });
  try {
    return await read;
  } finally {
    share.release();
  }
}

const tooMuch = (): GraphQLError => overloaded('The server reads more requests than it can hold now.', 1);

const tooLarge = (limit: number): GraphQLError =>
  failure(
    'BAD_USER_INPUT',
    `A request has at most ${limit / 1024 / 1024} MiB, unpacked: send fewer events at once.`,
    { status: 413 },
  );
