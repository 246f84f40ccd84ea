import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { Tenant } from './tenants.ts';

// What somebody without an account, with a public write key, or with an account of their own can do to a server. Each attack
// runs until the signal is aborted; what the server answers is of no interest to it.

export type Attack = (tenant: Tenant, signal: AbortSignal) => Promise<void>;

/** Sends requests from so many connections, one after the other on each. */
async function flood(connections: number, signal: AbortSignal, send: (n: number) => Promise<Response>) {
  let count = 0;
  const worker = async (): Promise<void> => {
    while (!signal.aborted) {
      try {
        await (await send(count++)).arrayBuffer();
      } catch {
        // Refused or cut: a pause, as an attacker's client would take to connect again.
        await delay(20);
      }
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
}

const post = (tenant: Tenant, signal: AbortSignal, query: string, token?: string) =>
  fetch(`${tenant.url}/graphql`, {
    method: 'POST',
    signal,
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify({ query }),
  });

/** The same selection of a project's, under many names. */
const aliased = (tenant: Tenant, count: number, selection: (n: number) => string): string =>
  `{ project(id: "${tenant.projectId}") { ${Array.from({ length: count }, (_, n) => `a${n}: ${selection(n)}`).join(' ')} } }`;

const condition = (n: number) => `{ properties: [{ key: "plan", contains: "${n}" }] }`;

export const ATTACKS: Readonly<Record<string, Attack>> = {
  'timeseries of 9,990 buckets': (tenant, signal) =>
    flood(10, signal, (n) =>
      post(
        tenant,
        signal,
        `{ project(id: "${tenant.projectId}") { stats(range: { last: "PT${9_990 - (n % 50)}M" }) {
          timeseries(interval: MINUTE) { metrics { timeOnPage revenue { amount } visitors } } } } }`,
        tenant.token,
      ),
    ),
  'funnels by text': (tenant, signal) =>
    flood(40, signal, (n) => {
      const steps = Array.from(
        { length: 10 },
        (_, i) => `{ match: { filter: { path: { contains: "${(n + i) % 97}" } } } }`,
      );
      return post(
        tenant,
        signal,
        aliased(tenant, 2, () => `funnel(steps: [${steps}]) { conversionRate }`),
        tenant.token,
      );
    }),
  'counts by property': (tenant, signal) =>
    flood(60, signal, (n) =>
      post(
        tenant,
        signal,
        aliased(tenant, 2, (i) => `events(filter: ${condition(n * 2 + i)}, first: 1) { totalCount }`),
        tenant.token,
      ),
    ),
  'operations of one socket': async (tenant, signal) => {
    while (!signal.aborted) {
      const client = createClient({
        url: `${tenant.url.replace('http', 'ws')}/graphql`,
        webSocketImpl: WebSocket,
        retryAttempts: 0,
        connectionParams: { authorization: `Bearer ${tenant.token}` },
      });
      const query = `{ project(id: "${tenant.projectId}") { stats { totals { visitors } } } }`;
      for (let i = 0; i < 3_000; i++)
        client.subscribe(
          { query },
          { next: () => undefined, error: () => undefined, complete: () => undefined },
        );
      await delay(1_000);
      await client.dispose();
    }
  },
  'events with a public key': (tenant, signal) => {
    const events = Array.from({ length: 1_000 }, (_, i) => ({
      url: `https://shop.example/${i}`,
      visitorId: `v${i}`,
    }));
    return flood(60, signal, (n) => {
      events[0] = { url: `https://shop.example/first/${n}`, visitorId: `n${n}` };
      return fetch(`${tenant.url}/api/events`, {
        method: 'POST',
        signal,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ writeKey: tenant.writeKey, events }),
      });
    });
  },
  'packed bodies without a key': (tenant, signal) => {
    const body = gzipSync('['.repeat(2_000_000) + ']'.repeat(2_000_000));
    return flood(20, signal, () =>
      fetch(`${tenant.url}/batch/`, {
        method: 'POST',
        signal,
        headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
        body,
      }),
    );
  },
  'sign-ins': (tenant, signal) =>
    flood(50, signal, (n) =>
      post(
        tenant,
        signal,
        `mutation { login(input: { email: "guest-${n % 500}@example.com", password: "guess number ${n}" }) { accessToken } }`,
      ),
    ),
  'refused documents': (tenant, signal) =>
    flood(10, signal, (n) =>
      post(
        tenant,
        signal,
        `{ ${Array.from({ length: 1_250 }, (_, i) => `x${n}_${i}: __typename`).join(' ')} }`,
      ),
    ),
  'readers that do not read': async ({ url }, signal) => {
    const { hostname, port, host } = new URL(url);
    const sockets = Array.from({ length: 150 }, () => {
      const socket = connect(Number(port), hostname).on('error', () => undefined);
      socket.pause();
      socket.write(`GET /graphql HTTP/1.1\r\nHost: ${host}\r\nAccept: text/html\r\n\r\n`);
      return socket;
    });
    await new Promise((resolve) => signal.addEventListener('abort', resolve));
    for (const socket of sockets) socket.destroy();
  },
};
