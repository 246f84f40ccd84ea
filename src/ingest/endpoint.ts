/** How events come in: our own API, the API of another analytics' SDK, or the import of an access log. */
export const ENDPOINTS = [
  'GRAPHQL',
  'REST',
  'SEGMENT',
  'POSTHOG',
  'PLAUSIBLE',
  'UMAMI',
  'GA4',
  'IMPORT',
] as const;
export type Endpoint = (typeof ENDPOINTS)[number];
