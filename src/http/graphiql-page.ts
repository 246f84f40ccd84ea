import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { graphiqlOptions } from './graphiql.ts';
import { FILL_IN, TABS_STAY } from './graphiql-fill.ts';

// GraphiQL is a small page with static files beside it. Each is made once, in every encoding, and all requests are
// answered with the same bytes: a client that never reads costs no memory of its own.

/** GraphiQL at /graphql, for browsers. */
export interface GraphiqlPage {
  /** Answers requests for the page and its files; false where it is another request. */
  serve(request: IncomingMessage, response: ServerResponse): Promise<boolean>;
}

/** A file in every encoding in which it is sent. */
interface StaticFile {
  type: string;
  etag: string;
  cacheControl: string;
  headers?: Readonly<Record<string, string>>;
  encoded: Readonly<Record<Encoding, Buffer>>;
}
type Encoding = 'br' | 'gzip' | 'identity';

const ASSETS = '/graphql/assets/';

// Monaco makes style elements; nothing else runs or loads that is not a file of this page.
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const PAGE_HEADERS = {
  'content-security-policy': POLICY,
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  // The same path answers operations.
  vary: 'accept, accept-encoding',
};

// What is typed is kept for as long as the tab of the browser is open, tokens not even that. GraphiQL would write each
// edited query into the page's address, where a password of the first tab would end up in the history.
const START = `
(() => {
  const written = document.querySelector('#options').textContent;
  const options = JSON.parse(written.replaceAll('SERVER_URL', location.origin));
  const workers = options.workers;
  self.MonacoEnvironment = {
    globalAPI: false,
    getWorkerUrl: (_, label) => new URL(workers[label] ?? workers.editorWorkerService, document.baseURI).href,
  };
  addEventListener('DOMContentLoaded', () =>
    YogaGraphiQL.renderYogaGraphiQL(document.querySelector('#root'), {
      ...options.graphiql,
      storage: sessionStorage,
      onEditQuery: () => {},
    }));
})();
`;

export function createGraphiqlPage(): GraphiqlPage {
  let made: Promise<ReadonlyMap<string, StaticFile>> | undefined;
  return {
    async serve(request, response) {
      const path = request.url?.split('?', 1)[0] ?? '';
      const isPage = path === '/graphql' && request.headers.accept?.includes('text/html') === true;
      if (!isPage && !path.startsWith(ASSETS)) return false;
      made ??= makeFiles();
      const file = (await made).get(path);
      if (!file) return false;
      serveFile(file, request, response);
      return true;
    },
  };
}

async function makeFiles(): Promise<ReadonlyMap<string, StaticFile>> {
  const { js, css, favicon, editorWorkerService, jsonWorker, graphqlWorker } = await import(
    '@graphql-yoga/render-graphiql/graphiql'
  );
  const script = 'text/javascript; charset=utf-8';
  const icon = Buffer.from(favicon.slice(favicon.indexOf(',') + 1), 'base64');
  const parts: [name: string, extension: string, type: string, content: Buffer][] = [
    ['main', 'js', script, Buffer.from(`${FILL_IN}${START}${js}`)],
    ['main', 'css', 'text/css; charset=utf-8', Buffer.from(`${css}${TABS_STAY}`)],
    ['icon', 'ico', 'image/x-icon', icon],
    ['editorWorkerService', 'js', script, Buffer.from(editorWorkerService)],
    ['json', 'js', script, Buffer.from(jsonWorker)],
    ['graphql', 'js', script, Buffer.from(graphqlWorker)],
  ];
  const files = new Map<string, StaticFile>();
  const pathOf: Record<string, string> = {};
  for (const [name, extension, type, content] of parts) {
    const file = await makeFile(type, content, 'public, max-age=31536000, immutable');
    const path = `${ASSETS}${name}-${file.etag.slice(1, -1)}.${extension}`;
    files.set(path, file);
    // Relative to the page: a proxy may serve it below a path of its own.
    pathOf[`${name}.${extension}`] = path.slice(1);
  }
  const page = Buffer.from(htmlOf(pathOf));
  files.set('/graphql', {
    ...(await makeFile('text/html; charset=utf-8', page, 'no-cache')),
    headers: PAGE_HEADERS,
  });
  return files;
}

function htmlOf(pathOf: Readonly<Record<string, string>>): string {
  const workers = {
    editorWorkerService: pathOf['editorWorkerService.js'],
    json: pathOf['json.js'],
    graphql: pathOf['graphql.js'],
  };
  const options = JSON.stringify({ graphiql: graphiqlOptions, workers }).replaceAll('<', '\\u003c');
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>${graphiqlOptions.title}</title>
    <link rel="icon" href="${pathOf['icon.ico']}" />
    <link rel="stylesheet" href="${pathOf['main.css']}" />
    <script type="application/json" id="options">${options}</script>
    <script src="${pathOf['main.js']}" defer></script>
  </head>
  <body id="body" class="no-focus-outline">
    <noscript>You need to enable JavaScript to run this app.</noscript>
    <div id="root"></div>
  </body>
</html>
`;
}

async function makeFile(type: string, content: Buffer, cacheControl: string): Promise<StaticFile> {
  // Higher qualities take seconds for a few per cent.
  const params = { [constants.BROTLI_PARAM_QUALITY]: 5 };
  return {
    type,
    etag: `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`,
    cacheControl,
    encoded: {
      identity: content,
      gzip: await promisify(gzip)(content),
      br: await promisify(brotliCompress)(content, { params }),
    },
  };
}

function serveFile(file: StaticFile, request: IncomingMessage, response: ServerResponse): void {
  const headers = {
    etag: file.etag,
    'cache-control': file.cacheControl,
    'x-content-type-options': 'nosniff',
    vary: 'accept-encoding',
    ...file.headers,
  };
  if (request.headers['if-none-match']?.includes(file.etag))
    return void response.writeHead(304, headers).end();
  const encoding = encodingFor(request.headers['accept-encoding']);
  const body = file.encoded[encoding];
  response
    .writeHead(200, {
      ...headers,
      'content-type': file.type,
      'content-length': body.length,
      ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
    })
    .end(request.method === 'HEAD' ? undefined : body);
}

/** The smallest that the client takes. */
function encodingFor(accepted = ''): Encoding {
  const names = accepted
    .toLowerCase()
    .split(',')
    .filter((each) => !/;\s*q=0(?:\.0*)?\s*$/.test(each))
    .map((each) => each.split(';', 1)[0]?.trim());
  return (['br', 'gzip'] as const).find((encoding) => names.includes(encoding)) ?? 'identity';
}
