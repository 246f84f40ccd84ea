import { stat } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { isPublic } from '../src/webhooks/address.ts';
import { startServer, type TestServer } from './support/app.ts';
import { startNameServer } from './support/name-server.ts';
import { startReceiver } from './support/receiver.ts';
import { createTenant, type Tenant } from './support/tenant.ts';
import { sending, webhooksOf } from './support/webhooks.ts';

let server: TestServer;
let tenant: Tenant;
let hooks: ReturnType<typeof webhooksOf>;

beforeAll(async () => {
  server = await startServer({
    ...sending,
    webhooks: { ...sending.webhooks, privateAddresses: false, pauses: [] },
  });
  tenant = await createTenant(server);
  hooks = webhooksOf(server, tenant);
});
afterAll(() => server.close());
afterEach(async () => {
  await server.app.store.pool.query('delete from webhooks');
});

const problems = (answer: Awaited<ReturnType<typeof hooks.create>>) =>
  answer.errors.map(({ extensions }) => [extensions?.code, extensions?.field]);

// RFC 6890 and the registries of special-purpose addresses, in the forms that resolvers and URL parsers know.
const PRIVATE = [
  '127.0.0.1',
  '0x7f.1',
  '0x7f000001',
  '2130706433',
  '0177.0.0.1',
  '127.1',
  '0',
  '0.0.0.0',
  '10.0.0.1',
  '172.16.0.1',
  '172.31.255.254',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '100.127.255.254',
  '192.0.0.1',
  '192.0.2.1',
  '198.18.0.1',
  '198.51.100.1',
  '203.0.113.1',
  '224.0.0.1',
  '239.255.255.255',
  '240.0.0.1',
  '255.255.255.255',
  '[::1]',
  '[::]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[::ffff:0:127.0.0.1]',
  '[::127.0.0.1]',
  '[64:ff9b::7f00:1]',
  '[2002:7f00:1::]',
  '[2001::1]',
  '[fe80::1]',
  '[fc00::1]',
  '[fd00:ec2::254]',
  '[fec0::1]',
  '[ff02::1]',
  '[2001:db8::1]',
  '[100::1]',
  'localhost',
  'LOCALHOST',
  'localhost.',
  'app.localhost',
  '127.0.0.1.',
  '①②⑦.0.0.1',
];

describe('a webhook is not made', () => {
  it.each(PRIVATE)('for http://%s/', async (host) => {
    const answer = await hooks.create({ url: `http://${host}:8080/hook` });
    expect(problems(answer)).toEqual([['BAD_USER_INPUT', 'input.url']]);
    expect(answer.errors[0]?.message).toContain('an address that is not public');
  });

  it.each([
    ['not a URL', 'example.com/hook'],
    ['of another protocol', 'ftp://example.com/'],
    ['that is a program', 'javascript:alert(1)'],
    ['of a file', 'file:///etc/passwd'],
    ['with a password', 'https://user:secret@example.com/'],
    ['with a user name', 'https://user@example.com/'],
    ['longer than 2,000 characters', `https://example.com/${'a'.repeat(2_000)}`],
    ['without a host', 'https://'],
    ['with the character U+0000', 'https://example.com/\0'],
    ['empty', ''],
  ])('for a URL %s', async (_what, url) => {
    expect(problems(await hooks.create({ url }))).toEqual([['BAD_USER_INPUT', 'input.url']]);
  });

  it('past the twentieth of a project', async () => {
    const made = await Promise.all(Array.from({ length: 21 }, () => hooks.create({})));
    expect(made.flatMap(problems)).toEqual([['BAD_USER_INPUT', 'input.projectId']]);
  });

  it('with more than 20 thresholds, or a long description', async () => {
    const threshold = { metric: 'VISITS', last: 'PT1H', comparison: 'BELOW', value: 1 } as const;
    expect(problems(await hooks.create({ thresholds: Array(21).fill(threshold) }))).toEqual([
      ['BAD_USER_INPUT', 'input.thresholds'],
    ]);
    expect(problems(await hooks.create({ description: 'a'.repeat(501) }))).toEqual([
      ['BAD_USER_INPUT', 'input.description'],
    ]);
  });
});

it.each([
  'https://8.8.8.8/',
  'http://[2606:4700:4700::1111]:8080/',
  // What does not resolve now may do so tomorrow.
  'https://hooks.nowhere.invalid/',
])('a webhook is made for %s', async (url) => {
  expect((await hooks.create({ url })).errors).toEqual([]);
});

// IANA's registry of service names and port numbers, and the ports that the Fetch standard blocks.
it.each([
  1, 7, 21, 22, 23, 25, 53, 110, 143, 389, 465, 587, 636, 993, 1433, 2049, 2375, 3306, 5060, 5432, 6000, 6379,
  6667, 9200, 11211, 27017,
])('a webhook is not made for port %s', async (port) => {
  for (const host of ['8.8.8.8', '[2606:4700:4700::1111]'])
    expect(problems(await hooks.create({ url: `https://${host}:${port}/` }))).toEqual([
      ['BAD_USER_INPUT', 'input.url'],
    ]);
});

