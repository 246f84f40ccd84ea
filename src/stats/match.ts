import { builder } from '../builder.ts';
import type { EventFilter } from './filter.ts';
import { EventFilterRef } from './inputs.ts';
import { checkedFilter } from './query.ts';
import { asStored } from './spelling.ts';

/** Which events something is about. What is given must all hold; nothing given is every event. */
export interface EventMatch {
  name?: string | null | undefined;
  path?: string | null | undefined;
  filter?: EventFilter | null | undefined;
}

export const EventMatchRef = builder.inputRef<EventMatch>('EventMatch').implement({
  description: 'Which events are meant: all that is given must hold; nothing given is every event.',
  fields: (t) => ({
    name: t.string({ description: 'The name of the event; `pageview` for pageviews.' }),
    path: t.string({ description: "The path of the event's URL." }),
    filter: t.field({ type: EventFilterRef, description: 'What else must hold.' }),
  }),
});

/** The match as a filter; null is every event. QUERY_TOO_COMPLEX when its filter is too large. */
export function matchFilter({ name, path, filter }: EventMatch): EventFilter | null {
  const parts: EventFilter[] = [
    ...(name == null ? [] : [{ name: { eq: name } }]),
    ...(path == null ? [] : [asStored({ path: { eq: path } })]),
    ...(filter == null ? [] : [checkedFilter(filter) ?? {}]),
  ];
  return parts.length === 0 ? null : { and: parts };
}
