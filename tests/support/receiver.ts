import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { vi } from 'vitest';

/** A request that a receiver of webhooks got. */
export interface Received {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

export interface Receiver {
  url: string;
  received: Received[];
  /** Resolves with what was received when it is this much. */
  waitFor(count: number): Promise<Received[]>;
  close(): Promise<void>;
}

/** Answers the request of this number, from 1. */
export type Answer = (response: ServerResponse, number: number) => void;

export const answering =
  (...statuses: number[]): Answer =>
  (response, number) =>
    void response.writeHead(statuses[number - 1] ?? statuses.at(-1) ?? 200).end();

/** A receiver of webhooks on a free port of 127.0.0.1. */
export async function startReceiver(answer: Answer = answering(200)): Promise<Receiver> {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    received.push({
      path: request.url ?? '',
      headers: request.headers,
      body: Buffer.concat(chunks).toString(),
    });
    answer(response, received.length);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    waitFor: async (count) => {
      await vi.waitFor(() => {
        if (received.length < count) throw new Error(`received ${received.length} of ${count}`);
      }, 15_000);
      return received;
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
