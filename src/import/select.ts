import type { LogEntry } from './combined.ts';

/** Why a request is no pageview, in the words of the import's report. */
export const SKIPPED = {
  noise: 'no request for a page of this site',
  method: 'other methods than GET',
  redirect: 'redirects (3xx)',
  error: 'errors (4xx, 5xx)',
  static: 'static files and downloads',
  feed: 'feeds',
} as const;

export type SkipReason = keyof typeof SKIPPED;

// Those of Matomo's log importer (STATIC_EXTENSIONS and DOWNLOAD_EXTENSIONS), and what the web has got since. robots.txt,
// favicon.ico and sitemap.xml are among them; .html, .php, no extension and whatever else is unknown are pages.
const STATIC_EXTENSIONS = new Set(
  `avif bmp class css eot gif ico jpeg jpg js map mjs otf png svg svgz swf ttf wasm webmanifest webp woff woff2 xml
   7z aac apk arc arj asf asx avi azw3 bin bz2 csv deb dmg doc docx epub exe flac flv gz gzip hqx ibooks jar json m3u8
   m4a m4v md5 mkv mobi mov movie mp2 mp3 mp4 mpeg mpg msi msp odb odf odg odp ods odt oga ogg ogv opus pdf phps ppt
   pptx qt qtm ra ram rar rpm rtf sea sig sit tar tbz tbz2 tgz torrent txt wav webm wma wmv wpd xls xlsx xsd xz z zip
   zst`.split(/\s+/),
);
const FEED_EXTENSIONS = new Set(['rss', 'atom', 'rdf']);
// WordPress and many others: /feed/, /blog/comments/feed, /rss.
const FEED_NAMES = new Set(['feed', 'rss', 'atom']);

/**
 * A logged request as a pageview, or why it is none: pageviews are GET requests for a path, answered with 2xx or 304 (a
 * page that the browser still had), whose path is not that of a static file, a download or a feed.
 */
export function selectPageview(
  { method, target, status }: Pick<LogEntry, 'method' | 'target' | 'status'>,
  { includeStatic }: { includeStatic: boolean },
): { target: string } | { skipped: SkipReason } {
  if (method === null || target === null) return { skipped: 'noise' };
  if (method !== 'GET') return { skipped: 'method' };
  const skipped = unsuccessful(status) ?? (includeStatic ? null : noPage(target));
  if (skipped) return { skipped };
  // `GET http://elsewhere/`: somebody is looking for an open proxy.
  return target.startsWith('/') ? { target } : { skipped: 'noise' };
}

function unsuccessful(status: number): SkipReason | null {
  if ((status >= 200 && status < 300) || status === 304) return null;
  if (status >= 400) return 'error';
  // 101 opens a WebSocket; nginx writes 000 when the client left first.
  return status >= 300 ? 'redirect' : 'noise';
}

function noPage(target: string): SkipReason | null {
  const [path = ''] = target.toLowerCase().split('?');
  const name = path.replace(/\/+$/, '').split('/').at(-1) ?? '';
  if (FEED_NAMES.has(name)) return 'feed';
  const extension = /\.([^.]+)$/.exec(path.endsWith('/') ? '' : name)?.[1] ?? '';
  if (FEED_EXTENSIONS.has(extension)) return 'feed';
  return STATIC_EXTENSIONS.has(extension) ? 'static' : null;
}
