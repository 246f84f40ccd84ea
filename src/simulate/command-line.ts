/** Where a server listens that was not told otherwise. */
export const DEFAULT_URL = 'http://127.0.0.1:4000';

/** The command line that sends to the server at a URL. */
export function commandFor(url: string, options: readonly string[] = []): string {
  const all = url === DEFAULT_URL ? options : ['--url', url, ...options];
  return ['npm run simulate', ...(all.length > 0 ? ['--', ...all] : [])].join(' ');
}
