import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { test } from '../tracker/test-browser.ts';
import { graphql } from './gql/gql.ts';
import { startServer, type TestServer } from './support/app.ts';
import { connect, overServerSentEvents } from './support/live.ts';
import { startNginx } from './support/nginx.ts';
import { createTenant, type Tenant } from './support/tenant.ts';
import { named, subscribers, Tracked, track, until } from './support/watching.ts';

// A real nginx between: as people configure it first, and as docs/live.md says.

const Stats = graphql(`
  subscription ProxyStats($project: ID!) {
    stats(projectId: $project, range: { last: "PT30M" }) { totals { events } }
  }
`);

let server: TestServer;
let tenant: Tenant;
beforeAll(async () => {
  server = await startServer();
  tenant = await createTenant(server);
});
afterAll(() => server.close());

async function behind(settings?: Parameters<typeof startNginx>[1]): Promise<string> {
  const nginx = await startNginx(server.url, settings);
  onTestFinished(() => nginx.stop());
  return nginx.url;
}

describe('server-sent events', () => {
  it.each([
    ['proxy_pass alone', {}],
    ['compression', { server: 'gzip on; gzip_types *; gzip_proxied any;' }],
    ['a cache', { server: 'proxy_buffers 8 64k; proxy_buffering on;' }],
  ])('arrive as they are sent, through %s', async (_what, settings) => {
    const url = await behind(settings);
    const before = server.app.hub.size();
    const stats = overServerSentEvents(url, Stats, { project: tenant.projectId }, tenant.token);
    const events = overServerSentEvents(
      url,
      Tracked,
      { project: tenant.projectId, filter: null },
      tenant.token,
    );
    await until(() => expect(stats.received).toHaveLength(1));
    await subscribers(server, before + 2);
    await track(server, tenant, named(`through ${_what}`));
    await until(() => expect(events.received).toHaveLength(1));
    stats.leave();
    events.leave();
    await subscribers(server, before);
  });

  it('say to a proxy that they are not to be kept, nor changed', async () => {
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'text/event-stream',
        authorization: `Bearer ${tenant.token}`,
      },
      body: JSON.stringify({
        query: `subscription { eventTracked(projectId: "${tenant.projectId}") { id } }`,
      }),
    });
    expect(response.headers.get('x-accel-buffering')).toBe('no');
    expect(response.headers.get('cache-control')).toContain('no-transform');
    expect(response.headers.has('content-encoding')).toBe(false);
    await response.body?.cancel();
  });
});

describe('a WebSocket', () => {
  it('that the proxy does not let through is answered with what the proxy lacks', async () => {
    const url = await behind();
    const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    socket.on('error', () => undefined);
    const [, response] = await once(socket, 'unexpected-response');
    let body = '';
    for await (const chunk of response) body += chunk;
    expect(response.statusCode).toBe(426);
    expect(JSON.parse(body).errors[0]).toMatchObject({
      message: expect.stringMatching(/Upgrade.*proxy/),
      extensions: { code: 'BAD_REQUEST' },
    });
  });

  it('passes one that is configured as docs/live.md has it', async () => {
    const url = await behind({
      location:
        'proxy_http_version 1.1; proxy_set_header Upgrade $http_upgrade; proxy_set_header Connection "upgrade";',
    });
    await subscribers(server, 0);
    const connection = connect(url, tenant.token);
    const watch = connection.subscribe(Tracked, { project: tenant.projectId, filter: null });
    await subscribers(server, 1);
    await track(server, tenant, named('over a socket'));
    await until(() => expect(watch.received).toHaveLength(1));
    await connection.close();
  });
});

test('GraphiQL works behind a proxy', async ({ page }) => {
  const nginx = await startNginx(server.url);
  try {
    await page.goto(`${nginx.url}/graphql`);
    await page.locator('.graphiql-execute-button').waitFor();
    await page.locator('.graphiql-execute-button').click();
    await page.locator('.result-window', { hasText: '"accessToken"' }).waitFor();
  } finally {
    await nginx.stop();
  }
});
