import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { pino } from 'pino';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  CONNECTION_LIMITS,
  type ConnectionLimits,
  createPlaces,
  cutSlowReader,
  limitConnections,
  occasionally,
} from './connections.ts';

const MIB = 1024 * 1024;
// More than the buffers of two sockets on loopback hold.
const LARGE = 'x'.repeat(40 * MIB);

async function start(limits: Partial<ConnectionLimits>, answer: RequestListener = (_, to) => to.end(LARGE)) {
  const all = { ...CONNECTION_LIMITS, ...limits };
  const server = createServer((request, response) => {
    cutSlowReader(response, all.patience);
    answer(request, response);
  });
  const stop = limitConnections(server, all, pino({ level: 'silent' }));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    stop();
    server.closeAllConnections();
    server.close();
  });
  return server;
}

async function ask(server: Server): Promise<Socket> {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  onTestFinished(() => void socket.destroy());
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  socket.pause();
  socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  return socket;
}
const connections = (server: Server) =>
  new Promise<number>((resolve) => server.getConnections((_, count) => resolve(count)));

describe('a client that takes nothing', () => {
  it.each<[string, RequestListener]>([
    ['a text', (_, response) => response.end(LARGE)],
    ['bytes', (_, response) => response.end(Buffer.from(LARGE))],
    ['a stream', (_, response) => void response.write(LARGE)],
  ])('of %s is disconnected in time', async (_what, answer) => {
    const server = await start({ patience: 1_000 }, answer);
    const asked = performance.now();
    await ask(server);
    await expect.poll(() => connections(server)).toBe(1);
    await expect.poll(() => connections(server), { timeout: 10_000 }).toBe(0);
    expect(performance.now() - asked).toBeGreaterThan(1_000);
  });

  it('is not one that takes it slowly', async () => {
    const server = await start({ patience: 1_000 });
    const socket = await ask(server);
    let size = 0;
    socket.on('data', (chunk) => {
      size += chunk.length;
    });
    for (let i = 0; i < 10; i++) {
      socket.resume();
      await delay(5);
      socket.pause();
      await delay(400);
    }
    expect(size).toBeLessThan(LARGE.length);
    expect(await connections(server)).toBe(1);
    socket.resume();
    await expect.poll(() => size, { timeout: 10_000 }).toBeGreaterThan(LARGE.length);
  });

  it('is not one whose answer is not there yet', async () => {
    const server = await start(
      { patience: 200 },
      (_, response) => void setTimeout(() => response.end('late'), 1_000),
    );
    const socket = await ask(server);
    socket.resume();
    const [answer] = await once(socket, 'data');
    expect(String(answer)).toContain('late');
  });

  it('is the first to go where too much waits for all', async () => {
    const server = await start({ waiting: 100 * MIB });
    const ended: number[] = [];
    server.on('connection', (socket) => socket.on('close', () => ended.push(Number(socket.remotePort))));
    const asked: number[] = [];
    for (let i = 0; i < 5; i++) {
      asked.push(Number((await ask(server)).localPort));
      await delay(600);
    }
    await expect.poll(() => ended.length, { timeout: 10_000 }).toBeGreaterThan(0);
    expect(ended).toEqual(asked.slice(0, ended.length));
    expect(await connections(server)).toBeGreaterThan(0);
  });
});

it('gives a place back once', () => {
  const places = createPlaces(1);
  const leave = places.take('a');
  expect(places.take('a')).toBeNull();
  expect(places.take('b')).not.toBeNull();
  leave?.();
  leave?.();
  expect([places.take('a') === null, places.take('a') === null]).toEqual([false, true]);
  expect(createPlaces(0).take('a')).not.toBeNull();
});

it('does at most once in a while what is asked often', async () => {
  const seen: number[] = [];
  const note = occasionally<number>(100, (value) => seen.push(value));
  for (let i = 0; i < 10; i++) note(i);
  await delay(120);
  note(10);
  expect(seen).toEqual([0, 10]);
});
