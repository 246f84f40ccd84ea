import { createSocket } from 'node:dgram';
import { Resolver } from 'node:dns/promises';
import ipaddr from 'ipaddr.js';
import { onTestFinished } from 'vitest';

/** The addresses of a host; null for no answer at all. */
type Answers = (host: string) => string[] | null;

const A = 1;
const AAAA = 28;
const HEADER = 12;

/** A name server of this test (RFC 1035), which whoever asks DNS asks until the test ends. Returns the hosts asked for so far. */
export async function startNameServer(answers: Answers): Promise<string[]> {
  const asked: string[] = [];
  const socket = createSocket('udp4');
  socket.on('message', (message, { port, address }) => {
    const { host, type, end } = questionIn(message);
    asked.push(host);
    const found = answers(host);
    if (found) socket.send(answerTo(message.subarray(0, end), type, found), port, address);
  });
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  const { resolve4, resolve6 } = Resolver.prototype;
  const servers = [`127.0.0.1:${socket.address().port}`];
  Resolver.prototype.resolve4 = asking(servers, resolve4 as Resolve) as typeof resolve4;
  Resolver.prototype.resolve6 = asking(servers, resolve6 as Resolve) as typeof resolve6;
  onTestFinished(() => {
    Object.assign(Resolver.prototype, { resolve4, resolve6 });
    socket.close();
  });
  return asked;
}

type Resolve = (this: Resolver, host: string) => Promise<string[]>;

const asking = (servers: string[], resolve: Resolve): Resolve =>
  function (host) {
    // Not while it asks already.
    if (!servers.every((server) => this.getServers().includes(server))) this.setServers(servers);
    return resolve.call(this, host);
  };

function questionIn(message: Buffer): { host: string; type: number; end: number } {
  const labels: string[] = [];
  let at = HEADER;
  for (let length = message.readUInt8(at); length > 0; length = message.readUInt8(at)) {
    labels.push(message.toString('latin1', at + 1, at + 1 + length));
    at += 1 + length;
  }
  return { host: labels.join('.'), type: message.readUInt16BE(at + 1), end: at + 5 };
}

function answerTo(question: Buffer, type: number, addresses: string[]): Buffer {
  const header = Buffer.from(question.subarray(0, HEADER));
  const kind = type === A ? 'ipv4' : type === AAAA ? 'ipv6' : null;
  const found = addresses.map((address) => ipaddr.parse(address)).filter((each) => each.kind() === kind);
  // An answer, recursion was asked for and is available; one question; so many answers, and nothing more.
  header.writeUInt16BE(0x8180, 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(found.length, 6);
  header.writeUInt32BE(0, 8);
  const records = found.map((address) => {
    const bytes = address.toByteArray();
    // The name of the question, the type, the class IN, 0 seconds to live.
    const record = Buffer.from([0xc0, HEADER, 0, type, 0, 1, 0, 0, 0, 0, 0, bytes.length]);
    return Buffer.concat([record, Buffer.from(bytes)]);
  });
  return Buffer.concat([header, question.subarray(HEADER), ...records]);
}
