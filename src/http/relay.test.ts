import { GraphQLError } from 'graphql';
import { expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { latest } from '../live/latest.ts';
import { Relay } from './relay.ts';

/** A relay of a reader's stream to a socket that takes a message when it is told to. */
function relaying(id = '1', readyState: number = WebSocket.OPEN) {
  const sent: string[] = [];
  const taken: (() => void)[] = [];
  const socket = {
    OPEN: WebSocket.OPEN,
    readyState,
    send(text: string, done: () => void) {
      sent.push(text);
      taken.push(done);
    },
  };
  const onStop = vi.fn();
  const results = latest<object>(() => {}, onStop);
  const relay = new Relay(id, results, socket as never);
  return { relay, results, sent, onStop, take: () => taken.shift()?.() };
}

const flush = () => new Promise(setImmediate);

it('sends each result as a message of the protocol, with the id as it came', async () => {
  const { relay, results, sent, take } = relaying('a "b"\n');
  void relay.next();
  results.offer({ data: { text: 'é "quoted"' } });
  await flush();
  take();
  results.offer({ errors: [new GraphQLError('no', { extensions: { code: 'NOT_FOUND' } })] });
  await flush();
  expect(sent.map((text) => JSON.parse(text))).toEqual([
    { id: 'a "b"\n', type: 'next', payload: { data: { text: 'é "quoted"' } } },
    {
      id: 'a "b"\n',
      type: 'next',
      payload: { errors: [{ message: 'no', extensions: { code: 'NOT_FOUND' } }] },
    },
  ]);
});

it('takes the next result when the socket has taken the one before, and yields none', async () => {
  const { relay, results, sent, take } = relaying();
  const ended = relay.next();
  results.offer({ data: 1 });
  await flush();
  results.offer({ data: 2 });
  results.offer({ data: 3 });
  await flush();
  expect(sent).toHaveLength(1);
  take();
  await flush();
  expect(sent.map((text) => JSON.parse(text).payload.data)).toEqual([1, 3]);
  take();
  results.end();
  expect(await ended).toEqual({ done: true, value: undefined });
});

it('lets go of the stream when the client does', async () => {
  const { relay, onStop } = relaying();
  const ended = relay.next();
  await relay.return();
  expect(await ended).toEqual({ done: true, value: undefined });
  expect(onStop).toHaveBeenCalledOnce();
});

it('waits for the end of a socket that is closing, and sends it nothing', async () => {
  const { relay, results, sent } = relaying('1', WebSocket.CLOSING);
  const ended = relay.next();
  results.offer({ data: 1 });
  await flush();
  results.end();
  expect(await ended).toEqual({ done: true, value: undefined });
  expect(sent).toEqual([]);
});

it('fails with the stream', async () => {
  const failing = { next: () => Promise.reject(new Error('broken')), [Symbol.asyncIterator]: () => failing };
  await expect(new Relay('1', failing as never, {} as never).next()).rejects.toThrow('broken');
});
