import type { IncomingMessage } from 'node:http';
import { BodyError, tooLarge } from '../ingest/formats/decode.ts';
import { ClientLeft } from './rest/body.ts';

// A client that is still sending hears of no answer: as much more is read and dropped.
const MAX_DROPPED = 32 * 1024 * 1024;

/** Reads bodies, as many at the same time as the server can hold. */
export interface Bodies {
  /** A request's body, at most `limit` bytes, for as long as `use` needs it. Throws BodyError. */
  with<T>(request: IncomingMessage, limit: number, use: (body: Buffer) => Promise<T>): Promise<T>;
}

/** @param most bytes of bodies at the same time: past that a request is turned away */
export function createBodies(most: number): Bodies {
  let held = 0;

  function read(request: IncomingMessage, limit: number, take: (bytes: number) => void): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      const chunks: Buffer[] = [];
      let size = 0;
      let refusal: BodyError | null = null;
      request.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (refusal === null && size > limit) refusal = tooLarge(limit);
        if (refusal === null && held + chunk.length > most) refusal = overloaded();
        if (refusal !== null) chunks.length = 0;
        else {
          chunks.push(chunk);
          take(chunk.length);
        }
        if (refusal !== null && size > limit + MAX_DROPPED) reject(refusal);
      });
      request.on('end', () => (refusal ? reject(refusal) : resolve(Buffer.concat(chunks))));
      const left = () => reject(new ClientLeft());
      request.on('error', left);
      request.on('close', left);
    });
  }

  return {
    async with(request, limit, use) {
      let own = 0;
      const take = (bytes: number) => {
        own += bytes;
        held += bytes;
      };
      try {
        return await use(await read(request, limit, take));
      } finally {
        held -= own;
      }
    },
  };
}

const overloaded = (): BodyError =>
  new BodyError(
    'overloaded',
    'The server reads more requests than it can hold now: send this one again later.',
  );
