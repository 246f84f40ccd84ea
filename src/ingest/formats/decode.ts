import { promisify } from 'node:util';
import { gunzip, inflate } from 'node:zlib';
import type { Refusal } from './format.ts';
import { isExcessive } from './structure.ts';

const unzip = { gzip: promisify(gunzip), deflate: promisify(inflate) };

/** A body that cannot be taken. */
export class BodyError extends Error {
  readonly refusal: Refusal;
  constructor(reason: Refusal['reason'], message: string) {
    super(message);
    this.refusal = { reason, message };
  }
}

/** Says that a body is past the limit, in bytes. */
export const tooLarge = (limit: number): BodyError =>
  new BodyError(
    'too large',
    `A request has at most ${(limit / 1024 / 1024).toFixed(1).replace('.0', '')} MiB, unpacked: send fewer events at once.`,
  );

/**
 * A body as JSON, whatever it is wrapped in: gzip, told by its first bytes because browsers may not say (posthog-js
 * sends it as text/plain), deflate, a form's `data`, base64. Undefined of an empty one; throws BodyError.
 *
 * @param hold is told the bytes that came of packed ones, and throws where there is no room for them
 */
export async function decodeBody(
  body: Buffer,
  encoding: string | null,
  limit: number,
  hold: (bytes: number) => void = () => undefined,
): Promise<unknown> {
  const text = (await unpack(body, encoding, limit, hold)).toString().trim();
  if (text === '') return undefined;
  if (text.startsWith('{') || text.startsWith('[')) return parse(text);
  if (/^(?:[\w-]+=[^&]*&)*data=/.test(text)) {
    const data = new URLSearchParams(text).get('data') ?? '';
    // A form writes spaces as plus signs; base64 has plus signs and no spaces.
    return decodeText(data, limit, data.replaceAll(' ', '+'), hold);
  }
  return decodeText(text, limit, text, hold);
}

/** JSON, or base64 of JSON that may be packed; as it stands in a form or a query. Throws BodyError. */
export async function decodeText(
  text: string,
  limit: number,
  base64 = text,
  hold: (bytes: number) => void = () => undefined,
): Promise<unknown> {
  const trimmed = text.trim();
  if (trimmed.startsWith('{') || trimmed.startsWith('[')) return parse(trimmed);
  return parse((await unpack(Buffer.from(base64, 'base64'), null, limit, hold)).toString());
}

// Bytes of a packed body, and of what comes of it however short it was. Batches of posthog-js become 45 to 70 times as long,
// those of servers' SDKs 10 times; 4 KB that become 4 MB are nobody's events.
const MAX_PACKED = 1024 * 1024;
const ALWAYS_UNPACKED = 1024 * 1024;
const MAX_RATIO = 100;

async function unpack(
  body: Buffer,
  encoding: string | null,
  limit: number,
  hold: (bytes: number) => void,
): Promise<Buffer> {
  const packing = body[0] === 0x1f && body[1] === 0x8b ? 'gzip' : encoding === 'deflate' ? 'deflate' : null;
  if (packing === null) return body;
  if (body.length > MAX_PACKED)
    throw new BodyError('too large', 'A request has at most 1 MiB, packed: send fewer events at once.');
  const most = Math.min(limit, Math.max(ALWAYS_UNPACKED, MAX_RATIO * body.length));
  try {
    const unpacked = await unzip[packing](body, { maxOutputLength: most });
    hold(unpacked.length);
    return unpacked;
  } catch (error) {
    if (error instanceof BodyError) throw error;
    if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(most);
    throw new BodyError('malformed', `The body is not ${packing}.`);
  }
}

// A field of other SDKs that holds an id, with an integer of which a double may not hold every digit.
const LONG_ID =
  /(?<!\\)("(?:id|uuid|userId|anonymousId|previousId|messageId|alias|distinct_id|user_id|client_id|app_instance_id|session_id|transaction_id|\$(?:distinct_id|anon_distinct_id|device_id|user_id|session_id|insert_id))"\s*:\s*)(-?\d{16,})(?=\s*[,}])/g;

/** JSON, in which ids that are long integers are texts: two of them could be the same number to JavaScript. */
function parse(text: string): unknown {
  if (isExcessive(text))
    throw new BodyError(
      'too large',
      'The body has more keys, values or levels than events can need: send fewer events at once.',
    );
  try {
    return JSON.parse(/\d{16}/.test(text) ? text.replace(LONG_ID, '$1"$2"') : text);
  } catch {
    throw new BodyError('malformed', 'The body is not JSON.');
  }
}
