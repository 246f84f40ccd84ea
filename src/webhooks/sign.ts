import { randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';

/** What a webhook signs with. */
export interface Secrets {
  secret: string;
  /** The one before, for receivers that do not have the new one yet. */
  previousSecret: string | null;
  previousUntil: Date | null;
}

/** How long the secret before a rotation signs too. */
export const ROTATION = 24 * 60 * 60_000;

// Standard Webhooks asks for 24 to 64 random bytes.
export const newSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

/** The headers of Standard Webhooks for one attempt. */
export function signedHeaders(
  { secret, previousSecret, previousUntil }: Secrets,
  { id, body, at }: { id: string; body: string; at: Date },
): Record<string, string> {
  const secrets = previousSecret && previousUntil && at < previousUntil ? [secret, previousSecret] : [secret];
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
    'webhook-signature': secrets.map((each) => new Webhook(each).sign(id, at, body)).join(' '),
  };
}