it.each([
  'https://8.8.8.8',
  'http://8.8.8.8:443/',
  'https://8.8.8.8:80/',
  'https://8.8.8.8:8443/',
  'http://8.8.8.8:3000/',
])('a webhook is made for the port of %s', async (url) => {
  expect((await hooks.create({ url })).errors).toEqual([]);
});

it('a webhook keeps no spaces around its URL', async () => {
  const { data, errors } = await hooks.create({ url: ' \thttps://8.8.8.8/hook \n' });
  expect(errors).toEqual([]);
  expect(data?.createWebhook.webhook.url).toBe('https://8.8.8.8/hook');
});

describe('a message is not sent', () => {
  /** What became of a message to a URL that got past the check, as one whose host changed its address did. */
  async function messageTo(url: string) {
    const made = await hooks.create({});
    const id = made.data?.createWebhook.webhook.id ?? '';
    await server.app.store.pool.query('update webhooks set url = $1', [url]);
    return hooks.settled(await hooks.test(id));
  }

  it.each([
    '127.0.0.1',
    '[::ffff:127.0.0.1]',
    '[::1]',
    'localhost',
    'localhost.',
    '169.254.169.254',
    '[::127.0.0.1]',
  ])('to %s', async (host) => {
    const receiver = await startReceiver();
    onTestFinished(() => receiver.close());
    const delivery = await messageTo(receiver.url.replace('127.0.0.1', host));
    expect(delivery).toMatchObject({
      status: 'FAILED',
      attempts: [{ status: null, error: expect.stringContaining('an address that is not public') }],
    });
    expect(receiver.received).toEqual([]);
  });

  it('to a port of another service', async () => {
    const delivery = await messageTo('http://8.8.8.8:6379/');
    expect(delivery).toMatchObject({
      status: 'FAILED',
      attempts: [{ status: null, error: expect.stringContaining('port') }],
    });
  });

  it.each([
    ['is private by now', ['127.0.0.1']],
    ['is private among others', ['127.0.0.1', '8.8.8.8']],
    ['is private in IPv6', ['::ffff:127.0.0.1']],
    ['is one of IPv4 in IPv6 of old', ['::127.0.0.1']],
  ])('to a host whose address %s, though it was public when the webhook was made', async (_what, later) => {
    const receiver = await startReceiver();
    onTestFinished(() => receiver.close());
    let addresses = ['8.8.8.8'];
    await startNameServer(() => addresses);
    const { port } = new URL(receiver.url);
    const made = await hooks.create({ url: `http://rebind.example:${port}/` });
    expect(made.errors).toEqual([]);
    addresses = later;
    const delivery = await hooks.settled(await hooks.test(made.data?.createWebhook.webhook.id ?? ''));
    expect(delivery.attempts[0]?.error).toContain('an address that is not public');
    expect(receiver.received).toEqual([]);
  });

  it('and a webhook not made, where a host has a private address among public ones', async () => {
    await startNameServer(() => ['8.8.8.8', '10.0.0.7']);
    expect(problems(await hooks.create({ url: 'http://rebind.example/' }))).toEqual([
      ['BAD_USER_INPUT', 'input.url'],
    ]);
  });

  it.each(['10.0.0.7', 'fd00:ec2::254'])('nor where its only address is %s', async (address) => {
    await startNameServer(() => [address]);
    expect(problems(await hooks.create({ url: 'http://rebind.example/' }))).toEqual([
      ['BAD_USER_INPUT', 'input.url'],
    ]);
  });
});

describe('a name server that is silent', () => {
  it('holds up nobody but whose webhook it is', async () => {
    const asked = await startNameServer(() => null);
    let made = 0;
    // More than libuv has threads, of which files need one too.
    const making = Array.from({ length: 6 }, async (_, number) => {
      const answer = await hooks.create({ url: `http://hook-${number}.silent.example/` });
      made++;
      return answer.errors;
    });
    await expect.poll(() => new Set(asked).size, { timeout: 4_000 }).toBe(6);
    await stat('.');
    expect(made).toBe(0);
    expect((await Promise.all(making)).flat()).toEqual([]);
  });

  it('fails an attempt', async () => {
    await startNameServer(() => null);
    const made = await hooks.create({ url: 'http://silent.example/' });
    const delivery = await hooks.settled(await hooks.test(made.data?.createWebhook.webhook.id ?? ''));
    expect(delivery.attempts).toMatchObject([
      { status: null, error: expect.stringMatching(/^Not sent: queryA E\w+ silent\.example\.$/) },
    ]);
  });
});

it.each(['8.8.8.8', '1.1.1.1', '172.32.0.1', '100.128.0.1', '2606:4700:4700::1111', '2a00:1450:4001::1'])(
  '%s is public',
  (address) => expect(isPublic(address)).toBe(true),
);
