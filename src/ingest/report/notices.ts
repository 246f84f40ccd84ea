import { builder } from '../../builder.ts';
import type { TermKind } from '../../store/generated/client/enums.ts';
import type { Queryable } from '../../store/sql.ts';
import { TERM_BOUNDS } from '../bounds.ts';
import { countTerms } from '../sql.ts';

// The bounds that a project has reached.

const SUBJECTS: Record<TermKind, string> = {
  name: 'names of events',
  hostname: 'host names',
  path: 'paths',
  referrer: 'referrers',
  source: 'sources',
  channel: 'channels',
  utm_source: 'values of utm_source',
  utm_medium: 'values of utm_medium',
  utm_campaign: 'values of utm_campaign',
  utm_term: 'values of utm_term',
  utm_content: 'values of utm_content',
  country: 'countries',
  region: 'regions',
  city: 'cities',
  device: 'devices',
  browser: 'browsers',
  os: 'operating systems',
  language: 'languages',
  origin: 'combinations of referrer, source and campaign',
  client: 'combinations of place, device, browser, system and language',
};

interface Notice {
  kind: TermKind;
  limit: number;
}

const SubjectRef = builder.enumType('IngestionSubject', {
  description: 'What a project may have a bounded number of.',
  values: Object.fromEntries(
    Object.entries(SUBJECTS).map(([kind, subject]) => [
      kind.toUpperCase(),
      { value: kind as TermKind, description: `${subject[0]?.toUpperCase()}${subject.slice(1)}.` },
    ]),
  ) as Record<string, { value: TermKind; description: string }>,
});

export const IngestionNoticeRef = builder.objectRef<Notice>('IngestionNotice').implement({
  description: 'A bound that a project has reached.',
  fields: (t) => ({
    subject: t.field({ type: SubjectRef, description: 'Of what.', resolve: ({ kind }) => kind }),
    limit: t.field({
      type: 'Count',
      description: 'How many a project may have.',
      resolve: ({ limit }) => limit,
    }),
    message: t.string({
      description: 'The same in words.',
      resolve: ({ kind, limit }) =>
        `The project has ${limit} ${SUBJECTS[kind]}, which is the most that statistics have: new ones are stored with their events, and counted as (other).`,
    }),
  }),
});

/** The bounds that a project has reached. */
export async function noticesOf(db: Queryable, projectId: number): Promise<Notice[]> {
  const counts = await countTerms(db, projectId);
  return counts.flatMap(({ kind, count }) => {
    const limit = TERM_BOUNDS[kind];
    return count >= limit ? [{ kind, limit }] : [];
  });
}
