import { commandFor } from './simulate/command-line.ts';

/** What a new server says once: what to open, and how to send a first event. */
export function welcome(url: string): string {
  return `
  Pulsegraph is ready, and new: nobody has registered yet.

  1. Open ${url}/graphql
     The tabs of GraphiQL take you through it: register, make a project, send events, ask, watch.

  2. Send a first event, with the writeKey of your project:

     curl ${url}/api/events -H 'content-type: application/json' \\
       -d '{"writeKey": "wk_...", "events": [{"name": "hello", "properties": {"from": "curl"}}]}'

  3. Or put the tracker on a page:

     <script defer src="${url}/tracker.js" data-write-key="wk_..."></script>

  To look around first: ${commandFor(url)} makes a demo shop with 90 days of visits, and shows where to see them.
`;
}
