import type { IncomingMessage } from 'node:http';
import { BodyError, tooLarge } from '../ingest/formats/decode.ts';
import { createRoom } from './reading.ts';
import { ClientLeft } from './rest/body.ts';

// A client that is still sending hears of no answer: as much more is read and dropped.
const MAX_DROPPED = 32 * 1024 * 1024;

/** Reads bodies, as many at the same time as the server can hold. */
export interface Bodies {
  /**
   * A request's body, at most `limit` bytes, for as long as `use` needs it, which asks `hold` for what it unpacks. Both
   * throw BodyError.
   */
  with<T>(
    request: IncomingMessage,
    limit: number,
    use: (body: Buffer, hold: (bytes: number) => void) => Promise<T>,
  ): Promise<T>;
}

/** @param most bytes of bodies at the same time: past that the largest unfinished one is turned away */
export function createBodies(most: number): Bodies {
  const room = createRoom(most);

  return {
    async with(request, limit, use) {
      const chunks: Buffer[] = [];
      let refusal: BodyError | null = null;
      const refuse = (error: BodyError) => {
        refusal ??= error;
        chunks.length = 0;
        share.release();
      };
      const share = room.enter(() => refuse(overloaded()));
      const read = new Promise<Buffer>((resolve, reject) => {
        let size = 0;
        request.on('data', (chunk: Buffer) => {
          size += chunk.length;
          if (size > limit) refuse(tooLarge(limit));
          else if (refusal === null) {
            if (share.take(chunk.length)) chunks.push(chunk);
            else refuse(overloaded());
          }
          if (refusal !== null && size > limit + MAX_DROPPED) reject(refusal);
        });
        request.on('end', () => (refusal ? reject(refusal) : resolve(Buffer.concat(chunks))));
        const left = () => reject(new ClientLeft());
        request.on('error', left);
        request.on('close', left);
      });
      const hold = (bytes: number) => {
        if (!share.take(bytes)) throw overloaded();
      };
      try {
        const body = await read;
        share.finish();
        return await use(body, hold);
      } finally {
        share.release();
      }
    },
  };
}

const overloaded = (): BodyError =>
  new BodyError(
    'overloaded',
    'The server reads more requests than it can hold now: send this one again later.',
  );
