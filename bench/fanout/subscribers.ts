import { writeFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { WebSocket } from 'ws';

// Subscribers in a process of their own: `subscribers.ts '{"port":…}'` opens sockets of the graphql-ws protocol, each with one
// subscription, says `subscribed` when all have their first answer (or, where there is none, are subscribed), and writes
// what arrived until its standard input ends.

/** Who subscribes to what. */
export interface Crowd {
  port: number;
  token: string;
  count: number;
  query: string;
  /** Taken in turns. */
  variables: Record<string, unknown>[];
  /** Whether an answer comes at once. */
  answers: boolean;
  /** The number in a message that says which event it holds. */
  pattern: string;
  file: string;
}

/** When a message arrived, in milliseconds since 1970, for whom, and the number in it. */
export type Arrival = [at: number, subscriber: number, number: number];

const AT_ONCE = 50;

async function run({ port, token, count, query, variables, answers, pattern, file }: Crowd): Promise<void> {
  const found = new RegExp(pattern);
  const arrivals: Arrival[] = [];
  let closed = 0;

  function open(index: number): Promise<void> {
    return new Promise((resolve) => {
      const socket = new WebSocket(`ws://127.0.0.1:${port}/graphql`, 'graphql-transport-ws', {
        perMessageDeflate: false,
        skipUTF8Validation: true,
      });
      socket.on('open', () =>
        socket.send(
          JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } }),
        ),
      );
      socket.on('error', () => undefined);
      socket.on('close', () => {
        closed++;
        resolve();
      });
      socket.on('message', (data) => {
        const now = performance.timeOrigin + performance.now();
        const text = String(data);
        if (text.startsWith('{"type":"connection_ack"')) {
          const payload = { query, variables: variables[index % variables.length] };
          socket.send(JSON.stringify({ id: String(index), type: 'subscribe', payload }));
          if (!answers) resolve();
          return;
        }
        arrivals.push([now, index, Number(found.exec(text)?.[1] ?? -1)]);
        resolve();
      });
    });
  }

  for (let index = 0; index < count; index += AT_ONCE) {
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, count - index) }, (_, i) => open(index + i)));
  }
  if (!answers) await delay(1_000);
  console.log('subscribed');
  process.stdin.resume();
  await new Promise((resolve) => process.stdin.on('end', resolve));
  await writeFile(file, JSON.stringify({ arrivals, closed }));
  process.exit(0);
}

if (process.argv[2]) await run(JSON.parse(process.argv[2]) as Crowd);
