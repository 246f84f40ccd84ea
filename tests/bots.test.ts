import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from './support/app.ts';
import { createTenant, type Tenant } from './support/tenant.ts';

// One rule at every endpoint (docs/ingestion.md, "Bots"): which user agents are bots', whatever they send through.

const ENGINE = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)';
const CHROME = `${ENGINE} Chrome/141.0.0.0 Safari/537.36`;

// By the form of their makers' documentation.
const BOTS: [string, string][] = [
  ['Googlebot', 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)'],
  ['AdsBot-Google', 'AdsBot-Google (+http://www.google.com/adsbot.html)'],
  ['Mediapartners-Google', 'Mediapartners-Google'],
  ['Google-InspectionTool', `${CHROME} (compatible; Google-InspectionTool/1.0;)`],
  ['Screaming-Frog', 'Screaming Frog SEO Spider/20.0'],
  ['HeadlessChrome', `${ENGINE} HeadlessChrome/141.0.0.0 Safari/537.36`],
  ['Chrome-Lighthouse', `${CHROME} Chrome-Lighthouse`],
  [
    'PhantomJS',
    'Mozilla/5.0 (Unknown; Linux) AppleWebKit/538.1 (KHTML, like Gecko) PhantomJS/2.1.1 Safari/538.1',
  ],
  ['DatadogSynthetics', `${CHROME} DatadogSynthetics`],
  ['BingPreview', `${CHROME} BingPreview/1.0b`],
  ['UptimeRobot', 'Mozilla/5.0+(compatible; UptimeRobot/2.0; http://www.uptimerobot.com/)'],
  ['AhrefsBot', 'Mozilla/5.0 (compatible; AhrefsBot/7.0; +http://ahrefs.com/robot/)'],
  // Assistants and the crawlers of those who train them.
  ['GPTBot', `${ENGINE}; compatible; GPTBot/1.2; +https://openai.com/gptbot)`],
  ['OAI-SearchBot', `${CHROME}; compatible; OAI-SearchBot/1.0; +https://openai.com/searchbot`],
  ['ChatGPT-User', `${ENGINE}; compatible; ChatGPT-User/1.0; +https://openai.com/bot`],
  ['ClaudeBot', `${ENGINE}; compatible; ClaudeBot/1.0; +claudebot@anthropic.com)`],
  ['Claude-User', `${ENGINE}; compatible; Claude-User/1.0; +Claude-User@anthropic.com)`],
  ['PerplexityBot', `${ENGINE}; compatible; PerplexityBot/1.0; +https://perplexity.ai/perplexitybot)`],
  ['Perplexity-User', `${ENGINE}; compatible; Perplexity-User/1.0; +https://perplexity.ai/perplexity-user)`],
  ['Bytespider', 'Mozilla/5.0 (compatible; Bytespider; spider-feedback@bytedance.com)'],
  ['Google-Extended', 'Google-Extended'],
  [
    'meta-externalagent',
    'meta-externalagent/1.1 (+https://developers.facebook.com/docs/sharing/webmasters/crawler)',
  ],
  ['CCBot', 'CCBot/2.0 (https://commoncrawl.org/faq/)'],
  // Link previews.
  ['facebookexternalhit', 'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)'],
  ['Slackbot', 'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)'],
  ['Discordbot', 'Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)'],
  ['WhatsApp', 'WhatsApp/2.23.20.0 A'],
  // Unknown ones that say what they are.
  ['nosy-crawler', 'nosy-crawler/0.1'],
  ['FindBot', 'Mozilla/5.0 (compatible; FindBot/3.2)'],
  // Behind more than a browser's user agent ever is.
  ['Googlebot', `Mozilla/5.0 (${'x; '.repeat(300)}) (compatible; Googlebot/2.1)`],
];

const PEOPLE = [
  CHROME,
  'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
  // A phone by that name.
  'Mozilla/5.0 (Linux; Android 9; CUBOT_X19) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/91.0.4472.120 Mobile Safari/537.36',
  'Opera/9.80 (Windows NT 6.1; WOW64) Presto/2.12.388 Version/12.18',
];
// They send what others did.
const PROGRAMS = [
  ...[
    'curl/8.5.0',
    'python-requests/2.32.3',
    'node',
    'axios/1.7.9',
    'Go-http-client/2.0',
    'okhttp/4.12.0',
    'Java/17.0.9',
  ],
  ...[
    'PostmanRuntime/7.42.0',
    'posthog-node/5.70.0',
    'Shop-Backend/1.0 (+https://shop.example)',
    'Mozilla/5.0 Umami/0.4.0',
  ],
];

let server: TestServer;
let tenant: Tenant;
beforeAll(async () => {
  server = await startServer();
  tenant = await createTenant(server);
});
afterAll(() => server.close());

const SITE = 'https://shop.example';
type Send = (path: string, userAgent: string) => Promise<Response>;

