// What a segment knows of visits and events, by the names that filters and dimensions have for it. Numbers refer to
// the terms of the field's kind; 0 is none.

/** Of a visit, in the order in which they are read; each with its column in `visits`. */
export const VISIT_FIELDS = {
  entryPath: 'entry_path',
  exitPath: 'exit_path',
  referrer: 'referrer',
  source: 'source',
  channel: 'channel',
  utmSource: 'utm_source',
  utmMedium: 'utm_medium',
  utmCampaign: 'utm_campaign',
  utmTerm: 'utm_term',
  utmContent: 'utm_content',
  country: 'country',
  region: 'region',
  city: 'city',
  device: 'device',
  browser: 'browser',
  os: 'os',
  language: 'language',
} as const;
export type VisitField = keyof typeof VISIT_FIELDS;
export const VISIT_FIELD_NAMES = Object.keys(VISIT_FIELDS) as VisitField[];

/** Of an event. */
export const EVENT_FIELDS = ['name', 'path', 'hostname'] as const;
export type EventField = (typeof EVENT_FIELDS)[number];

export type Field = VisitField | EventField;

export const isEventField = (field: Field): field is EventField =>
  (EVENT_FIELDS as readonly string[]).includes(field);

export const DAY = 24 * 60 * 60_000;
/** The number of an instant's UTC day. */
export const dayOf = (at: number): number => Math.floor(at / DAY);
