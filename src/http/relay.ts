import { MessageType } from 'graphql-ws';
import type { WebSocket } from 'ws';
import { textOf } from '../live/text.ts';
import { send } from './sockets.ts';

type Result = IteratorResult<never, undefined>;
const DONE: Result = { done: true, value: undefined };

/**
 * Sends a subscription's results itself, and yields none of them: graphql-ws would serialise each for each subscriber. It
 * takes the next result when the one before is sent, and ends when the stream does.
 */
export class Relay implements AsyncIterableIterator<never, undefined> {
  readonly #head: string;
  readonly #results: AsyncIterator<object>;
  readonly #socket: WebSocket;

  constructor(id: string, results: AsyncIterable<object>, socket: WebSocket) {
    this.#head = `{"id":${JSON.stringify(id)},"type":"${MessageType.Next}","payload":`;
    this.#results = results[Symbol.asyncIterator]();
    this.#socket = socket;
  }

  next(): Promise<Result> {
    return new Promise((resolve, reject) => {
      const read = (): void => {
        this.#results.next().then(({ done, value }) => {
          if (done) resolve(DONE);
          else send(this.#socket, `${this.#head}${textOf(value)}}`, read);
        }, reject);
      };
      read();
    });
  }

  async return(): Promise<Result> {
    await this.#results.return?.();
    return DONE;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
