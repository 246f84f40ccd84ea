import http from 'node:http';
import https from 'node:https';
import {
  agentFor,
  hasPortOfReceivers,
  isRefusal,
  NOT_PUBLIC,
  namesPrivate,
  PORT_RULE,
  publicLookup,
} from './address.ts';
import { retryAfterOf } from './retry.ts';
import type { WebhookSettings } from './settings.ts';

// As much of an answer as helps to see what is wrong.
const KEPT = 1_024;

/** What came of an attempt. */
export interface Outcome {
  /** Null when no answer came. */
  status: number | null;
  /** Null when the message was taken. */
  error: string | null;
  /** The beginning of the answer's body. */
  response: string | null;
  /** Milliseconds that the receiver asks to wait. */
  retryAfter: number | null;
}

interface Message {
  url: URL;
  headers: Record<string, string>;
  body: string;
}

const failed = (error: string): Outcome => ({ status: null, error, response: null, retryAfter: null });

/** Sends a message once. Rejects only when `stopping` is aborted. */
export async function send(
  { url, headers, body }: Message,
  { privateAddresses, timeout }: Omit<WebhookSettings, 'pauses'>,
  stopping: AbortSignal,
): Promise<Outcome> {
  if (!privateAddresses && namesPrivate(url)) return failed(`Not sent: ${NOT_PUBLIC}.`);
  if (!privateAddresses && !hasPortOfReceivers(url))
    return failed(`Not sent: a URL may be called where ${PORT_RULE}.`);
  const expired = AbortSignal.timeout(timeout);
  try {
    const answer = await post(
      url,
      {
        method: 'POST',
        agent: agentFor(url, privateAddresses),
        // Where private addresses are wanted, so are the names that only the system knows, and its users are trusted.
        ...(privateAddresses ? {} : { lookup: publicLookup }),
        signal: AbortSignal.any([expired, stopping]),
        headers: {
          ...headers,
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'user-agent': 'Pulsegraph-Webhooks',
        },
      },
      body,
    );
    const { statusCode: status = 0 } = answer;
    return {
      status,
      error: complaint(status),
      response: await beginning(answer),
      retryAfter: retryAfterOf(answer.headers['retry-after'], Date.now()),
    };
  } catch (error) {
    if (stopping.aborted) throw error;
    if (expired.aborted) return failed(`No answer within ${timeout / 1_000} seconds.`);
    return failed(reasonOf(error as NodeJS.ErrnoException));
  }
}

function post(url: URL, options: https.RequestOptions, body: string): Promise<http.IncomingMessage> {
  const { request } = url.protocol === 'https:' ? https : http;
  return new Promise((resolve, reject) => {
    request(url, options, resolve).on('error', reject).end(body);
  });
}

/** The first kilobyte of a body, or as much as came before it broke off. */
async function beginning(answer: http.IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of answer as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      length += chunk.length;
      if (length >= KEPT) break;
    }
  } catch {
    // The status has said what became of the message.
  }
  answer.destroy();
  // Postgres cannot keep U+0000.
  return Buffer.concat(chunks).subarray(0, KEPT).toString().replaceAll('\0', '');
}

function complaint(status: number): string | null {
  if (status >= 200 && status < 300) return null;
  if (status >= 300 && status < 400) return `Answered ${status}: redirects are not followed.`;
  return `Answered ${status}.`;
}

function reasonOf(error: NodeJS.ErrnoException): string {
  if (isRefusal(error)) return `Not sent: ${NOT_PUBLIC}.`;
  // Where several addresses were tried, only the code says what was wrong.
  return `Not sent: ${error.message || error.code}.`;
}