const post = (path: string, body: unknown, userAgent: string) =>
  fetch(`${server.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'user-agent': userAgent },
    body: JSON.stringify(body),
  });

const rest: Send = (path, userAgent) =>
  post('/api/events', { writeKey: tenant.writeKey, events: [{ url: SITE + path }] }, userAgent);
const ENDPOINTS: Record<string, Send> = {
  REST: rest,
  GraphQL: (path, userAgent) =>
    post(
      '/graphql',
      {
        query: 'mutation ($input: TrackEventsInput!) { trackEvents(input: $input) { accepted } }',
        variables: { input: { writeKey: tenant.writeKey, events: [{ url: SITE + path }] } },
      },
      userAgent,
    ),
  Plausible: (path, userAgent) =>
    post('/api/event', { n: 'pageview', u: SITE + path, d: tenant.writeKey }, userAgent),
  Umami: (path, userAgent) =>
    post(
      '/api/send',
      { type: 'event', payload: { website: tenant.writeKey, hostname: 'shop.example', url: path } },
      userAgent,
    ),
  PostHog: (path, userAgent) =>
    post(
      '/e/',
      {
        event: '$pageview',
        properties: { token: tenant.writeKey, distinct_id: 'anon', $current_url: SITE + path },
      },
      userAgent,
    ),
  Segment: (path, userAgent) =>
    post(
      '/v1/p',
      { writeKey: tenant.writeKey, anonymousId: 'anon', properties: { url: SITE + path } },
      userAgent,
    ),
  GA4: (path, userAgent) =>
    post(
      `/mp/collect?measurement_id=G-1&api_secret=${tenant.writeKey}`,
      { client_id: 'anon', events: [{ name: 'page_view', params: { page_location: SITE + path } }] },
      userAgent,
    ),
};
/** Tells of the user agent in the event, from a server. */
const inContext: Send = (path, userAgent) =>
  post(
    '/api/events',
    { writeKey: tenant.writeKey, events: [{ url: SITE + path, context: { userAgent } }] },
    'node',
  );

const QUERY = `query Bots($project: ID!, $after: String) {
  project(id: $project) {
    events(first: 1000) { nodes { path } }
    bots(first: 1000, after: $after) { nodes { path agent } }
  }
}`;
interface Answer {
  project: {
    events: { nodes: { path: string }[] };
    bots: { nodes: { path: string; agent: string | null }[] };
  };
}
/** What became of every path that was sent: counted, or a bot's by its name. */
async function verdicts(): Promise<Map<string, string>> {
  const { project } = await server.get<Answer, { project: string }>(
    QUERY,
    { project: tenant.projectId },
    tenant.token,
  );
  return new Map([
    ...project.events.nodes.map(({ path }): [string, string] => [path, 'counted']),
    ...project.bots.nodes.map(({ path, agent }): [string, string] => [path, `bot ${agent}`]),
  ]);
}

/** Sends of every user agent through an endpoint; returns what became of each. */
async function sendAll(
  send: Send,
  name: string,
  userAgents: readonly string[],
): Promise<(string | undefined)[]> {
  const paths = userAgents.map((_, i) => `/${encodeURIComponent(name)}/${i}`);
  for (const [i, path] of paths.entries()) {
    const response = await send(path, userAgents[i] ?? '');
    expect(response.status, await response.text()).toBeLessThan(300);
  }
  const found = await verdicts();
  return paths.map((path) => found.get(path));
}

describe.each(Object.entries(ENDPOINTS))('%s', (name, send) => {
  it('knows bots, by their names', async () => {
    const expected = BOTS.map(([agent]) => `bot ${agent}`);
    expect(
      await sendAll(
        send,
        `${name} bots`,
        BOTS.map(([, userAgent]) => userAgent),
      ),
    ).toEqual(expected);
  });

  it('counts people, and what programs send', async () => {
    const userAgents = [...PEOPLE, ...PROGRAMS];
    expect(await sendAll(send, `${name} people`, userAgents)).toEqual(userAgents.map(() => 'counted'));
  });
});

it('the user agent that an event names counts as it is', async () => {
  const expected = [...BOTS.map(([agent]) => `bot ${agent}`), 'bot curl', ...PEOPLE.map(() => 'counted')];
  const userAgents = [...BOTS.map(([, userAgent]) => userAgent), 'curl/8.5.0', ...PEOPLE];
  expect(await sendAll(inContext, 'context', userAgents)).toEqual(expected);
});

it('a secret key is no bot, whatever it calls itself', async () => {
  const { secret } = await tenant.createKey('WRITE');
  const response = await fetch(`${server.url}/api/events`, {
    method: 'POST',
    headers: { authorization: `Bearer ${secret}`, 'user-agent': 'Googlebot/2.1' },
    body: JSON.stringify({ events: [{ url: `${SITE}/secret` }] }),
  });
  expect(await response.json()).toMatchObject({ accepted: 1 });
});

it('are reported by name, and acquitted ones are not', async () => {
  const other = await createTenant(server);
  const send = (agent: string) =>
    post('/api/events', { writeKey: other.writeKey, events: [{ url: `${SITE}/${agent}` }] }, agent);
  for (const agent of ['GPTBot/1.2', 'GPTBot/1.1', 'ClaudeBot/1.0']) await send(agent);
  server.clock.pass(1_000);
  interface Report {
    project: {
      botAgents: { agent: string; events: number }[];
      bots: { nodes: { id: string; path: string }[] };
    };
  }
  const report = () =>
    server.get<Report, { project: string }>(
      `query ($project: ID!) { project(id: $project) {
        botAgents(range: { last: "PT1H" }) { agent events lastReceivedAt }
        bots(agent: "gptbot") { nodes { id path } }
      } }`,
      { project: other.projectId },
      other.token,
    );
  const { project } = await report();
  expect(project.botAgents).toEqual([
    { agent: 'GPTBot', events: 2, lastReceivedAt: expect.any(String) },
    { agent: 'ClaudeBot', events: 1, lastReceivedAt: expect.any(String) },
  ]);
  expect(project.bots.nodes.map(({ path }) => path).toSorted()).toEqual(['/GPTBot/1.1', '/GPTBot/1.2']);
  await server.get(
    'mutation ($input: AcquitBotsInput!) { acquitBots(input: $input) { stored } }',
    { input: { projectId: other.projectId, ids: project.bots.nodes.map(({ id }) => id) } },
    other.token,
  );
  expect((await report()).project.botAgents).toMatchObject([{ agent: 'ClaudeBot', events: 1 }]);
});
