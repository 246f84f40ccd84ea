import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { BodyError } from '../ingest/formats/decode.ts';
import { createBodies } from './bodies.ts';

// A server that takes 1,000 bytes a request, and 1,500 of all requests together.
const bodies = createBodies(1_500);
const server = createServer((request, response) => {
  bodies
    .with(request, 1_000, async (body, hold) => {
      if (request.url === '/unpacked') hold(1_000);
      return body.length;
    })
    .then(
      (size) => response.end(String(size)),
      (error: unknown) => response.end(error instanceof BodyError ? error.refusal.reason : String(error)),
    );
});
let port = 0;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const send = async (bytes: number, path = '/') =>
  (await fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', body: 'x'.repeat(bytes) })).text();

/** A request that says it has 1,000 bytes, and has sent as many as are given. */
async function begin(bytes: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  const head = 'POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 1000\r\n\r\n';
  await new Promise<void>((resolve) => socket.write(head + 'x'.repeat(bytes), () => resolve()));
  return socket;
}

it('a body within the limits is read whole', async () => expect(await send(1_000)).toBe('1000'));

it('a longer one is refused once it is sent, however long it is', async () => {
  expect(await send(1_001)).toBe('too large');
  expect(await send(3_000_000)).toBe('too large');
});

it('while others hold what the server can hold it is overloaded, and no longer', async () => {
  const slow = await begin(900);
  await expect.poll(() => send(900)).toBe('overloaded');
  expect(await send(500)).toBe('500');
  slow.destroy();
  await expect.poll(() => send(900)).toBe('900');
});

it('bodies that are never finished do not keep smaller ones out: the largest makes room', async () => {
  const slow = [await begin(700), await begin(750)];
  // Both are read: what is larger than they are is turned away.
  await expect.poll(() => send(900)).toBe('overloaded');
  expect(await Promise.all([send(300), send(200)])).toEqual(['300', '200']);
  for (const socket of slow) socket.destroy();
});

it('what is unpacked counts too, until it is used', async () => {
  await expect.poll(() => send(500, '/unpacked')).toBe('500');
  expect(await send(501, '/unpacked')).toBe('overloaded');
  expect(await send(1_000)).toBe('1000');
});
