import { createHmac } from 'node:crypto';
import { expect, it } from 'vitest';
import { newSecret, signedHeaders } from './sign.ts';

const at = new Date('2026-11-21T12:00:00.900Z');
const message = { id: '6f9619ff-8b86-4d01-b42d-00c04fc964ff', body: '{"type":"webhook.test"}', at };

// https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md#symmetric: v1, then the base64 of
// the HMAC-SHA256 of id.timestamp.body with the bytes that the secret spells.
const signature = (secret: string): string =>
  `v1,${createHmac('sha256', Buffer.from(secret.slice('whsec_'.length), 'base64'))
    .update('6f9619ff-8b86-4d01-b42d-00c04fc964ff.1795262400.{"type":"webhook.test"}')
    .digest('base64')}`;

it('signs as Standard Webhooks says', () => {
  const secret = newSecret();
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  expect(signedHeaders({ secret, previousSecret: null, previousUntil: null }, message)).toEqual({
    'webhook-id': message.id,
    'webhook-timestamp': '1795262400',
    'webhook-signature': signature(secret),
  });
});

it('signs with the secret before too, until its time is over', () => {
  const [secret, previousSecret] = [newSecret(), newSecret()];
  const until = (previousUntil: Date) =>
    signedHeaders({ secret, previousSecret, previousUntil }, message)['webhook-signature'];
  expect(until(new Date(at.getTime() + 1))).toBe(`${signature(secret)} ${signature(previousSecret)}`);
  expect(until(at)).toBe(signature(secret));
});
