import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { GraphQLError } from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readText } from './body.ts';

// 64 MiB of all requests together, 1 MiB of one.
const MIB = 1024 * 1024;

const server = createServer((request, response) => {
  readText(request).then(
    (text) => response.end(String(text.length)),
    (error: unknown) => response.end(error instanceof GraphQLError ? error.extensions.code : String(error)),
  );
});
let port = 0;
const sockets: Socket[] = [];
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  for (const socket of sockets) socket.destroy();
  server.closeAllConnections();
  server.close();
});

const send = async (body: Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
  (await fetch(`http://127.0.0.1:${port}`, { method: 'POST', body, headers })).text();

it('bodies that strangers begin and do not finish take 64 MiB in all, and keep nobody else from sending', async () => {
  const said: string[] = [];
  for (let i = 0; i < 80; i++) {
    const socket = connect(port, '127.0.0.1');
    socket.on('data', (data) => said.push(data.toString().split('\r\n\r\n')[1] ?? ''));
    sockets.push(socket);
    const head = `POST / HTTP/1.1\r\nhost: a\r\ncontent-length: ${MIB}\r\n\r\n`;
    await new Promise<void>((resolve) =>
      socket.write(head, () => socket.write(Buffer.alloc(MIB - 1), () => resolve())),
    );
  }
  expect(await send(new Uint8Array(100_000))).toBe('100000');
  expect(await send(new Uint8Array(MIB))).toBe(String(MIB));
  for (const socket of sockets) socket.write('x');
  await expect.poll(() => said.length, { timeout: 10_000 }).toBe(80);
  const whole = said.filter((answer) => answer === String(MIB)).length;
  expect(whole).toBeGreaterThan(0);
  expect(whole).toBeLessThanOrEqual(64);
  expect(said.filter((answer) => answer === 'OVERLOADED')).toHaveLength(80 - whole);
}, 20_000);

it('packed bodies are at most 1 MiB, unpacked', async () => {
  const packed = (bytes: number) => new Uint8Array(gzipSync(Buffer.alloc(bytes)));
  expect(await send(packed(MIB), { 'content-encoding': 'gzip' })).toBe(String(MIB));
  expect(await send(packed(MIB + 1), { 'content-encoding': 'gzip' })).toBe('BAD_USER_INPUT');
});
