import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** Serves the script that pages load. */
export interface Tracker {
  serve(request: IncomingMessage, response: ServerResponse): void;
}

/** Reads the built script; an Error that says what to run where it was not built. */
export async function loadTracker(file: URL): Promise<Tracker> {
  const script = await readFile(file).catch(() => {
    throw new Error('The tracker is not built: run `npm run build` first.');
  });
  const etag = `"${createHash('sha256').update(script).digest('base64url').slice(0, 22)}"`;
  return {
    serve(request, response) {
      response.setHeader('etag', etag);
      // An hour without asking; a day more while a newer one is fetched: a mended tracker reaches everyone soon.
      response.setHeader('cache-control', 'public, max-age=3600, stale-while-revalidate=86400');
      response.setHeader('access-control-allow-origin', '*');
      response.setHeader('cross-origin-resource-policy', 'cross-origin');
      response.setHeader('x-content-type-options', 'nosniff');
      if (request.headers['if-none-match'] === etag) return void response.writeHead(304).end();
      response
        .writeHead(200, { 'content-type': 'text/javascript; charset=utf-8', 'content-length': script.length })
        .end(request.method === 'HEAD' ? undefined : script);
    },
  };
}
