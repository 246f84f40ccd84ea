import type { Context } from '../context.ts';
import { clientAddress } from '../ingest/enrich/address.ts';
import { networkOf } from '../ingest/rate-limit.ts';
import type { Device } from './sessions.ts';

/** What a request to sign in comes from. */
export function deviceOf({ request, config }: Pick<Context, 'request' | 'config'>): Device {
  const address = clientAddress({ get: request.header }, request.address, config.trustProxy);
  return { network: address && networkOf(address), userAgent: request.header('user-agent') };
}
