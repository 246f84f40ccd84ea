import { suggestionList } from 'graphql/jsutils/suggestionList.js';

// What other APIs call our fields, written as `plainOf` writes it.
const SYNONYMS: Readonly<Record<string, string>> = {
  event: 'name',
  eventname: 'name',
  eventtype: 'type',
  kind: 'type',
  uuid: 'id',
  eventid: 'id',
  messageid: 'id',
  insertid: 'id',
  time: 'timestamp',
  ts: 'timestamp',
  date: 'timestamp',
  datetime: 'timestamp',
  createdat: 'timestamp',
  occurredat: 'timestamp',
  anonymousid: 'visitorId',
  anonid: 'visitorId',
  clientid: 'visitorId',
  deviceid: 'visitorId',
  distinctid: 'visitorId',
  uid: 'userId',
  user: 'userId',
  customerid: 'userId',
  session: 'sessionId',
  href: 'url',
  page: 'url',
  path: 'url',
  location: 'url',
  referer: 'referrer',
  props: 'properties',
  params: 'properties',
  data: 'properties',
  metadata: 'properties',
  value: 'revenue',
  amount: 'revenue.amount',
  price: 'revenue',
  currency: 'revenue.currency',
  ua: 'context.userAgent',
  useragent: 'context.userAgent',
  ip: 'context.ip',
  ipaddress: 'context.ip',
  language: 'context.language',
  locale: 'context.language',
  screenwidth: 'context.screenWidth',
  library: 'context.library',
};

const plainOf = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

/** What is said of a field that there is none of: which one may have been meant. `within` is the object's own field. */
export function unknownField(name: string, fields: ReadonlySet<string>, within: string | null): string {
  const own = [...fields];
  const plain = plainOf(name);
  const synonym = Object.hasOwn(SYNONYMS, plain) ? SYNONYMS[plain] : undefined;
  const meant =
    own.find((field) => plainOf(field) === plain) ??
    (within === null ? synonym : own.find((field) => `${within}.${field}` === synonym)) ??
    suggestionList(name, own)[0];
  const hint = meant === undefined ? `there are ${own.join(', ')}` : `did you mean ${meant}?`;
  return `is no field of ${within ?? 'an event'}: ${hint}`;
}
