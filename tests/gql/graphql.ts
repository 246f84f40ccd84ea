/* eslint-disable */
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
export type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
export type MakeOptional<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]?: Maybe<T[SubKey]> };
export type MakeMaybe<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]: Maybe<T[SubKey]> };
export type MakeEmpty<T extends { [key: string]: unknown }, K extends keyof T> = { [_ in K]?: never };
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A count that may pass 2^31: an integer, exact to 2^53. */
  Count: { input: number; output: number; }
  /** A calendar date, RFC 3339. Example: `2026-11-21`. */
  Date: { input: string; output: string; }
  /** An instant, RFC 3339, to the millisecond; UTC on output. Example: `2026-11-21T09:30:00.000Z`. */
  DateTime: { input: string; output: string; }
  /** A positive ISO 8601 duration. Examples: `PT30M`, `P7D`. */
  Duration: { input: string; output: string; }
  /** Any JSON object. */
  JSONObject: { input: Record<string, unknown>; output: Record<string, unknown>; }
  /** An IANA time zone name. Example: `Europe/Berlin`. */
  TimeZone: { input: string; output: string; }
};

/** Events that no bot sent. */
export type AcquitBotsInput = {
  /** Their ids, from Project.bots; at most 1000. */
  ids: Array<Scalars['String']['input']>;
  /** The project. */
  projectId: Scalars['ID']['input'];
};

/** What is made of the values of a property. Values that are not JSON numbers count for COUNT and UNIQUE only. */
export type Aggregate =
  /** The arithmetic mean. */
  | 'AVG'
  /** Events that have the property; without a property, all events of the name. */
  | 'COUNT'
  /** The greatest. */
  | 'MAX'
  /** The least. */
  | 'MIN'
  /** The median, interpolated between neighbours. */
  | 'P50'
  /** The 90th percentile, interpolated between neighbours. */
  | 'P90'
  /** The 99th percentile, interpolated between neighbours. */
  | 'P99'
  /** The sum. */
  | 'SUM'
  /** Distinct values; without a property, distinct visitors. */
  | 'UNIQUE';

/** An answer, with the questions that the server itself ran to find it. */
export type Answer = {
  __typename?: 'Answer';
  /** For each number of the text, the question that anyone can ask again to check it. */
  evidence: Array<Evidence>;
  /** The model that chose the questions and the words. */
  model: Scalars['String']['output'];
  /** Markdown. Every number in it was looked up in the answers to the questions of `evidence`. */
  text: Scalars['String']['output'];
  /** The thread that it is kept in, to ask on. */
  threadId: Scalars['ID']['output'];
};

/** A part of an answer that is being written; the texts of all of them together are its text. */
export type AnswerChunk = {
  __typename?: 'AnswerChunk';
  /** The whole answer, in the last chunk. */
  answer?: Maybe<Answer>;
  /** Whether this is the last chunk. */
  done: Scalars['Boolean']['output'];
  /** A sentence or more; empty in the last chunk. */
  text: Scalars['String']['output'];
};

/** A secret key of one project, for servers and scripts: sent as `Authorization: Bearer …`. */
export type ApiKey = Node & {
  __typename?: 'ApiKey';
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** From then on it is refused; null for a key without an end. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** The global id. */
  id: Scalars['ID']['output'];
  /** When it was last used, to the minute; null before its first use. */
  lastUsedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What it is for. */
  name: Scalars['String']['output'];
  /** The secret's first characters, to tell keys apart. */
  prefix: Scalars['String']['output'];
  /** What it may do. */
  scopes: Array<ApiKeyScope>;
};

/** What an API key may do. */
export type ApiKeyScope =
  /** Manages the project; asks and sends too. */
  | 'ADMIN'
  /** Asks: statistics, events, definitions, subscriptions. */
  | 'READ'
  /** Sends events. */
  | 'WRITE';

/** A question about the numbers of a project. */
export type AskQuestionInput = {
  /** The project. */
  projectId: Scalars['ID']['input'];
  /** In plain words, in any language; 1 to 2,000 characters. */
  question: Scalars['String']['input'];
  /** The thread to ask on in; a new one when absent. */
  threadId?: InputMaybe<Scalars['ID']['input']>;
};

/** The answer. */
export type AskQuestionPayload = {
  __typename?: 'AskQuestionPayload';
  /** The answer. */
  answer: Answer;
};

/** Which of the visits before it a conversion is credited to. */
export type AttributionModel =
  /** The earliest visit of the lookback. */
  | 'FIRST_TOUCH'
  /** The latest visit of the lookback that has a source; where none has one, the latest. */
  | 'LAST_TOUCH';

/** The conversions that are credited to one value of a dimension. */
export type AttributionRow = {
  __typename?: 'AttributionRow';
  /** Matching events with revenue. */
  conversions: Scalars['Count']['output'];
  /** Sum of their revenue, by currency, in alphabetical order. */
  revenue: Array<Money>;
  /** The value; null where the credited visits have none. */
  value?: Maybe<Scalars['String']['output']>;
  /** Distinct visitors of these events. */
  visitors: Scalars['Count']['output'];
};

/** The visitors of a range, by whether they have been here before it. */
export type Audience = {
  __typename?: 'Audience';
  /** Visitors without any event of the project before the range, whatever the filter. */
  newVisitors: Scalars['Count']['output'];
  /** The other visitors: those with an event before the range. */
  returningVisitors: Scalars['Count']['output'];
};

/** A session: send the access token as `Authorization: Bearer …`. */
export type AuthPayload = {
  __typename?: 'AuthPayload';
  /** Serves for 15 minutes. */
  accessToken: Scalars['String']['output'];
  /** When the access token ends. */
  expiresAt: Scalars['DateTime']['output'];
  /** The user's first organization. */
  organization?: Maybe<Organization>;
  /** Serves within 30 days: refreshSession exchanges it for the next one. */
  refreshToken: Scalars['String']['output'];
  /** Who signed in. */
  user: User;
};

/** A half-open range: start <= t < end. */
export type BetweenInput = {
  /** The first instant after it. */
  end: Scalars['DateTime']['input'];
  /** The first instant in it. */
  start: Scalars['DateTime']['input'];
};

/** Events that a project does not want: they are rejected as BLOCKED. */
export type Blocklist = {
  __typename?: 'Blocklist';
  /** IP addresses and networks, such as 192.0.2.0/24. */
  addresses: Array<Scalars['String']['output']>;
  /** Host names of pages; those beneath them too. */
  hostnames: Array<Scalars['String']['output']>;
  /** Host names of referrers; those beneath them too. */
  referrers: Array<Scalars['String']['output']>;
  /** Parts of user agents, in upper or lower case. */
  userAgents: Array<Scalars['String']['output']>;
};

/** A bot, and what it sent in a range. */
export type BotAgent = {
  __typename?: 'BotAgent';
  /** The name by which it goes; null for those that have none. */
  agent?: Maybe<Scalars['String']['output']>;
  /** Its events. */
  events: Scalars['Count']['output'];
  /** When the last of them arrived. */
  lastReceivedAt: Scalars['DateTime']['output'];
};

/** An event that a bot sent. */
export type BotEvent = {
  __typename?: 'BotEvent';
  /** The name by which it goes, such as GPTBot, ClaudeBot, Googlebot or HeadlessChrome; null where it has none. */
  agent?: Maybe<Scalars['String']['output']>;
  /** The URL's host name. */
  hostname?: Maybe<Scalars['String']['output']>;
  /** The UUID to acquit it by. */
  id: Scalars['String']['output'];
  /** Its name; `pageview` for a pageview. */
  name: Scalars['String']['output'];
  /** The URL's path. */
  path?: Maybe<Scalars['String']['output']>;
  /** When the server received it. */
  receivedAt: Scalars['DateTime']['output'];
  /** When it happened. */
  timestamp: Scalars['DateTime']['output'];
  /** The user agent that gave it away. */
  userAgent?: Maybe<Scalars['String']['output']>;
};

/** A page of events of bots. */
export type BotEventConnection = {
  __typename?: 'BotEventConnection';
  /** The items of the page with their cursors. */
  edges: Array<BotEventEdge>;
  /** The items of the page. */
  nodes: Array<BotEvent>;
  /** Where the page stands in its list. */
  pageInfo: PageInfo;
};

/** An event of a bot and its place in the list. */
export type BotEventEdge = {
  __typename?: 'BotEventEdge';
  /** The place in the list, for `after` and `before`. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: BotEvent;
};

/** The numbers of one value of a dimension. */
export type BreakdownRow = {
  __typename?: 'BreakdownRow';
  /** The totals under the filter dimension = value. */
  metrics: Metrics;
  /** The value; null where there is none. */
  value?: Maybe<Scalars['String']['output']>;
};

/** The password before and after. */
export type ChangePasswordInput = {
  /** The password that signs in now. */
  currentPassword: Scalars['String']['input'];
  /** 8 to 256 characters. Not one of the commonest passwords, and not the email address or a name. */
  newPassword: Scalars['String']['input'];
};

/** Whose password was changed. */
export type ChangePasswordPayload = {
  __typename?: 'ChangePasswordPayload';
  /** The user. */
  user: User;
};

/** The period to compare with. */
export type Comparison =
  /** As many days before the range, or as long; as many months or years where the name of the range says so. What has not passed yet of TODAY, THIS_WEEK, THIS_MONTH, THIS_QUARTER and THIS_YEAR is left out of the other one too. */
  | 'PREVIOUS_PERIOD'
  /** The same dates and times of day a year earlier, 28 February for 29 February; whole months are compared with whole months. What has not passed yet of TODAY, THIS_WEEK, THIS_MONTH, THIS_QUARTER and THIS_YEAR is left out of the other one too. */
  | 'YEAR_OVER_YEAR';

/** A new secret key. */
export type CreateApiKeyInput = {
  /** From then on it is refused; absent for a key without an end. */
  expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** What it is for; 1 to 200 characters. */
  name: Scalars['String']['input'];
  /** The one project that it serves. */
  projectId: Scalars['ID']['input'];
  /** What it may do; at least one. */
  scopes: Array<ApiKeyScope>;
};

/** The key and its secret. */
export type CreateApiKeyPayload = {
  __typename?: 'CreateApiKeyPayload';
  /** The key. */
  apiKey: ApiKey;
  /** Shown this once; only its hash is kept. */
  secret: Scalars['String']['output'];
};

/** A definition made ahead of its first event. */
export type CreateEventDefinitionInput = {
  /** What it means and when it is sent. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** How people call it. */
  label?: InputMaybe<Scalars['String']['input']>;
  /** The name that events will be sent with; 1 to 200 characters. */
  name: Scalars['String']['input'];
  /** The project. */
  projectId: Scalars['ID']['input'];
};

/** A new project. */
export type CreateProjectInput = {
  /** The site's host name, such as example.com or bücher.example. Where another project of the server has it already, that one still gets what Plausible's scripts send for it (Project.ownsDomain). */
  domain?: InputMaybe<Scalars['String']['input']>;
  /** As people call it; 1 to 200 characters. */
  name: Scalars['String']['input'];
  /** The organization that will own it. */
  organizationId: Scalars['ID']['input'];
  /** The zone of its days, weeks and months; UTC when absent. */
  timeZone?: InputMaybe<Scalars['TimeZone']['input']>;
};

/** The project as it is now. */
export type CreateProjectPayload = {
  __typename?: 'CreateProjectPayload';
  /** The project. */
  project: Project;
};

/** A new webhook. A project has at most 20. */
export type CreateWebhookInput = {
  /** What it is for; at most 500 characters. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** The types of insights that it is told; none when absent. */
  insightTypes?: InputMaybe<Array<InsightType>>;
  /** The project. */
  projectId: Scalars['ID']['input'];
  /** The bounds on statistics that it is told of; at most 20. */
  thresholds?: InputMaybe<Array<ThresholdInput>>;
  /** Where messages are sent: http or https, without user name and password, at most 2,000 characters. Its host must not have an address that the internet does not reach, and its port is 80, 443, or one from 1024 on that is no other well-known service's, unless the server allows it (WEBHOOK_PRIVATE_ADDRESSES). */
  url: Scalars['String']['input'];
};

/** The webhook and its secret. */
export type CreateWebhookPayload = {
  __typename?: 'CreateWebhookPayload';
  /** Verifies what it is sent, with any library for Standard Webhooks. Shown this once. */
  secret: Scalars['String']['output'];
  /** The webhook. */
  webhook: Webhook;
};

/** Whole calendar days of the time zone. */
export type DaysInput = {
  /** The first day. */
  from: Scalars['Date']['input'];
  /** The last day, included. */
  to: Scalars['Date']['input'];
};

/** Events of one request that were acknowledged and could not be stored. */
export type DeadLetter = {
  __typename?: 'DeadLetter';
  /** When storing it was given up. */
  createdAt: Scalars['DateTime']['output'];
  /** How many events it has. */
  events: Scalars['Int']['output'];
  /** The number to replay it by. */
  id: Scalars['String']['output'];
  /** Why it could not be stored. */
  reason: Scalars['String']['output'];
};

/** A dead letter. */
export type DeadLetterInput = {
  /** Its number, from Project.deadLetters. */
  id: Scalars['String']['input'];
  /** The project. */
  projectId: Scalars['ID']['input'];
};

/** The definition to delete. */
export type DeleteEventDefinitionInput = {
  /** Its events stay, and the next one makes a new definition: archive it to hide it. */
  id: Scalars['ID']['input'];
};

/** Which events are deleted. */
export type DeleteEventsInput = {
  /** Which of them; all when absent. */
  filter?: InputMaybe<EventFilter>;
  /** The project. */
  projectId: Scalars['ID']['input'];
  /** When they happened; ALL_TIME for whenever. */
  range: RangeInput;
};

/** What was deleted. */
export type DeleteEventsPayload = {
  __typename?: 'DeleteEventsPayload';
  /** How many events. */
  deleted: Scalars['Count']['output'];
  /** Whether others match still: the same mutation deletes the next of them. */
  more: Scalars['Boolean']['output'];
  /** The project, whose statistics are those of the events that are left. */
  project: Project;
};

/** The project to delete. */
export type DeleteProjectInput = {
  /** The project, with everything in it. */
  id: Scalars['ID']['input'];
};

/** What was deleted. */
export type DeleteProjectPayload = {
  __typename?: 'DeleteProjectPayload';
  /** The id that exists no more. */
  deletedId: Scalars['ID']['output'];
};

/** The thread to delete. */
export type DeleteThreadInput = {
  /** The thread, with all its turns. */
  id: Scalars['ID']['input'];
};

/** What was deleted. */
export type DeleteThreadPayload = {
  __typename?: 'DeleteThreadPayload';
  /** The id that exists no more. */
  deletedId: Scalars['ID']['output'];
};

/** The webhook to delete. */
export type DeleteWebhookInput = {
  /** The webhook, with its messages. */
  id: Scalars['ID']['input'];
};

/** What was deleted. */
export type DeleteWebhookPayload = {
  __typename?: 'DeleteWebhookPayload';
  /** The id that exists no more. */
  deletedId: Scalars['ID']['output'];
};

/** What has become of a message. */
export type DeliveryStatus =
  /** The receiver took it: it answered 200 to 299. */
  | 'DELIVERED'
  /** It was given up: after the last attempt, or because its webhook is disabled. */
  | 'FAILED'
  /** It waits for its first attempt, or for the next one. */
  | 'PENDING';

/** What numbers are broken down by. */
export type Dimension =
  /** The browser's name. */
  | 'BROWSER'
  /** The visit's channel, by the rules of GA4's default channel group. */
  | 'CHANNEL'
  /** The city where the visit began. */
  | 'CITY'
  /** ISO 3166-1 code of the country where the visit began. */
  | 'COUNTRY'
  /** Desktop, Mobile, Tablet, TV or Console. */
  | 'DEVICE'
  /** The path of the first pageview of the visit. */
  | 'ENTRY_PATH'
  /** The name of the event; `pageview` for pageviews. */
  | 'EVENT_NAME'
  /** The path of the last pageview of the visit. */
  | 'EXIT_PATH'
  /** The host name of the event's URL. */
  | 'HOSTNAME'
  /** The visitor's first language, such as de-CH. */
  | 'LANGUAGE'
  /** The operating system's name. */
  | 'OS'
  /** The path of the event's URL. */
  | 'PATH'
  /** A property of the event, named by `property`; its text. */
  | 'PROPERTY'
  /** The host that the visit came from, without `www.`; null for direct visits. */
  | 'REFERRER'
  /** The region where the visit began, such as DE-BY. */
  | 'REGION'
  /** utm_source, else `source`, else `ref`, else the referrer; null for direct visits. */
  | 'SOURCE'
  /** utm_campaign of the first event of the visit. */
  | 'UTM_CAMPAIGN'
  /** utm_content of the first event of the visit. */
  | 'UTM_CONTENT'
  /** utm_medium of the first event of the visit. */
  | 'UTM_MEDIUM'
  /** utm_source of the first event of the visit. */
  | 'UTM_SOURCE'
  /** utm_term of the first event of the visit. */
  | 'UTM_TERM';

/** The dead letter that is no more. */
export type DropDeadLetterPayload = {
  __typename?: 'DropDeadLetterPayload';
  /** Its number. */
  id: Scalars['String']['output'];
};

/** Where acknowledged events are. */
export type Durability =
  /** In Redis, as durable as its appendfsync says; a worker stores them within seconds. */
  | 'QUEUED'
  /** In the database, committed to disk: every statistic has them. */
  | 'STORED';

/** Something that happened. Where its visit came from and with what is told by the first event of the visit. */
export type Event = Node & {
  __typename?: 'Event';
  /** The browser's name. */
  browser?: Maybe<Scalars['String']['output']>;
  /** Its visit's channel. */
  channel?: Maybe<Scalars['String']['output']>;
  /** The city where its visit began. */
  city?: Maybe<Scalars['String']['output']>;
  /** ISO 3166-1 code of the country where its visit began. */
  country?: Maybe<Scalars['String']['output']>;
  /** Desktop, Mobile, Tablet, TV or Console. */
  device?: Maybe<Scalars['String']['output']>;
  /** The id it was sent with, or the UUIDv7 given on arrival. */
  eventId: Scalars['String']['output'];
  /** The URL's host name, in lower case. */
  hostname?: Maybe<Scalars['String']['output']>;
  /** The global id. */
  id: Scalars['ID']['output'];
  /** The visitor's first language, such as de-CH. */
  language?: Maybe<Scalars['String']['output']>;
  /** Its name; `pageview` for a pageview without one. */
  name: Scalars['String']['output'];
  /** The operating system's name. */
  os?: Maybe<Scalars['String']['output']>;
  /** The URL's path. */
  path?: Maybe<Scalars['String']['output']>;
  /** Its properties as sent, numbers as 64-bit floating point; empty without any. */
  properties: Scalars['JSONObject']['output'];
  /** When the server received it. */
  receivedAt: Scalars['DateTime']['output'];
  /** The URL of the page before, as sent. */
  referrer?: Maybe<Scalars['String']['output']>;
  /** The region where its visit began, such as DE-BY. */
  region?: Maybe<Scalars['String']['output']>;
  /** Money that came in with it. */
  revenue?: Maybe<Money>;
  /** The session id that was sent, else the visit's own. */
  sessionId: Scalars['String']['output'];
  /** Where its visit came from; null for direct visits. */
  source?: Maybe<Scalars['String']['output']>;
  /** When it happened. */
  timestamp: Scalars['DateTime']['output'];
  /** The page's title. */
  title?: Maybe<Scalars['String']['output']>;
  /** What kind of thing happened. */
  type: EventType;
  /** The URL as sent. */
  url?: Maybe<Scalars['String']['output']>;
  /** The user id that was sent, else that of the user whom the visitor was joined to before. */
  userId?: Maybe<Scalars['String']['output']>;
  /** The visitor id that was sent, else the user id, else the cookieless id. */
  visitorId: Scalars['String']['output'];
};

/** A page of events. */
export type EventConnection = {
  __typename?: 'EventConnection';
  /** The items of the page with their cursors. */
  edges: Array<EventEdge>;
  /** The items of the page. */
  nodes: Array<Event>;
  /** Where the page stands in its list. */
  pageInfo: PageInfo;
  /** All that match, on every page. */
  totalCount: Scalars['Count']['output'];
};

/** What the sender knows of the visitor's client; what is absent is read off the request. */
export type EventContextInput = {
  /** The visitor's IP address: for geography and the cookieless hash; never stored. */
  ip?: InputMaybe<Scalars['String']['input']>;
  /** As in navigator.language or Accept-Language, such as de-CH; cut to 200 characters. */
  language?: InputMaybe<Scalars['String']['input']>;
  /** What sent the event, such as my-app/1.2. */
  library?: InputMaybe<Scalars['String']['input']>;
  /** The screen's width in whole CSS pixels: it tells an iPad from a Mac. */
  screenWidth?: InputMaybe<Scalars['Int']['input']>;
  /** The visitor's user agent: device, browser and OS come from it. An event with that of a bot is rejected. Cut to 2,048 characters. */
  userAgent?: InputMaybe<Scalars['String']['input']>;
};

/** What an event name means. Made when an event of that name first arrives, or ahead of it. */
export type EventDefinition = Node & {
  __typename?: 'EventDefinition';
  /** Not offered any more; its events stay. */
  archived: Scalars['Boolean']['output'];
  /** What it means and when it is sent. */
  description?: Maybe<Scalars['String']['output']>;
  /** The earliest event of this name; null before the first. */
  firstSeenAt?: Maybe<Scalars['DateTime']['output']>;
  /** The global id. */
  id: Scalars['ID']['output'];
  /** How people call it. */
  label?: Maybe<Scalars['String']['output']>;
  /** The latest event of this name; null before the first. */
  lastSeenAt?: Maybe<Scalars['DateTime']['output']>;
  /** The name that events are sent with; `pageview` for pageviews. */
  name: Scalars['String']['output'];
  /** Events of this name in the last 30 days. */
  volume30d: Scalars['Count']['output'];
};

/** A page of event definitions. */
export type EventDefinitionConnection = {
  __typename?: 'EventDefinitionConnection';
  /** The items of the page with their cursors. */
  edges: Array<EventDefinitionEdge>;
  /** The items of the page. */
  nodes: Array<EventDefinition>;
  /** Where the page stands in its list. */
  pageInfo: PageInfo;
};

/** An event definition and its place in the list. */
export type EventDefinitionEdge = {
  __typename?: 'EventDefinitionEdge';
  /** The place in the list, for `after` and `before`. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: EventDefinition;
};

/** The definition as it is now; for a deletion, as it was. */
export type EventDefinitionPayload = {
  __typename?: 'EventDefinitionPayload';
  /** The definition. */
  eventDefinition: EventDefinition;
};

/** An event and its place in the list. */
export type EventEdge = {
  __typename?: 'EventEdge';
  /** The place in the list, for `after` and `before`. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: Event;
};

/** A predicate over an event together with its visit. Fields given side by side must all hold. At most 100 conditions. */
export type EventFilter = {
  /** All of these. */
  and?: InputMaybe<Array<EventFilter>>;
  /** The browser's name, such as Firefox. */
  browser?: InputMaybe<StringFilter>;
  /** The visit's channel, by the rules of GA4's default channel group. */
  channel?: InputMaybe<StringFilter>;
  /** The city where the visit began. */
  city?: InputMaybe<StringFilter>;
  /** ISO 3166-1 code of the country where the visit began, such as DE. */
  country?: InputMaybe<StringFilter>;
  /** Desktop, Mobile, Tablet, TV or Console. */
  device?: InputMaybe<StringFilter>;
  /** The path of the first pageview of the visit. */
  entryPath?: InputMaybe<StringFilter>;
  /** The path of the last pageview of the visit. */
  exitPath?: InputMaybe<StringFilter>;
  /** The host name of the event's URL. */
  hostname?: InputMaybe<StringFilter>;
  /** The visitor's first language, such as de-CH. */
  language?: InputMaybe<StringFilter>;
  /** The name of the event; `pageview` for pageviews. */
  name?: InputMaybe<StringFilter>;
  /** The opposite of this. */
  not?: InputMaybe<EventFilter>;
  /** Any of these; none when the list is empty. */
  or?: InputMaybe<Array<EventFilter>>;
  /** The operating system's name, such as Android. */
  os?: InputMaybe<StringFilter>;
  /** The path of the event's URL. */
  path?: InputMaybe<StringFilter>;
  /** Tests of the event's properties, all of which must hold. */
  properties?: InputMaybe<Array<PropertyFilter>>;
  /** The host that the visit came from, without `www.`; absent for direct visits. */
  referrer?: InputMaybe<StringFilter>;
  /** The region where the visit began, such as DE-BY. */
  region?: InputMaybe<StringFilter>;
  /** The session id of the event, sent or derived. */
  sessionId?: InputMaybe<StringFilter>;
  /** Where the visit came from: utm_source, else `source`, else `ref`, else the referrer. */
  source?: InputMaybe<StringFilter>;
  /** The type of the event. */
  type?: InputMaybe<EventTypeFilter>;
  /** The user id that was sent with the event. */
  userId?: InputMaybe<StringFilter>;
  /** utm_campaign of the first event of the visit. */
  utmCampaign?: InputMaybe<StringFilter>;
  /** utm_content of the first event of the visit. */
  utmContent?: InputMaybe<StringFilter>;
  /** utm_medium of the first event of the visit. */
  utmMedium?: InputMaybe<StringFilter>;
  /** utm_source of the first event of the visit. */
  utmSource?: InputMaybe<StringFilter>;
  /** utm_term of the first event of the visit. */
  utmTerm?: InputMaybe<StringFilter>;
  /** The visitor id of the event, sent or derived. */
  visitorId?: InputMaybe<StringFilter>;
};

/** Something that happened. Empty strings count as absent. Each event is read by itself: one with a value that is not of its type, or with a field that there is none of, is rejected as INVALID, and the others are stored. An id is also taken as an integer below 2^53; one that is a spelling of nothing counts as absent: blank, `undefined`, `null`, `NaN`, `None`, `nil`, `true`, `false`, `[object Object]`, `(not set)`, the nil UUID and the like. */
export type EventInput = {
  /** What the sender knows of the visitor's client. */
  context?: InputMaybe<EventContextInput>;
  /** Sending the same id twice stores it once. At most 200 characters; a UUIDv7 when absent. */
  id?: InputMaybe<Scalars['String']['input']>;
  /** Required unless it is a pageview. At most 200 characters; spaces around it are cut off. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** Anything else: at most 16 KiB of JSON, 100 keys, 5 levels. Numbers are 64-bit floating point: send integers past 2^53 as texts. A number past its range, such as 1e400, is INVALID. */
  properties?: InputMaybe<Scalars['JSONObject']['input']>;
  /** The URL of the page before, cut to 2,048 characters. */
  referrer?: InputMaybe<Scalars['String']['input']>;
  /** Money that came in with it. */
  revenue?: InputMaybe<MoneyInput>;
  /** The sender's own session id, at most 200 characters: a visitor's events with it are one visit, 24 hours at most. */
  sessionId?: InputMaybe<Scalars['String']['input']>;
  /** Now when absent. Later than now + 5 minutes is rejected, and so is earlier than OLDEST_EVENT: 1995, unless the server is set up otherwise. */
  timestamp?: InputMaybe<Scalars['DateTime']['input']>;
  /** The page's title, cut to 1,000 characters. */
  title?: InputMaybe<Scalars['String']['input']>;
  /** PAGEVIEW when absent and `name` is absent too; else CUSTOM. */
  type?: InputMaybe<EventType>;
  /** Absolute or a path: hostname, path, UTM parameters and click ids come from it. Then it is cut to 2,048 characters. */
  url?: InputMaybe<Scalars['String']['input']>;
  /** The id of a signed-in user, at most 200 characters: takes the visitor's place, and the visit goes on under it. From a browser without visitorId, the cookieless visitor is joined to the user. */
  userId?: InputMaybe<Scalars['String']['input']>;
  /** A stable anonymous id, at most 200 characters; without one (and without userId) it is derived, cookieless, from a daily random salt. */
  visitorId?: InputMaybe<Scalars['String']['input']>;
};

/** Which events are meant: all that is given must hold; nothing given is every event. */
export type EventMatch = {
  /** What else must hold. */
  filter?: InputMaybe<EventFilter>;
  /** The name of the event; `pageview` for pageviews. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** The path of the event's URL. */
  path?: InputMaybe<Scalars['String']['input']>;
};

/** What kind of thing happened. */
export type EventType =
  /** Anything else, told apart by its name. */
  | 'CUSTOM'
  /** A page was viewed. */
  | 'PAGEVIEW';

/** Tests of the type of an event, all of which must hold. */
export type EventTypeFilter = {
  /** Is this. */
  eq?: InputMaybe<EventType>;
  /** Is one of these. */
  in?: InputMaybe<Array<EventType>>;
};

/** One claim, and the question that anyone can ask again to check it. */
export type Evidence = {
  __typename?: 'Evidence';
  /** What is claimed, in words. */
  claim: Scalars['String']['output'];
  /** What was to be expected; null where nothing is. */
  expected?: Maybe<Scalars['Float']['output']>;
  /** The upper end of the interval. */
  high?: Maybe<Scalars['Float']['output']>;
  /** The lower end of the interval of what was to be expected, or of the effect where `method` says so. */
  low?: Maybe<Scalars['Float']['output']>;
  /** How it was found, in words. */
  method: Scalars['String']['output'];
  /** What was measured, such as `visits`. */
  metric: Scalars['String']['output'];
  /** What was measured: a number of the answer to `query`, or one that `method` makes of it. */
  observed: Scalars['Float']['output'];
  /** How likely chance alone is to show as much, corrected for how many things were looked at; null where nothing was tested. */
  pValue?: Maybe<Scalars['Float']['output']>;
  /** The GraphQL document to ask again. */
  query: Scalars['String']['output'];
  /** The variables of `query`. */
  variables: Scalars['JSONObject']['output'];
};

/** How many visitors take one step after another; docs/metrics.md defines when they do. */
export type Funnel = {
  __typename?: 'Funnel';
  /** Visitors of the last step / visitors of the first, 0 to 1; null without visitors. */
  conversionRate?: Maybe<Scalars['Float']['output']>;
  /** The steps in order. */
  steps: Array<FunnelStep>;
};

/** In which order the steps of a funnel are taken. */
export type FunnelOrder =
  /** In any order; one event may take several steps. */
  | 'ANY'
  /** One after the other, with anything between them. */
  | 'ORDERED'
  /** One directly after the other, with no other matching event between them. */
  | 'STRICT';

/** How far visitors came. */
export type FunnelStep = {
  __typename?: 'FunnelStep';
  /** The share of the previous step's visitors who reached this one, 0 to 1: 1 for the first step; null without any to begin with. */
  conversionRate?: Maybe<Scalars['Float']['output']>;
  /** Visitors who reached the previous step and not this one; 0 for the first step. */
  dropOff: Scalars['Count']['output'];
  /** As given, else the name or path of the match, else its number. */
  label: Scalars['String']['output'];
  /** The median of the seconds from the previous step; null for the first step, in ANY order, and where nobody reached it. */
  medianSecondsFromPrevious?: Maybe<Scalars['Float']['output']>;
  /** Visitors who reached the step. */
  visitors: Scalars['Count']['output'];
};

/** A step of a funnel. */
export type FunnelStepInput = {
  /** What to call it; the name or path of the match when absent. */
  label?: InputMaybe<Scalars['String']['input']>;
  /** The events that take the step. */
  match: EventMatch;
};

/** Where to look, and for what. */
export type GenerateInsightsInput = {
  /** The project. */
  projectId: Scalars['ID']['input'];
  /** When; the last 7 days when absent. What is still going on, the hour or day of now, is left out; of ranges longer than 100 days, incidents are looked for in the last 100. */
  range?: InputMaybe<RangeInput>;
  /** What to look for; everything when absent. */
  types?: InputMaybe<Array<InsightType>>;
};

/** What the range shows. */
export type GenerateInsightsPayload = {
  __typename?: 'GenerateInsightsPayload';
  /** The most important first, those that were found before among them; empty when nothing stands out. */
  insights: Array<Insight>;
};

/** How events came in. */
export type IngestEndpoint =
  /** The Measurement Protocol of Google Analytics 4. */
  | 'GA4'
  /** trackEvents. */
  | 'GRAPHQL'
  /** The import of an access log. */
  | 'IMPORT'
  /** The API of Plausible's scripts. */
  | 'PLAUSIBLE'
  /** The API of PostHog's SDKs. */
  | 'POSTHOG'
  /** POST /api/events, which the tracker uses. */
  | 'REST'
  /** The API of Segment's SDKs. */
  | 'SEGMENT'
  /** The API of Umami's scripts. */
  | 'UMAMI';

/** A bound that a project has reached. */
export type IngestionNotice = {
  __typename?: 'IngestionNotice';
  /** How many a project may have. */
  limit: Scalars['Count']['output'];
  /** The same in words. */
  message: Scalars['String']['output'];
  /** Of what. */
  subject: IngestionSubject;
};

/** What became of everything that was sent: `received` is always the sum of `stored`, `duplicate`, `bot`, `rejected` and `pending`; `rateLimited` and `blocked` are within `rejected`. By the minute of arrival; a range counts every minute that begins in it, and the one that it begins in. */
export type IngestionReport = {
  __typename?: 'IngestionReport';
  /** Those of `rejected` that the blocklist, or the list of referrer spam, has; counted since the server has this field. */
  blocked: Scalars['Count']['output'];
  /** Sent by bots: kept apart (Project.bots), and not counted anywhere else. */
  bot: Scalars['Count']['output'];
  /** Sent before, by their ids; not stored again. */
  duplicate: Scalars['Count']['output'];
  /** The bounds that the project has reached, whatever the range: what comes beyond one is stored as it was sent, and counted as "(other)". Empty as a rule. */
  notices: Array<IngestionNotice>;
  /** Acknowledged and not stored yet: they wait in the queue, or are dead letters (Project.deadLetters). */
  pending: Scalars['Count']['output'];
  /** Those of `rejected` that a rate limit refused, each time that they were sent. Seconds late where another server of the same database refused them. */
  rateLimited: Scalars['Count']['output'];
  /** Events that arrived. */
  received: Scalars['Count']['output'];
  /** Not stored, since they are not valid, the blocklist has them (`blocked`) or a rate limit refused them (`rateLimited`); or thrown away as dead letters. Project.rejections says why. */
  rejected: Scalars['Count']['output'];
  /** Stored: statistics have them. What only says who somebody is, as $identify of PostHog, counts here and is no event. */
  stored: Scalars['Count']['output'];
};

/** What a project may have a bounded number of. */
export type IngestionSubject =
  /** Browsers. */
  | 'BROWSER'
  /** Channels. */
  | 'CHANNEL'
  /** Cities. */
  | 'CITY'
  /** Combinations of place, device, browser, system and language. */
  | 'CLIENT'
  /** Countries. */
  | 'COUNTRY'
  /** Devices. */
  | 'DEVICE'
  /** Host names. */
  | 'HOSTNAME'
  /** Languages. */
  | 'LANGUAGE'
  /** Names of events. */
  | 'NAME'
  /** Combinations of referrer, source and campaign. */
  | 'ORIGIN'
  /** Operating systems. */
  | 'OS'
  /** Paths. */
  | 'PATH'
  /** Referrers. */
  | 'REFERRER'
  /** Regions. */
  | 'REGION'
  /** Sources. */
  | 'SOURCE'
  /** Values of utm_campaign. */
  | 'UTM_CAMPAIGN'
  /** Values of utm_content. */
  | 'UTM_CONTENT'
  /** Values of utm_medium. */
  | 'UTM_MEDIUM'
  /** Values of utm_source. */
  | 'UTM_SOURCE'
  /** Values of utm_term. */
  | 'UTM_TERM';

/** Something that the numbers show, in words, with the questions that prove it. */
export type Insight = Node & {
  __typename?: 'Insight';
  /** Markdown. Every number in it stands in the evidence. */
  content: Scalars['String']['output'];
  /** Its claims, with the questions that anyone can ask again. */
  evidence: Array<Evidence>;
  /** When it was found. */
  generatedAt: Scalars['DateTime']['output'];
  /** The global id. */
  id: Scalars['ID']['output'];
  /** What programs go by: the metric or group of metrics, the direction and size of the change. */
  metadata: Scalars['JSONObject']['output'];
  /** The model that phrased it; null when a template did. */
  model?: Maybe<Scalars['String']['output']>;
  /** The first instant after its period. */
  periodEnd: Scalars['DateTime']['output'];
  /** Where its period begins. */
  periodStart: Scalars['DateTime']['output'];
  /** It in one line. */
  title: Scalars['String']['output'];
  /** What it tells. */
  type: InsightType;
};

/** A page of insights. */
export type InsightConnection = {
  __typename?: 'InsightConnection';
  /** The items of the page with their cursors. */
  edges: Array<InsightEdge>;
  /** The items of the page. */
  nodes: Array<Insight>;
  /** Where the page stands in its list. */
  pageInfo: PageInfo;
};

/** An insight and its place in the list. */
export type InsightEdge = {
  __typename?: 'InsightEdge';
  /** The place in the list, for `after` and `before`. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: Insight;
};

/** What an insight tells. */
export type InsightType =
  /** Numbers that are not what the hour or the day makes likely. */
  | 'ANOMALY'
  /** A period's numbers against those of the period before. */
  | 'SUMMARY'
  /** A change that lasts: numbers that rise or fall over weeks. */
  | 'TREND';

/** The length of a bucket, cut by the clock and calendar of the time zone. */
export type Interval =
  /** A calendar day. */
  | 'DAY'
  /** An hour of the clock; a day has 23 or 25 when the clock changes. */
  | 'HOUR'
  /** A minute. */
  | 'MINUTE'
  /** A calendar month. */
  | 'MONTH'
  /** A week, from Monday. */
  | 'WEEK'
  /** A calendar year. */
  | 'YEAR';

/** How the visitors of a period stand to the ones before. */
export type LifecyclePeriod = {
  __typename?: 'LifecyclePeriod';
  /** Visitors who were active in the period before and are not in this one. */
  dormant: Scalars['Count']['output'];
  /** Visitors whose first matching event ever is in this period. */
  new: Scalars['Count']['output'];
  /** Visitors who were active before, but not in the period before. */
  resurrected: Scalars['Count']['output'];
  /** Visitors who are active in this period and in the one before. */
  returning: Scalars['Count']['output'];
  /** The period's first instant; that of the range for the first one. */
  start: Scalars['DateTime']['output'];
};

/** Credentials. */
export type LoginInput = {
  /** As registered; upper and lower case are the same. */
  email: Scalars['String']['input'];
  /** As registered. */
  password: Scalars['String']['input'];
};

/** What rows are ordered by. */
export type Metric =
  /** Metrics.bounceRate. */
  | 'BOUNCE_RATE'
  /** Metrics.events. */
  | 'EVENTS'
  /** Metrics.pageviews. */
  | 'PAGEVIEWS'
  /** Metrics.viewsPerVisit. */
  | 'VIEWS_PER_VISIT'
  /** Metrics.visitors. */
  | 'VISITORS'
  /** Metrics.visits. */
  | 'VISITS'
  /** Metrics.visitDuration. */
  | 'VISIT_DURATION';

/** The numbers of matching events and visits; docs/metrics.md defines each. */
export type Metrics = {
  __typename?: 'Metrics';
  /** The share of the visits that have one event only, 0 to 1; null without visits. */
  bounceRate?: Maybe<Scalars['Float']['output']>;
  /** Matching events in the range, pageviews among them. */
  events: Scalars['Count']['output'];
  /** An aggregate of a property of the matching events of one name; null without values, 0 for COUNT and UNIQUE. */
  measure?: Maybe<Scalars['Float']['output']>;
  /** Matching events of type PAGEVIEW in the range. */
  pageviews: Scalars['Count']['output'];
  /** Sum of the revenue of matching events in the range, by currency, in alphabetical order. */
  revenue: Array<Money>;
  /** Mean seconds from a matching pageview in the range to the next event of its visit, whatever that is; the last event of a visit does not count. Null without any. */
  timeOnPage?: Maybe<Scalars['Float']['output']>;
  /** pageviews / visits; null without visits. */
  viewsPerVisit?: Maybe<Scalars['Float']['output']>;
  /** Mean seconds from the first to the last event of the visits, bounces as 0; null without visits. */
  visitDuration?: Maybe<Scalars['Float']['output']>;
  /** Distinct visitors of the matching events in the range; over several days distinct, never a sum of days. */
  visitors: Scalars['Count']['output'];
  /** Visits that start in the range and have at least one matching event. */
  visits: Scalars['Count']['output'];
};


/** The numbers of matching events and visits; docs/metrics.md defines each. */
export type MetricsMeasureArgs = {
  aggregate: Aggregate;
  event: Scalars['String']['input'];
  property?: InputMaybe<Scalars['String']['input']>;
};

/** An amount of money, exact. */
export type Money = {
  __typename?: 'Money';
  /** A decimal number, such as "19.99". */
  amount: Scalars['String']['output'];
  /** ISO 4217 code. */
  currency: Scalars['String']['output'];
};

/** An amount of money, exact. Money without a currency, or with an amount that is none, is left out, and the event is stored without it. */
export type MoneyInput = {
  /** A decimal number, such as "19.99"; at most 18 digits before the point, and 6 after it are kept. A number is taken too, and the comma of "29,90"; "1,234" is not. Negative for a refund. */
  amount: Scalars['String']['input'];
  /** ISO 4217 code of three letters, such as EUR; in any case, spaces around it are cut off. */
  currency: Scalars['String']['input'];
};

/** What can be changed. */
export type Mutation = {
  __typename?: 'Mutation';
  /** Reverses the verdict on events of bots: they are stored and counted as if it had never been. FORBIDDEN without the right to manage the project. */
  acquitBots: SecondChancePayload;
  /** Answers a question: a language model chooses what to ask of the project, the server asks it as the caller, and no sentence with a number that is not in an answer passes. Who leaves does not end it: the answer, which is paid for, is kept in the thread. LLM_NOT_CONFIGURED without a model; RATE_LIMITED, with `retryAfter` in seconds, when the tokens of the project, its organization or the server are spent for the day, or four questions of the organization are being answered; OVERLOADED when the server answers as many as it can; LLM_FAILED, with a `reason`, when the model does not answer; NOT_FOUND when the caller may not see the project or the thread. */
  askQuestion: AskQuestionPayload;
  /** Changes the user's own password, and ends all their other sessions. BAD_USER_INPUT when the current password is wrong or the new one is bad; RATE_LIMITED, with `retryAfter` in seconds, after too many wrong ones, as for login; OVERLOADED when too many sign in at once; FORBIDDEN for an API key. */
  changePassword: ChangePasswordPayload;
  /** Makes a secret key. FORBIDDEN for an API key: keys make no keys, so that revoking one leaves nothing of it. BAD_USER_INPUT when the project has 50 keys that serve; NOT_FOUND when the caller may not see the project. */
  createApiKey: CreateApiKeyPayload;
  /** Describes an event name ahead of its first event. CONFLICT when it is there already; BAD_USER_INPUT when the project has 1000 definitions. FORBIDDEN without the right to manage the project; NOT_FOUND when the caller may not see it. */
  createEventDefinition: EventDefinitionPayload;
  /** Makes a project in an organization of the user. BAD_USER_INPUT when that has 100 projects; NOT_FOUND when it is not theirs. */
  createProject: CreateProjectPayload;
  /** Makes a webhook. BAD_USER_INPUT when it cannot be called, or the project has 20 already. FORBIDDEN without the right to manage the project; NOT_FOUND when the caller may not see it. */
  createWebhook: CreateWebhookPayload;
  /** Deletes a definition; its events stay. FORBIDDEN without the right to manage the project; NOT_FOUND when the caller may not see it. */
  deleteEventDefinition: EventDefinitionPayload;
  /** Deletes events for good, about 100,000 at a time, visitor by visitor. Visits and every statistic are then those of the events that are left; live queries are answered anew. The ids of deleted events stay taken: what is sent again is not stored. Event definitions and `ingestion` stay as they are. FORBIDDEN for an API key, and without the right to manage the project. */
  deleteEvents: DeleteEventsPayload;
  /** Deletes a project: it is gone at once, its events shortly after. FORBIDDEN for an API key, which belongs to the project; NOT_FOUND when the caller may not see it. */
  deleteProject: DeleteProjectPayload;
  /** Deletes a thread. NOT_FOUND when it is not of the caller. */
  deleteThread: DeleteThreadPayload;
  /** Deletes a webhook with its messages. FORBIDDEN without the right to manage the project; NOT_FOUND when the caller may not see it. */
  deleteWebhook: DeleteWebhookPayload;
  /** Throws a dead letter away, with its events, which count as rejected. NOT_FOUND when it is gone; FORBIDDEN without the right to manage the project. */
  dropDeadLetter: DropDeadLetterPayload;
  /** Looks at the numbers of a range now. What was told before is not told again: it is in the answer, but watchers and webhooks hear of new insights only. BAD_USER_INPUT when no hour or day of the range is over; RATE_LIMITED, with `retryAfter` in seconds, while another range of the project is being looked at; OVERLOADED when too many ranges are; NOT_FOUND when the caller may not see the project. */
  generateInsights: GenerateInsightsPayload;
  /** Begins a session. UNAUTHENTICATED when the address or the password is wrong; RATE_LIMITED, with `retryAfter` in seconds, after ten wrong passwords in ten minutes for one account or from one address, longer after each more; OVERLOADED when too many sign in at once. */
  login: AuthPayload;
  /** Ends the session of the access token, with all its tokens; false when no user is signed in. */
  logout: Scalars['Boolean']['output'];
  /** Sends a message again, whatever became of it before, with the same id and as many attempts. One that waits for its next attempt gets it now. CONFLICT when its webhook is disabled, or while an attempt is under way; RATE_LIMITED, with `retryAfter` in seconds, after 30 a minute of the project. FORBIDDEN without the right to manage the project; NOT_FOUND when the caller may not see it. */
  redeliver: RedeliverPayload;
  /** Goes on with a session: a new access token, and the next refresh token. Who sends the same refresh token again within 30 seconds, as another tab or after a lost answer, has the same next one; later its use ends the whole session. UNAUTHENTICATED when it is not valid. */
  refreshSession: AuthPayload;
  /** Makes the user, an organization of theirs, and signs them in. CONFLICT when the address is taken; FORBIDDEN where registration is closed; BAD_USER_INPUT for a bad password; RATE_LIMITED, with `retryAfter` in seconds, after too many registrations from one address; OVERLOADED when too many sign in at once. */
  register: AuthPayload;
  /** Stores what a dead letter holds, once what was wrong is mended. NOT_FOUND when it is gone; CONFLICT when it cannot be stored still; FORBIDDEN without the right to manage the project. */
  replayDeadLetter: SecondChancePayload;
  /** Ends a secret key at once. NOT_FOUND when the caller may not manage its project. */
  revokeApiKey: RevokeApiKeyPayload;
  /** Ends one of the user's sessions at once, with all its tokens. NOT_FOUND when it is not theirs, or was ended; FORBIDDEN for an API key. */
  revokeSession: RevokeSessionPayload;
  /** Gives a webhook a new secret. For 24 hours messages are signed with the one before too. FORBIDDEN without the right to manage the project; NOT_FOUND when the caller may not see it. */
  rotateWebhookSecret: RotateWebhookSecretPayload;
  /** Gives a project a new write key. The former one serves on for `graceHours` (Project.previousWriteKey), and one that was rotated before it ends at once; other servers of the same database refuse a key within 6 seconds of its end. FORBIDDEN for an API key, as with createApiKey; NOT_FOUND when the caller may not see the project. */
  rotateWriteKey: RotateWriteKeyPayload;
  /** Sends a webhook a message of the type `webhook.test`. CONFLICT when it is disabled; RATE_LIMITED, with `retryAfter` in seconds, after five a minute of the project. FORBIDDEN without the right to manage the project; NOT_FOUND when the caller may not see it. */
  testWebhook: TestWebhookPayload;
  /** At most 1000 events. Authorised by `writeKey`, or by a key or user token in the Authorization header. Good events are stored though others are rejected, whatever is wrong with those. GraphQL refuses the request as a whole where `sentAt` is no DateTime, where there is no list of events, for null within a variable of `[EventInput!]`, and for a variable of a single field, such as `$name: String`, that is not of its type. Nothing is acknowledged before it is durable. RATE_LIMITED, with `retryAfter` in seconds, past the events a minute that a key or address may send; OVERLOADED where more wait than are allowed to. */
  trackEvents: TrackEventsPayload;
  /** Changes what a project does not want: events that arrive from ten seconds later on are rejected by it. FORBIDDEN without the right to manage the project. */
  updateBlocklist: UpdateBlocklistPayload;
  /** Changes a definition. FORBIDDEN without the right to manage the project; NOT_FOUND when the caller may not see it. */
  updateEventDefinition: EventDefinitionPayload;
  /** Changes a project. FORBIDDEN without the right to manage it; NOT_FOUND when the caller may not see it. */
  updateProject: UpdateProjectPayload;
  /** Changes a webhook; enabling one that the server disabled forgives its failures. FORBIDDEN without the right to manage the project; NOT_FOUND when the caller may not see it. */
  updateWebhook: UpdateWebhookPayload;
};


/** What can be changed. */
export type MutationAcquitBotsArgs = {
  input: AcquitBotsInput;
};


/** What can be changed. */
export type MutationAskQuestionArgs = {
  input: AskQuestionInput;
};


/** What can be changed. */
export type MutationChangePasswordArgs = {
  input: ChangePasswordInput;
};


/** What can be changed. */
export type MutationCreateApiKeyArgs = {
  input: CreateApiKeyInput;
};


/** What can be changed. */
export type MutationCreateEventDefinitionArgs = {
  input: CreateEventDefinitionInput;
};


/** What can be changed. */
export type MutationCreateProjectArgs = {
  input: CreateProjectInput;
};


/** What can be changed. */
export type MutationCreateWebhookArgs = {
  input: CreateWebhookInput;
};


/** What can be changed. */
export type MutationDeleteEventDefinitionArgs = {
  input: DeleteEventDefinitionInput;
};


/** What can be changed. */
export type MutationDeleteEventsArgs = {
  input: DeleteEventsInput;
};


/** What can be changed. */
export type MutationDeleteProjectArgs = {
  input: DeleteProjectInput;
};


/** What can be changed. */
export type MutationDeleteThreadArgs = {
  input: DeleteThreadInput;
};


/** What can be changed. */
export type MutationDeleteWebhookArgs = {
  input: DeleteWebhookInput;
};


/** What can be changed. */
export type MutationDropDeadLetterArgs = {
  input: DeadLetterInput;
};


/** What can be changed. */
export type MutationGenerateInsightsArgs = {
  input: GenerateInsightsInput;
};


/** What can be changed. */
export type MutationLoginArgs = {
  input: LoginInput;
};


/** What can be changed. */
export type MutationRedeliverArgs = {
  input: RedeliverInput;
};


/** What can be changed. */
export type MutationRefreshSessionArgs = {
  input: RefreshSessionInput;
};


/** What can be changed. */
export type MutationRegisterArgs = {
  input: RegisterInput;
};


/** What can be changed. */
export type MutationReplayDeadLetterArgs = {
  input: DeadLetterInput;
};


/** What can be changed. */
export type MutationRevokeApiKeyArgs = {
  input: RevokeApiKeyInput;
};


/** What can be changed. */
export type MutationRevokeSessionArgs = {
  input: RevokeSessionInput;
};


/** What can be changed. */
export type MutationRotateWebhookSecretArgs = {
  input: RotateWebhookSecretInput;
};


/** What can be changed. */
export type MutationRotateWriteKeyArgs = {
  input: RotateWriteKeyInput;
};


/** What can be changed. */
export type MutationTestWebhookArgs = {
  input: TestWebhookInput;
};


/** What can be changed. */
export type MutationTrackEventsArgs = {
  input: TrackEventsInput;
};


/** What can be changed. */
export type MutationUpdateBlocklistArgs = {
  input: UpdateBlocklistInput;
};


/** What can be changed. */
export type MutationUpdateEventDefinitionArgs = {
  input: UpdateEventDefinitionInput;
};


/** What can be changed. */
export type MutationUpdateProjectArgs = {
  input: UpdateProjectInput;
};


/** What can be changed. */
export type MutationUpdateWebhookArgs = {
  input: UpdateWebhookInput;
};

/** Anything with a global id. */
export type Node = {
  /** The global id. */
  id: Scalars['ID']['output'];
};

/** Owns projects; its members may do everything with them. */
export type Organization = Node & {
  __typename?: 'Organization';
  /** The global id. */
  id: Scalars['ID']['output'];
  /** As people call it. */
  name: Scalars['String']['output'];
  /** Its projects, oldest first. */
  projects: Array<Project>;
  /** Unique, for URLs: lower-case letters, digits and hyphens. */
  slug: Scalars['String']['output'];
};

/** Where a page stands in its list. */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** The last item's cursor; null on an empty page. */
  endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether more items follow. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Whether items come before. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** The first item's cursor; null on an empty page. */
  startCursor?: Maybe<Scalars['String']['output']>;
};

/** A way from a path at one step to a path at the next. */
export type PathLink = {
  __typename?: 'PathLink';
  /** The path of the node at the step. */
  source: Scalars['String']['output'];
  /** The step of the source, from 1. */
  step: Scalars['Int']['output'];
  /** The path of the node at the next step. */
  target: Scalars['String']['output'];
  /** Distinct visitors with a visit that goes this way. */
  visitors: Scalars['Count']['output'];
};

/** A path at a step of visits. */
export type PathNode = {
  __typename?: 'PathNode';
  /** The path; `other` for all beyond `first`, and the name of the event that visits start after. */
  path: Scalars['String']['output'];
  /** The step, from 1. */
  step: Scalars['Int']['output'];
  /** Distinct visitors with a visit that has the path at the step. */
  visitors: Scalars['Count']['output'];
};

/** The ways that visitors take from page to page; docs/metrics.md defines them. */
export type Paths = {
  __typename?: 'Paths';
  /** By step, the ways of most visitors first. */
  links: Array<PathLink>;
  /** By step, the paths of most visitors first, `other` last. */
  nodes: Array<PathNode>;
};

/** The write key before the last rotation, while it serves. */
export type PreviousWriteKey = {
  __typename?: 'PreviousWriteKey';
  /** From then on it is refused. */
  endsAt: Scalars['DateTime']['output'];
  /** The key. */
  key: Scalars['String']['output'];
};

/** One site or product: its events and every question about them. */
export type Project = Node & {
  __typename?: 'Project';
  /** Its secret keys that were not revoked, oldest first; null without the right to manage the project. */
  apiKeys?: Maybe<Array<ApiKey>>;
  /** Which visits brought revenue: every event with revenue is a conversion, credited to one visit of the same visitor. Most conversions first; values of equal weight in the order of their letters. */
  attribution: Array<AttributionRow>;
  /** Events that it does not want; null without the right to manage the project. */
  blocklist?: Maybe<Blocklist>;
  /** Which bots sent events, those with most of them first: crawlers, AI assistants, link previews, browsers under automation. By the time of arrival. Null without the right to manage the project. */
  botAgents?: Maybe<Array<BotAgent>>;
  /** Events that bots sent, the latest first; null without the right to manage the project. */
  bots?: Maybe<BotEventConnection>;
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** Unique visitors with an event in the last five minutes. */
  currentVisitors: Scalars['Count']['output'];
  /** Requests that could not be stored, the oldest first; null without the right to manage the project. */
  deadLetters?: Maybe<Array<DeadLetter>>;
  /** The site's host name, in punycode: referrers from it and its subdomains are not sources. */
  domain?: Maybe<Scalars['String']['output']>;
  /** The names of its events, in alphabetical order. */
  eventDefinitions: EventDefinitionConnection;
  /** Its events, newest first. Cursors are places in time: pages hold while new events arrive. */
  events: EventConnection;
  /** How many visitors take one step after another. */
  funnel: Funnel;
  /** The global id. */
  id: Scalars['ID']['output'];
  /** What happened to everything that was sent in the range; `stored`, `duplicate`, `bot`, `rejected` and `pending` always add up to `received`. */
  ingestion: IngestionReport;
  /** What its numbers have shown, the latest first. */
  insights: InsightConnection;
  /** New, returning, resurrected and dormant visitors of every period of the range; at most 10,000. */
  lifecycle: Array<LifecyclePeriod>;
  /** As people call it. */
  name: Scalars['String']['output'];
  /** Whether what Plausible's scripts send for the domain comes to this project: of the projects of this server that have a domain, it is the one that has had it for the longest. Others put their write key in its place. */
  ownsDomain: Scalars['Boolean']['output'];
  /** The ways that visitors take from page to page. */
  paths: Paths;
  /** The write key before the last rotateWriteKey, while it serves; else null. */
  previousWriteKey?: Maybe<PreviousWriteKey>;
  /** The names of properties that its events have, the most frequent first. Looks at the latest 10,000 events with properties, of the last 90 days at most. */
  propertyKeys: Array<PropertyKey>;
  /** The values of one property, the most frequent first. Looks at the latest 10,000 events with properties, of the last 90 days at most. */
  propertyValues: Array<PropertyValue>;
  /** Why events were not stored, the most frequent reason first: the events of `ingestion.rejected` by code, field, message, endpoint and name. By the time of arrival, in quarters of an hour: a range counts those that begin in it, and the one that it begins in. Written every few seconds, kept for 90 days. A UTC day has at most 100 different reasons; further ones count together, by code and endpoint, with a message that begins with `other reasons`. Events of bots are in Project.bots, and dead letters that were thrown away are not here. */
  rejections: Array<RejectionGroup>;
  /** Cohorts of visitors by when they came first, and how many of each came back. */
  retention: Retention;
  /** Any statistic of a range of time. */
  stats: Stats;
  /** In how many periods of the range visitors are active. */
  stickiness: Stickiness;
  /** The caller's own threads, those asked in last first. */
  threads: ThreadConnection;
  /** Days, weeks and months of this project are cut in this zone, unless a query names another. */
  timeZone: Scalars['TimeZone']['output'];
  /** Its webhooks, the latest first, at most 20; null without the right to manage the project. */
  webhooks?: Maybe<WebhookConnection>;
  /** Public: it can only send events. For the tracker and client SDKs. */
  writeKey: Scalars['String']['output'];
};


/** One site or product: its events and every question about them. */
export type ProjectAttributionArgs = {
  by?: Dimension;
  filter?: InputMaybe<EventFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  lookback?: Scalars['Duration']['input'];
  model?: AttributionModel;
  range?: InputMaybe<RangeInput>;
  timeZone?: InputMaybe<Scalars['TimeZone']['input']>;
};


/** One site or product: its events and every question about them. */
export type ProjectBotAgentsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  range?: InputMaybe<RangeInput>;
};


/** One site or product: its events and every question about them. */
export type ProjectBotsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  agent?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** One site or product: its events and every question about them. */
export type ProjectDeadLettersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** One site or product: its events and every question about them. */
export type ProjectEventDefinitionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** One site or product: its events and every question about them. */
export type ProjectEventsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<EventFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  range?: InputMaybe<RangeInput>;
};


/** One site or product: its events and every question about them. */
export type ProjectFunnelArgs = {
  filter?: InputMaybe<EventFilter>;
  order?: InputMaybe<FunnelOrder>;
  range?: InputMaybe<RangeInput>;
  steps: Array<FunnelStepInput>;
  timeZone?: InputMaybe<Scalars['TimeZone']['input']>;
  window?: InputMaybe<Scalars['Duration']['input']>;
};


/** One site or product: its events and every question about them. */
export type ProjectIngestionArgs = {
  range?: InputMaybe<RangeInput>;
};


/** One site or product: its events and every question about them. */
export type ProjectInsightsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  types?: InputMaybe<Array<InsightType>>;
};


/** One site or product: its events and every question about them. */
export type ProjectLifecycleArgs = {
  filter?: InputMaybe<EventFilter>;
  interval?: InputMaybe<Interval>;
  range?: InputMaybe<RangeInput>;
  timeZone?: InputMaybe<Scalars['TimeZone']['input']>;
};


/** One site or product: its events and every question about them. */
export type ProjectPathsArgs = {
  depth?: InputMaybe<Scalars['Int']['input']>;
  filter?: InputMaybe<EventFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  range?: InputMaybe<RangeInput>;
  startingAt?: InputMaybe<Scalars['String']['input']>;
  timeZone?: InputMaybe<Scalars['TimeZone']['input']>;
};


/** One site or product: its events and every question about them. */
export type ProjectPropertyKeysArgs = {
  event?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** One site or product: its events and every question about them. */
export type ProjectPropertyValuesArgs = {
  event?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  key: Scalars['String']['input'];
  search?: InputMaybe<Scalars['String']['input']>;
};


/** One site or product: its events and every question about them. */
export type ProjectRejectionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  range?: InputMaybe<RangeInput>;
};


/** One site or product: its events and every question about them. */
export type ProjectRetentionArgs = {
  filter?: InputMaybe<EventFilter>;
  period?: InputMaybe<Interval>;
  range?: InputMaybe<RangeInput>;
  returning?: InputMaybe<EventMatch>;
  start?: InputMaybe<EventMatch>;
  timeZone?: InputMaybe<Scalars['TimeZone']['input']>;
};


/** One site or product: its events and every question about them. */
export type ProjectStatsArgs = {
  compare?: InputMaybe<Comparison>;
  filter?: InputMaybe<EventFilter>;
  range?: InputMaybe<RangeInput>;
  timeZone?: InputMaybe<Scalars['TimeZone']['input']>;
};


/** One site or product: its events and every question about them. */
export type ProjectStickinessArgs = {
  filter?: InputMaybe<EventFilter>;
  interval?: InputMaybe<Interval>;
  range?: InputMaybe<RangeInput>;
  timeZone?: InputMaybe<Scalars['TimeZone']['input']>;
};


/** One site or product: its events and every question about them. */
export type ProjectThreadsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** One site or product: its events and every question about them. */
export type ProjectWebhooksArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** Tests of one property of an event, all of which must hold. `gt` and the like hold for JSON numbers only; the others test a property's text. */
export type PropertyFilter = {
  /** Its text has this in it. */
  contains?: InputMaybe<Scalars['String']['input']>;
  /** Its text is this; `3`, `true` for numbers and booleans. */
  eq?: InputMaybe<Scalars['String']['input']>;
  /** Is a number greater than this. */
  gt?: InputMaybe<Scalars['Float']['input']>;
  /** Is a number greater than or equal to this. */
  gte?: InputMaybe<Scalars['Float']['input']>;
  /** Its text is one of these; at most 1,000. */
  in?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Is absent or JSON null (true), or present (false). */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** A property name of the event. */
  key: Scalars['String']['input'];
  /** Is a number less than this. */
  lt?: InputMaybe<Scalars['Float']['input']>;
  /** Is a number less than or equal to this. */
  lte?: InputMaybe<Scalars['Float']['input']>;
  /** Its text is not this, or it is absent. */
  ne?: InputMaybe<Scalars['String']['input']>;
};

/** The name of a property that events have. */
export type PropertyKey = {
  __typename?: 'PropertyKey';
  /** How many of the events have it. */
  events: Scalars['Count']['output'];
  /** The name. */
  key: Scalars['String']['output'];
};

/** A text that a property of events has. */
export type PropertyValue = {
  __typename?: 'PropertyValue';
  /** How many of the events have it. */
  events: Scalars['Count']['output'];
  /** The text; `3`, `true` for numbers and booleans, JSON for lists and objects. */
  value: Scalars['String']['output'];
};

/** What can be asked. */
export type Query = {
  __typename?: 'Query';
  /** Anything by its global id; null when it does not exist or the caller may not see it. */
  node?: Maybe<Node>;
  /** A project. Null when it does not exist or the caller may not see it: the two cannot be told apart. */
  project?: Maybe<Project>;
  /** Who is asking; null when anonymous. UNAUTHENTICATED when credentials were sent that are not good. */
  viewer?: Maybe<Viewer>;
};


/** What can be asked. */
export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. */
export type QueryProjectArgs = {
  id: Scalars['ID']['input'];
};

/** A range of time, in one of four ways. It begins in the year 1 or later, or is BAD_USER_INPUT. */
export type RangeInput =
  /** Half-open: start <= t < end. */
  { between: BetweenInput; days?: never; last?: never; preset?: never; }
  |  /** By calendar dates of the time zone, both included. */
  { between?: never; days: DaysInput; last?: never; preset?: never; }
  |  /** Ends now: P7D, PT24H. */
  { between?: never; days?: never; last: Scalars['Duration']['input']; preset?: never; }
  |  /** By name. */
  { between?: never; days?: never; last?: never; preset: RangePreset; };

/** Ranges by name: whole days of the time zone, ending with today unless the name says otherwise. */
export type RangePreset =
  /** From the day of the project's first event to today. */
  | 'ALL_TIME'
  /** Today and the 6 days before it. */
  | 'LAST_7_DAYS'
  /** This month to today, and the 11 calendar months before it. */
  | 'LAST_12_MONTHS'
  /** Today and the 29 days before it. */
  | 'LAST_30_DAYS'
  /** Today and the 89 days before it. */
  | 'LAST_90_DAYS'
  /** The calendar month before this one. */
  | 'LAST_MONTH'
  /** The quarter of the year before this one. */
  | 'LAST_QUARTER'
  /** The week before this one, from Monday to Sunday. */
  | 'LAST_WEEK'
  /** The calendar year before this one. */
  | 'LAST_YEAR'
  /** From the first day of this month to today. */
  | 'THIS_MONTH'
  /** From the first day of this quarter of the year to today. */
  | 'THIS_QUARTER'
  /** From Monday of this week to today. */
  | 'THIS_WEEK'
  /** From 1 January of this year to today. */
  | 'THIS_YEAR'
  /** Today. */
  | 'TODAY'
  /** The day before today. */
  | 'YESTERDAY';

/** The message to send again. */
export type RedeliverInput = {
  /** The WebhookDelivery. */
  id: Scalars['ID']['input'];
};

/** The message, which is sent shortly after. */
export type RedeliverPayload = {
  __typename?: 'RedeliverPayload';
  /** The message; ask for it again to see what became of it. */
  delivery: WebhookDelivery;
};

/** The session to go on with. */
export type RefreshSessionInput = {
  /** The newest one of the session. */
  refreshToken: Scalars['String']['input'];
};

/** A new user and organization. */
export type RegisterInput = {
  /** Signs in; upper and lower case are the same. */
  email: Scalars['String']['input'];
  /** As the person wishes to be called. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** The organization that will own the projects. */
  organizationName: Scalars['String']['input'];
  /** 8 to 256 characters. Not one of the commonest passwords, and not the email address or a name. */
  password: Scalars['String']['input'];
};

/** An event that was not stored, and why. */
export type RejectedEvent = {
  __typename?: 'RejectedEvent';
  /** The kind of reason. */
  code: RejectionCode;
  /** The path of the field to mend, such as context.ip; null when it is the whole event. */
  field?: Maybe<Scalars['String']['output']>;
  /** Its place in the request, from 0. */
  index: Scalars['Int']['output'];
  /** What is wrong, in words. */
  message: Scalars['String']['output'];
};

/** Why an event was not stored. */
export type RejectionCode =
  /** The project's blocklist has its address, user agent, referrer or host name. */
  | 'BLOCKED'
  /** The user agent is that of a bot: kept apart (Project.bots), and not counted. */
  | 'BOT'
  /** A field is missing, is not what it must be, or is none of an event. */
  | 'INVALID'
  /** Past the events a minute that a key or address may send: the request was refused as a whole. Only in Project.rejections. */
  | 'RATE_LIMITED'
  /** The timestamp is more than 5 minutes ahead, or before the oldest that the server takes. */
  | 'TIMESTAMP_OUT_OF_RANGE'
  /** A field is longer or larger than is allowed. */
  | 'TOO_LARGE';

/** Events that were not stored for the same reason. */
export type RejectionGroup = {
  __typename?: 'RejectionGroup';
  /** The kind of reason. */
  code: RejectionCode;
  /** How many events. */
  count: Scalars['Count']['output'];
  /** How the events came in. */
  endpoint: IngestEndpoint;
  /** The path of the field to mend, such as context.ip; `properties` for any of the properties. Null where it is the whole event, and for RATE_LIMITED. */
  field?: Maybe<Scalars['String']['output']>;
  /** When the first of them arrived. */
  firstAt: Scalars['DateTime']['output'];
  /** When the last of them arrived. */
  lastAt: Scalars['DateTime']['output'];
  /** What is wrong, in words, without values of the sender. */
  message: Scalars['String']['output'];
  /** The events' name, at most 200 characters of it; null for pageviews, and for RATE_LIMITED, since events are not read then. */
  name?: Maybe<Scalars['String']['output']>;
  /** One of the events, as at most 500 characters of JSON, which may be cut: its name, type, timestamp and URL without the query, and of other values their type and size, such as `string(20480)`. Never the context, e-mail or IP addresses. Null for RATE_LIMITED. */
  sample?: Maybe<Scalars['String']['output']>;
};

/** Who comes back after the first time. */
export type Retention = {
  __typename?: 'Retention';
  /** Every period of the range, the empty ones too. */
  cohorts: Array<RetentionCohort>;
};

/** The visitors who started in one period, and how many of them came back. */
export type RetentionCohort = {
  __typename?: 'RetentionCohort';
  /** How many of them came back in the same period, in the one after it, and so on to the end of the range. The first number is `size` unless `start` and `returning` differ. */
  returning: Array<Scalars['Count']['output']>;
  /** Visitors whose first matching event in the range is in this period. */
  size: Scalars['Count']['output'];
  /** The period's first instant; that of the range for the first one. */
  start: Scalars['DateTime']['output'];
};

/** The key to revoke. */
export type RevokeApiKeyInput = {
  /** The key. */
  id: Scalars['ID']['input'];
};

/** The key that serves no more. */
export type RevokeApiKeyPayload = {
  __typename?: 'RevokeApiKeyPayload';
  /** The key. */
  apiKey: ApiKey;
};

/** The session to end. */
export type RevokeSessionInput = {
  /** The session. */
  id: Scalars['ID']['input'];
};

/** The session that was ended. */
export type RevokeSessionPayload = {
  __typename?: 'RevokeSessionPayload';
  /** The id that exists no more. */
  revokedId: Scalars['ID']['output'];
};

/** The webhook that gets a new secret. */
export type RotateWebhookSecretInput = {
  /** The webhook. */
  id: Scalars['ID']['input'];
};

/** The webhook and its new secret. */
export type RotateWebhookSecretPayload = {
  __typename?: 'RotateWebhookSecretPayload';
  /** Verifies what it is sent, with any library for Standard Webhooks. Shown this once. */
  secret: Scalars['String']['output'];
  /** The webhook. */
  webhook: Webhook;
};

/** A project that gets a new write key. */
export type RotateWriteKeyInput = {
  /** For how many hours the former key serves on, 0 to 720; 0 ends it at once. */
  graceHours?: InputMaybe<Scalars['Int']['input']>;
  /** The project. */
  projectId: Scalars['ID']['input'];
};

/** The project as it is now. */
export type RotateWriteKeyPayload = {
  __typename?: 'RotateWriteKeyPayload';
  /** The project. */
  project: Project;
};

/** What was stored after all. */
export type SecondChancePayload = {
  __typename?: 'SecondChancePayload';
  /** How many events were stored now. */
  stored: Scalars['Int']['output'];
};

/** A sign-in of the user that goes on. */
export type Session = Node & {
  __typename?: 'Session';
  /** When it began. */
  createdAt: Scalars['DateTime']['output'];
  /** Whether it is the one that asks. */
  current: Scalars['Boolean']['output'];
  /** The global id. */
  id: Scalars['ID']['output'];
  /** When it was last refreshed; when it began where it was not. */
  lastUsedAt: Scalars['DateTime']['output'];
  /** The user agent that signed in, at most 400 characters; null when it sent none. */
  userAgent?: Maybe<Scalars['String']['output']>;
};

/** The statistics of a range of time. Panels that are asked together are answered together. */
export type Stats = {
  __typename?: 'Stats';
  /** New and returning visitors; together they are `visitors` of `totals`. */
  audience: Audience;
  /** The numbers by the values of a dimension, the greatest first; values of equal weight in the order of their letters. */
  breakdown: Array<BreakdownRow>;
  /** The first instant after the range. */
  end: Scalars['DateTime']['output'];
  /** The same for the same question (project, range, filter, zone, comparison), as a query or a subscription: a cache that keeps objects by their ids has live answers where the query put its own. It is no id of `node`. */
  id: Scalars['ID']['output'];
  /** The same question over the period of `compare`; null without one. */
  previous?: Maybe<Stats>;
  /** The first instant of the range. */
  start: Scalars['DateTime']['output'];
  /** The zone in which days are cut. */
  timeZone: Scalars['TimeZone']['output'];
  /** Every bucket of the range, the empty ones too; at most 10,000. With the preset ALL_TIME the first bucket takes in what is before the last 9,999 or fewer. */
  timeseries: Array<TimePoint>;
  /** The numbers of the whole range. */
  totals: Metrics;
};


/** The statistics of a range of time. Panels that are asked together are answered together. */
export type StatsBreakdownArgs = {
  by: Dimension;
  first?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Metric>;
  property?: InputMaybe<Scalars['String']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** The statistics of a range of time. Panels that are asked together are answered together. */
export type StatsTimeseriesArgs = {
  interval?: InputMaybe<Interval>;
};

/** In how many periods visitors are active. */
export type Stickiness = {
  __typename?: 'Stickiness';
  /** Mean periods in which a visitor is active; null without visitors. */
  average?: Maybe<Scalars['Float']['output']>;
  /** From one period to all those of the range. */
  steps: Array<StickinessStep>;
};

/** The visitors who were active in so many periods. */
export type StickinessStep = {
  __typename?: 'StickinessStep';
  /** The number of periods. */
  periods: Scalars['Int']['output'];
  /** Visitors who were active in exactly so many of them. */
  visitors: Scalars['Count']['output'];
};

/** Tests of a text, all of which must hold; letters count as typed. What is absent equals nothing: it is `ne` and `notIn` of everything. */
export type StringFilter = {
  /** Has this in it. */
  contains?: InputMaybe<Scalars['String']['input']>;
  /** Ends with this. */
  endsWith?: InputMaybe<Scalars['String']['input']>;
  /** Is this. */
  eq?: InputMaybe<Scalars['String']['input']>;
  /** Is one of these; at most 1,000. */
  in?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Is absent (true) or present (false). */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Is not this, or is absent. */
  ne?: InputMaybe<Scalars['String']['input']>;
  /** Is none of these, or is absent; at most 1,000. */
  notIn?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Begins with this. */
  startsWith?: InputMaybe<Scalars['String']['input']>;
};

/** What can be watched, over graphql-ws or SSE. */
export type Subscription = {
  __typename?: 'Subscription';
  /** The answer to a question as it is written: sentence by sentence, each as soon as its numbers are known to be right. Who leaves ends it, and nothing is kept. LLM_NOT_CONFIGURED without a model; RATE_LIMITED, with `retryAfter` in seconds, when the tokens of the project, its organization or the server are spent for the day, or four questions of the organization are being answered; OVERLOADED when the server answers as many as it can; LLM_FAILED, with a `reason`, when the model does not answer; NOT_FOUND when the caller may not see the project or the thread. */
  answer: AnswerChunk;
  /** Each event as it is stored, at most once. Who reads too slowly misses the oldest: `Project.events(before:)` has them all. NOT_FOUND when the caller may not see the project. */
  eventTracked: Event;
  /** Each new insight, at most once, across all instances. NOT_FOUND when the caller may not see the project. */
  insightGenerated: Insight;
  /** A live query: the present answer at once, then a new one whenever the numbers change, at most every `throttle`; docs/live.md. NOT_FOUND when the caller may not see the project. */
  stats: Stats;
};


/** What can be watched, over graphql-ws or SSE. */
export type SubscriptionAnswerArgs = {
  projectId: Scalars['ID']['input'];
  question: Scalars['String']['input'];
  threadId?: InputMaybe<Scalars['ID']['input']>;
};


/** What can be watched, over graphql-ws or SSE. */
export type SubscriptionEventTrackedArgs = {
  filter?: InputMaybe<EventFilter>;
  projectId: Scalars['ID']['input'];
};


/** What can be watched, over graphql-ws or SSE. */
export type SubscriptionInsightGeneratedArgs = {
  projectId: Scalars['ID']['input'];
  types?: InputMaybe<Array<InsightType>>;
};


/** What can be watched, over graphql-ws or SSE. */
export type SubscriptionStatsArgs = {
  compare?: InputMaybe<Comparison>;
  filter?: InputMaybe<EventFilter>;
  projectId: Scalars['ID']['input'];
  range?: InputMaybe<RangeInput>;
  throttle?: InputMaybe<Scalars['Duration']['input']>;
  timeZone?: InputMaybe<Scalars['TimeZone']['input']>;
};

/** The webhook to try. */
export type TestWebhookInput = {
  /** The webhook. */
  id: Scalars['ID']['input'];
};

/** The message, which is sent shortly after. */
export type TestWebhookPayload = {
  __typename?: 'TestWebhookPayload';
  /** The message; ask for it again to see what became of it. */
  delivery: WebhookDelivery;
};

/** A conversation about the numbers of a project: of the user, or the API key, that began it. */
export type Thread = Node & {
  __typename?: 'Thread';
  /** When it began. */
  createdAt: Scalars['DateTime']['output'];
  /** The global id. */
  id: Scalars['ID']['output'];
  /** Its first question, shortened. */
  title: Scalars['String']['output'];
  /** Its last 50 questions and answers, the earliest first. */
  turns: Array<Turn>;
  /** When it was last asked in. */
  updatedAt: Scalars['DateTime']['output'];
};

/** A page of threads. */
export type ThreadConnection = {
  __typename?: 'ThreadConnection';
  /** The items of the page with their cursors. */
  edges: Array<ThreadEdge>;
  /** The items of the page. */
  nodes: Array<Thread>;
  /** Where the page stands in its list. */
  pageInfo: PageInfo;
};

/** A thread and its place in the list. */
export type ThreadEdge = {
  __typename?: 'ThreadEdge';
  /** The place in the list, for `after` and `before`. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: Thread;
};

/** A bound on a statistic. It is looked at every minute, and told when it is passed (`threshold.passed`), and once more when the statistic has come back (`threshold.recovered`). */
export type Threshold = {
  __typename?: 'Threshold';
  /** On which side of the bound it is passed. */
  comparison: ThresholdComparison;
  /** Of which revenue, for REVENUE. */
  currency?: Maybe<Scalars['String']['output']>;
  /** Which events count, as an EventFilter; all when null. */
  filter?: Maybe<Scalars['JSONObject']['output']>;
  /** The range: so long, up to the present minute. */
  last: Scalars['Duration']['output'];
  /** What is measured, for MEASURE. */
  measure?: Maybe<ThresholdMeasure>;
  /** The statistic. */
  metric: ThresholdMetric;
  /** Whether it was passed when it was last looked at. */
  passed: Scalars['Boolean']['output'];
  /** The bound. */
  value: Scalars['Float']['output'];
};

/** On which side of its bound a number has passed it. */
export type ThresholdComparison =
  /** More than the bound. */
  | 'ABOVE'
  /** Less than the bound. */
  | 'BELOW';

/** A bound on a statistic, such as fewer than 10 visits in the last hour. */
export type ThresholdInput = {
  /** On which side of the bound it is passed; the bound itself is on the other. */
  comparison: ThresholdComparison;
  /** ISO 4217 code, for REVENUE. */
  currency?: InputMaybe<Scalars['String']['input']>;
  /** Which events count; all when absent. */
  filter?: InputMaybe<EventFilter>;
  /** The range: so long, up to the present minute. PT1M to P366D. */
  last: Scalars['Duration']['input'];
  /** What is measured, for MEASURE. */
  measure?: InputMaybe<ThresholdMeasureInput>;
  /** The statistic. */
  metric: ThresholdMetric;
  /** The bound. */
  value: Scalars['Float']['input'];
};

/** The arguments of Metrics.measure. */
export type ThresholdMeasure = {
  __typename?: 'ThresholdMeasure';
  /** What is made of its values. */
  aggregate: Aggregate;
  /** The name of the event. */
  event: Scalars['String']['output'];
  /** The property. */
  property?: Maybe<Scalars['String']['output']>;
};

/** The arguments of Metrics.measure. */
export type ThresholdMeasureInput = {
  /** What is made of its values. */
  aggregate: Aggregate;
  /** The name of the event; `pageview` for pageviews. */
  event: Scalars['String']['input'];
  /** The property; needed for all but COUNT and UNIQUE. */
  property?: InputMaybe<Scalars['String']['input']>;
};

/** A number of Metrics. */
export type ThresholdMetric =
  /** Metrics.bounceRate, 0 to 1. */
  | 'BOUNCE_RATE'
  /** Metrics.events. */
  | 'EVENTS'
  /** Metrics.measure, of what `measure` says. */
  | 'MEASURE'
  /** Metrics.pageviews. */
  | 'PAGEVIEWS'
  /** Metrics.revenue in one `currency`; 0 without any. */
  | 'REVENUE'
  /** Metrics.timeOnPage, in seconds. */
  | 'TIME_ON_PAGE'
  /** Metrics.viewsPerVisit. */
  | 'VIEWS_PER_VISIT'
  /** Metrics.visitors. */
  | 'VISITORS'
  /** Metrics.visits. */
  | 'VISITS'
  /** Metrics.visitDuration, in seconds. */
  | 'VISIT_DURATION';

/** A bucket of a timeseries. */
export type TimePoint = {
  __typename?: 'TimePoint';
  /** The totals of the bucket's own range. */
  metrics: Metrics;
  /** The bucket's first instant; it ends where the next one starts, the last one with the range. */
  start: Scalars['DateTime']['output'];
};

/** Events of one project. */
export type TrackEventsInput = {
  /** At most 1,000. */
  events: Array<EventInput>;
  /** The project, for a caller who may send to it; a key in the Authorization header knows its own. */
  projectId?: InputMaybe<Scalars['ID']['input']>;
  /** The sender's clock as it sends: when it is more than a minute off, the events' timestamps are set right by the difference. It is not believed where that would put an event ahead of now, nor where it is more than a day ahead of now and the event is not. */
  sentAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** The project's write key; needs no Authorization header. */
  writeKey?: InputMaybe<Scalars['String']['input']>;
};

/** What became of the events. */
export type TrackEventsPayload = {
  __typename?: 'TrackEventsPayload';
  /** Taken: `durability` says where they are. */
  accepted: Scalars['Int']['output'];
  /** Stored before, by their ids; 0 where events are queued, since it is not known yet. */
  duplicates: Scalars['Int']['output'];
  /** Where the accepted events are now. */
  durability: Durability;
  /** Not stored; sending them again unchanged is of no use. */
  rejected: Array<RejectedEvent>;
};

/** A question of a thread and its answer. */
export type Turn = {
  __typename?: 'Turn';
  /** The text of the answer, Markdown. */
  answer: Scalars['String']['output'];
  /** When it was asked. */
  askedAt: Scalars['DateTime']['output'];
  /** The answer's evidence. */
  evidence: Array<Evidence>;
  /** The model that answered. */
  model: Scalars['String']['output'];
  /** What was asked. */
  question: Scalars['String']['output'];
};

/** What a project does not want; lists left out stay as they are. At most 1000 entries each. */
export type UpdateBlocklistInput = {
  /** IP addresses and networks, such as 192.0.2.0/24. */
  addresses?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Host names of pages; those beneath them are blocked too. */
  hostnames?: InputMaybe<Array<Scalars['String']['input']>>;
  /** The project. */
  projectId: Scalars['ID']['input'];
  /** Host names of referrers; those beneath them are blocked too. */
  referrers?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Parts of user agents, in upper or lower case; at least 3 characters each. */
  userAgents?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** The project as it is now. */
export type UpdateBlocklistPayload = {
  __typename?: 'UpdateBlocklistPayload';
  /** The project. */
  project: Project;
};

/** What changes; fields left out stay as they are. */
export type UpdateEventDefinitionInput = {
  /** Not offered any more; its events stay. */
  archived?: InputMaybe<Scalars['Boolean']['input']>;
  /** What it means; null takes it away. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** The definition. */
  id: Scalars['ID']['input'];
  /** How people call it; null takes it away. */
  label?: InputMaybe<Scalars['String']['input']>;
};

/** What changes; fields left out stay as they are. */
export type UpdateProjectInput = {
  /** The site's host name; null takes it away. */
  domain?: InputMaybe<Scalars['String']['input']>;
  /** The project. */
  id: Scalars['ID']['input'];
  /** As people call it; 1 to 200 characters. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** The zone of its days, weeks and months. */
  timeZone?: InputMaybe<Scalars['TimeZone']['input']>;
};

/** The project as it is now. */
export type UpdateProjectPayload = {
  __typename?: 'UpdateProjectPayload';
  /** The project. */
  project: Project;
};

/** What changes; fields left out stay as they are. */
export type UpdateWebhookInput = {
  /** What it is for; null takes it away. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** Whether it is told anything. Messages that wait when it is disabled are given up; send them again by hand. */
  enabled?: InputMaybe<Scalars['Boolean']['input']>;
  /** The webhook. */
  id: Scalars['ID']['input'];
  /** The types of insights that it is told. */
  insightTypes?: InputMaybe<Array<InsightType>>;
  /** All of its bounds on statistics, at most 20. Those it has already are not told anew. */
  thresholds?: InputMaybe<Array<ThresholdInput>>;
  /** Where messages are sent: http or https, without user name and password, at most 2,000 characters. Its host must not have an address that the internet does not reach, and its port is 80, 443, or one from 1024 on that is no other well-known service's, unless the server allows it (WEBHOOK_PRIVATE_ADDRESSES). */
  url?: InputMaybe<Scalars['String']['input']>;
};

/** The webhook as it is now. */
export type UpdateWebhookPayload = {
  __typename?: 'UpdateWebhookPayload';
  /** The webhook. */
  webhook: Webhook;
};

/** A person who signs in. */
export type User = Node & {
  __typename?: 'User';
  /** The address that signs in, in lower case; a host such as bücher.example in punycode. */
  email: Scalars['String']['output'];
  /** The global id. */
  id: Scalars['ID']['output'];
  /** As the person wishes to be called. */
  name?: Maybe<Scalars['String']['output']>;
};

/** Who is asking, and what they may see. */
export type Viewer = {
  __typename?: 'Viewer';
  /** The user's organizations, oldest first; none for an API key. */
  organizations: Array<Organization>;
  /** Every project that may be read, oldest first. */
  projects: Array<Project>;
  /** The user's sessions that go on, the last used first, at most 100; none for an API key. */
  sessions: Array<Session>;
  /** The signed-in user; null for an API key. */
  user?: Maybe<User>;
};

/** Where insights and thresholds of a project are told, by HTTP requests that are signed as Standard Webhooks says (docs/webhooks.md). */
export type Webhook = Node & {
  __typename?: 'Webhook';
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** What it was sent in the last 30 days, the latest first. */
  deliveries: WebhookDeliveryConnection;
  /** What it is for. */
  description?: Maybe<Scalars['String']['output']>;
  /** Why the server disabled it; null when it did not. */
  disabledReason?: Maybe<Scalars['String']['output']>;
  /** Whether it is told anything. */
  enabled: Scalars['Boolean']['output'];
  /** When the first attempt failed after which none succeeded; null when the last one succeeded. */
  failingSince?: Maybe<Scalars['DateTime']['output']>;
  /** The global id. */
  id: Scalars['ID']['output'];
  /** The types of insights that it is told. */
  insightTypes: Array<InsightType>;
  /** The bounds on statistics that it is told of. */
  thresholds: Array<Threshold>;
  /** Where messages are sent. */
  url: Scalars['String']['output'];
};


/** Where insights and thresholds of a project are told, by HTTP requests that are signed as Standard Webhooks says (docs/webhooks.md). */
export type WebhookDeliveriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  status?: InputMaybe<DeliveryStatus>;
};

/** One attempt to deliver a message. */
export type WebhookAttempt = {
  __typename?: 'WebhookAttempt';
  /** When it began. */
  at: Scalars['DateTime']['output'];
  /** Why it failed; null when the message was taken. */
  error?: Maybe<Scalars['String']['output']>;
  /** How long it took. */
  milliseconds: Scalars['Int']['output'];
  /** The beginning of the answer's body, at most a kilobyte. */
  response?: Maybe<Scalars['String']['output']>;
  /** The HTTP status of the answer; null when none came. */
  status?: Maybe<Scalars['Int']['output']>;
};

/** A page of webhooks. */
export type WebhookConnection = {
  __typename?: 'WebhookConnection';
  /** The items of the page with their cursors. */
  edges: Array<WebhookEdge>;
  /** The items of the page. */
  nodes: Array<Webhook>;
  /** Where the page stands in its list. */
  pageInfo: PageInfo;
};

/** A message to a webhook. Kept for 30 days. */
export type WebhookDelivery = Node & {
  __typename?: 'WebhookDelivery';
  /** Its attempts, the first one first; the latest 50. */
  attempts: Array<WebhookAttempt>;
  /** When it came about. */
  createdAt: Scalars['DateTime']['output'];
  /** The global id. */
  id: Scalars['ID']['output'];
  /** The header `webhook-id` of every attempt: by it a receiver knows what it has already. */
  messageId: Scalars['String']['output'];
  /** The body of every attempt. */
  payload: Scalars['JSONObject']['output'];
  /** What has become of it. */
  status: DeliveryStatus;
  /** `insight.generated`, `threshold.passed`, `threshold.recovered` or `webhook.test`. */
  type: Scalars['String']['output'];
};

/** A page of messages to a webhook. */
export type WebhookDeliveryConnection = {
  __typename?: 'WebhookDeliveryConnection';
  /** The items of the page with their cursors. */
  edges: Array<WebhookDeliveryEdge>;
  /** The items of the page. */
  nodes: Array<WebhookDelivery>;
  /** Where the page stands in its list. */
  pageInfo: PageInfo;
};

/** A message and its place in the list. */
export type WebhookDeliveryEdge = {
  __typename?: 'WebhookDeliveryEdge';
  /** The place in the list, for `after` and `before`. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: WebhookDelivery;
};

/** A webhook and its place in the list. */
export type WebhookEdge = {
  __typename?: 'WebhookEdge';
  /** The place in the list, for `after` and `before`. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: Webhook;
};

export type AccessLogQueryVariables = Exact<{
  project: Scalars['ID']['input'];
  range: RangeInput;
  local: RangeInput;
  zone: Scalars['TimeZone']['input'];
}>;


export type AccessLogQuery = { __typename?: 'Query', project?: { __typename?: 'Project', stats: { __typename?: 'Stats', totals: { __typename?: 'Metrics', viewsPerVisit?: number | null, events: number, visitors: number, visits: number, pageviews: number, bounceRate?: number | null, visitDuration?: number | null }, timeseries: Array<{ __typename?: 'TimePoint', start: string, metrics: { __typename?: 'Metrics', visitors: number, visits: number, pageviews: number, bounceRate?: number | null, visitDuration?: number | null } }>, paths: Array<{ __typename?: 'BreakdownRow', value?: string | null, metrics: { __typename?: 'Metrics', visitors: number, visits: number, pageviews: number, bounceRate?: number | null, visitDuration?: number | null } }>, referrers: Array<{ __typename?: 'BreakdownRow', value?: string | null, metrics: { __typename?: 'Metrics', visitors: number, visits: number, pageviews: number, bounceRate?: number | null, visitDuration?: number | null } }>, campaigns: Array<{ __typename?: 'BreakdownRow', value?: string | null, metrics: { __typename?: 'Metrics', visitors: number, visits: number, pageviews: number, bounceRate?: number | null, visitDuration?: number | null } }> }, local: { __typename?: 'Stats', timeseries: Array<{ __typename?: 'TimePoint', start: string, metrics: { __typename?: 'Metrics', visitors: number, visits: number, pageviews: number, bounceRate?: number | null, visitDuration?: number | null } }> }, blog: { __typename?: 'Stats', totals: { __typename?: 'Metrics', visitors: number, visits: number, pageviews: number, bounceRate?: number | null, visitDuration?: number | null } } } | null };

export type AccessLogNumbersFragment = { __typename?: 'Metrics', visitors: number, visits: number, pageviews: number, bounceRate?: number | null, visitDuration?: number | null };

export type AccountsRegisterMutationVariables = Exact<{
  input: RegisterInput;
}>;


export type AccountsRegisterMutation = { __typename?: 'Mutation', register: { __typename?: 'AuthPayload', accessToken: string, refreshToken: string, user: { __typename?: 'User', email: string, name?: string | null }, organization?: { __typename?: 'Organization', name: string, slug: string } | null } };

export type AccountsLoginMutationVariables = Exact<{
  email: Scalars['String']['input'];
  password: Scalars['String']['input'];
}>;


export type AccountsLoginMutation = { __typename?: 'Mutation', login: { __typename?: 'AuthPayload', accessToken: string, refreshToken: string, expiresAt: string } };

export type AccountsRefreshMutationVariables = Exact<{
  token: Scalars['String']['input'];
}>;


export type AccountsRefreshMutation = { __typename?: 'Mutation', refreshSession: { __typename?: 'AuthPayload', accessToken: string, refreshToken: string, expiresAt: string } };

export type AccountsLogoutMutationVariables = Exact<{ [key: string]: never; }>;


export type AccountsLogoutMutation = { __typename?: 'Mutation', logout: boolean };

export type AccountsMeQueryVariables = Exact<{ [key: string]: never; }>;


export type AccountsMeQuery = { __typename?: 'Query', viewer?: { __typename?: 'Viewer', user?: { __typename?: 'User', id: string, email: string } | null, projects: Array<{ __typename?: 'Project', id: string }> } | null };

export type AccountsLoginProjectsMutationVariables = Exact<{
  email: Scalars['String']['input'];
  password: Scalars['String']['input'];
}>;


export type AccountsLoginProjectsMutation = { __typename?: 'Mutation', login: { __typename?: 'AuthPayload', organization?: { __typename?: 'Organization', projects: Array<{ __typename?: 'Project', id: string }> } | null } };

export type AccountsSessionsQueryVariables = Exact<{ [key: string]: never; }>;


export type AccountsSessionsQuery = { __typename?: 'Query', viewer?: { __typename?: 'Viewer', sessions: Array<{ __typename?: 'Session', id: string, createdAt: string, lastUsedAt: string, userAgent?: string | null, current: boolean }> } | null };

export type AccountsRevokeSessionMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type AccountsRevokeSessionMutation = { __typename?: 'Mutation', revokeSession: { __typename?: 'RevokeSessionPayload', revokedId: string } };

export type AccountsChangePasswordMutationVariables = Exact<{
  current: Scalars['String']['input'];
  new: Scalars['String']['input'];
}>;


export type AccountsChangePasswordMutation = { __typename?: 'Mutation', changePassword: { __typename?: 'ChangePasswordPayload', user: { __typename?: 'User', email: string } } };

export type AllTimeTrackMutationVariables = Exact<{
  input: TrackEventsInput;
}>;


export type AllTimeTrackMutation = { __typename?: 'Mutation', trackEvents: { __typename?: 'TrackEventsPayload', accepted: number } };

export type AllTimeQueryVariables = Exact<{
  project: Scalars['ID']['input'];
  interval?: InputMaybe<Interval>;
  period?: InputMaybe<Interval>;
}>;


export type AllTimeQuery = { __typename?: 'Query', project?: { __typename?: 'Project', stats: { __typename?: 'Stats', totals: { __typename?: 'Metrics', pageviews: number }, timeseries: Array<{ __typename?: 'TimePoint', start: string, metrics: { __typename?: 'Metrics', pageviews: number } }>, previous?: { __typename?: 'Stats', totals: { __typename?: 'Metrics', pageviews: number }, timeseries: Array<{ __typename?: 'TimePoint', start: string }> } | null }, retention: { __typename?: 'Retention', cohorts: Array<{ __typename?: 'RetentionCohort', start: string, size: number, returning: Array<number> }> }, lifecycle: Array<{ __typename?: 'LifecyclePeriod', start: string, new: number, returning: number, resurrected: number }>, stickiness: { __typename?: 'Stickiness', average?: number | null, steps: Array<{ __typename?: 'StickinessStep', visitors: number }> } } | null };

export type AllTimeInsightsMutationVariables = Exact<{
  input: GenerateInsightsInput;
}>;


export type AllTimeInsightsMutation = { __typename?: 'Mutation', generateInsights: { __typename?: 'GenerateInsightsPayload', insights: Array<{ __typename?: 'Insight', type: InsightType, periodStart: string, periodEnd: string }> } };

export type ComparedTodayQueryVariables = Exact<{
  project: Scalars['ID']['input'];
  range: RangeInput;
}>;


export type ComparedTodayQuery = { __typename?: 'Query', project?: { __typename?: 'Project', stats: { __typename?: 'Stats', start: string, end: string, previous?: { __typename?: 'Stats', start: string, end: string, totals: { __typename?: 'Metrics', pageviews: number } } | null } } | null };

export type AttributionTrackMutationVariables = Exact<{
  input: TrackEventsInput;
}>;


export type AttributionTrackMutation = { __typename?: 'Mutation', trackEvents: { __typename?: 'TrackEventsPayload', accepted: number, rejected: Array<{ __typename?: 'RejectedEvent', message: string }> } };

export type BoundsProjectMutationVariables = Exact<{
  organization: Scalars['ID']['input'];
}>;


export type BoundsProjectMutation = { __typename?: 'Mutation', createProject: { __typename?: 'CreateProjectPayload', project: { __typename?: 'Project', id: string } } };

export type BoundsKeyMutationVariables = Exact<{
  project: Scalars['ID']['input'];
}>;


export type BoundsKeyMutation = { __typename?: 'Mutation', createApiKey: { __typename?: 'CreateApiKeyPayload', apiKey: { __typename?: 'ApiKey', id: string } } };

export type BoundsDefinitionMutationVariables = Exact<{
  project: Scalars['ID']['input'];
  name: Scalars['String']['input'];
}>;


export type BoundsDefinitionMutation = { __typename?: 'Mutation', createEventDefinition: { __typename?: 'EventDefinitionPayload', eventDefinition: { __typename?: 'EventDefinition', id: string } } };

export type BoundsTestMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type BoundsTestMutation = { __typename?: 'Mutation', testWebhook: { __typename?: 'TestWebhookPayload', delivery: { __typename?: 'WebhookDelivery', id: string } } };

export type BoundsAgainMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type BoundsAgainMutation = { __typename?: 'Mutation', redeliver: { __typename?: 'RedeliverPayload', delivery: { __typename?: 'WebhookDelivery', id: string } } };

export type BoundsDeleteMutationVariables = Exact<{
  project: Scalars['ID']['input'];
}>;


export type BoundsDeleteMutation = { __typename?: 'Mutation', deleteProject: { __typename?: 'DeleteProjectPayload', deletedId: string } };

export type CardinalityNumbersQueryVariables = Exact<{
  project: Scalars['ID']['input'];
  filter?: InputMaybe<EventFilter>;
}>;


export type CardinalityNumbersQuery = { __typename?: 'Query', project?: { __typename?: 'Project', stats: { __typename?: 'Stats', totals: { __typename?: 'Metrics', events: number, visits: number, visitors: number }, names: Array<{ __typename?: 'BreakdownRow', value?: string | null, metrics: { __typename?: 'Metrics', events: number } }>, paths: Array<{ __typename?: 'BreakdownRow', value?: string | null, metrics: { __typename?: 'Metrics', events: number } }>, hosts: Array<{ __typename?: 'BreakdownRow', value?: string | null, metrics: { __typename?: 'Metrics', events: number } }>, sources: Array<{ __typename?: 'BreakdownRow', value?: string | null, metrics: { __typename?: 'Metrics', events: number } }>, channels: Array<{ __typename?: 'BreakdownRow', value?: string | null, metrics: { __typename?: 'Metrics', events: number } }> }, events: { __typename?: 'EventConnection', nodes: Array<{ __typename?: 'Event', eventId: string, name: string, url?: string | null, path?: string | null, hostname?: string | null, referrer?: string | null }> }, eventDefinitions: { __typename?: 'EventDefinitionConnection', nodes: Array<{ __typename?: 'EventDefinition', name: string }> } } | null };

export type CardinalityNoticesQueryVariables = Exact<{
  project: Scalars['ID']['input'];
}>;


export type CardinalityNoticesQuery = { __typename?: 'Query', project?: { __typename?: 'Project', ingestion: { __typename?: 'IngestionReport', notices: Array<{ __typename?: 'IngestionNotice', subject: IngestionSubject, limit: number, message: string }> } } | null };

export type ChatRevokeMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type ChatRevokeMutation = { __typename?: 'Mutation', revokeApiKey: { __typename?: 'RevokeApiKeyPayload', apiKey: { __typename?: 'ApiKey', id: string } } };

export type ChatThreadsQueryVariables = Exact<{
  project: Scalars['ID']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type ChatThreadsQuery = { __typename?: 'Query', project?: { __typename?: 'Project', threads: { __typename?: 'ThreadConnection', nodes: Array<{ __typename?: 'Thread', id: string, title: string, createdAt: string, updatedAt: string, turns: Array<{ __typename?: 'Turn', question: string, answer: string, model: string, askedAt: string, evidence: Array<{ __typename?: 'Evidence', observed: number }> }> }>, pageInfo: { __typename?: 'PageInfo', hasNextPage: boolean, endCursor?: string | null } } } | null };

export type ChatThreadQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type ChatThreadQuery = { __typename?: 'Query', node?:
    | { __typename?: 'ApiKey', id: string }
    | { __typename?: 'Event', id: string }
    | { __typename?: 'EventDefinition', id: string }
    | { __typename?: 'Insight', id: string }
    | { __typename?: 'Organization', id: string }
    | { __typename?: 'Project', id: string }
    | { __typename?: 'Session', id: string }
    | { __typename?: 'Thread', title: string, id: string }
    | { __typename?: 'User', id: string }
    | { __typename?: 'Webhook', id: string }
    | { __typename?: 'WebhookDelivery', id: string }
   | null };

export type ChatDeleteMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type ChatDeleteMutation = { __typename?: 'Mutation', deleteThread: { __typename?: 'DeleteThreadPayload', deletedId: string } };

export type ChatAnswerSubscriptionVariables = Exact<{
  project: Scalars['ID']['input'];
  question: Scalars['String']['input'];
  thread?: InputMaybe<Scalars['ID']['input']>;
}>;


export type ChatAnswerSubscription = { __typename?: 'Subscription', answer: { __typename?: 'AnswerChunk', text: string, done: boolean, answer?: { __typename?: 'Answer', threadId: string, text: string, model: string, evidence: Array<{ __typename?: 'Evidence', observed: number }> } | null } };

export type DeleteEventsProjectMutationVariables = Exact<{
  input: CreateProjectInput;
}>;


export type DeleteEventsProjectMutation = { __typename?: 'Mutation', createProject: { __typename?: 'CreateProjectPayload', project: { __typename?: 'Project', id: string, writeKey: string } } };

export type DeleteEventsTrackMutationVariables = Exact<{
  input: TrackEventsInput;
}>;


export type DeleteEventsTrackMutation = { __typename?: 'Mutation', trackEvents: { __typename?: 'TrackEventsPayload', accepted: number, duplicates: number } };

export type DeleteEventsMutationVariables = Exact<{
  input: DeleteEventsInput;
}>;


export type DeleteEventsMutation = { __typename?: 'Mutation', deleteEvents: { __typename?: 'DeleteEventsPayload', deleted: number, more: boolean, project: { __typename?: 'Project', events: { __typename?: 'EventConnection', totalCount: number } } } };

export type DeleteEventsAskQueryVariables = Exact<{
  project: Scalars['ID']['input'];
  range: RangeInput;
}>;


export type DeleteEventsAskQuery = { __typename?: 'Query', project?: { __typename?: 'Project', stats: { __typename?: 'Stats', totals: { __typename?: 'Metrics', visitors: number, visits: number, pageviews: number, events: number, bounceRate?: number | null, visitDuration?: number | null } }, events: { __typename?: 'EventConnection', totalCount: number } } | null };

export type DeleteEventsWatchSubscriptionVariables = Exact<{
  project: Scalars['ID']['input'];
}>;


export type DeleteEventsWatchSubscription = { __typename?: 'Subscription', stats: { __typename?: 'Stats', totals: { __typename?: 'Metrics', events: number } } };

export type HttpDefinitionsQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type HttpDefinitionsQuery = { __typename?: 'Query', project?: { __typename?: 'Project', eventDefinitions: { __typename?: 'EventDefinitionConnection', nodes: Array<{ __typename?: 'EventDefinition', name: string }> } } | null };

export type HttpTotalsQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type HttpTotalsQuery = { __typename?: 'Query', project?: { __typename?: 'Project', name: string, stats: { __typename?: 'Stats', totals: { __typename?: 'Metrics', visitors: number } } } | null };

export type HttpLoginMutationVariables = Exact<{
  email: Scalars['String']['input'];
  password: Scalars['String']['input'];
}>;


export type HttpLoginMutation = { __typename?: 'Mutation', login: { __typename?: 'AuthPayload', accessToken: string } };

export type FairnessRegisterMutationVariables = Exact<{
  input: RegisterInput;
}>;


export type FairnessRegisterMutation = { __typename?: 'Mutation', register: { __typename?: 'AuthPayload', accessToken: string, organization?: { __typename?: 'Organization', id: string } | null } };

export type FairnessProjectMutationVariables = Exact<{
  input: CreateProjectInput;
}>;


export type FairnessProjectMutation = { __typename?: 'Mutation', createProject: { __typename?: 'CreateProjectPayload', project: { __typename?: 'Project', id: string, writeKey: string } } };

export type FairnessReportQueryVariables = Exact<{
  project: Scalars['ID']['input'];
}>;


export type FairnessReportQuery = { __typename?: 'Query', project?: { __typename?: 'Project', ingestion: { __typename?: 'IngestionReport', received: number, stored: number, duplicate: number, bot: number, rejected: number, pending: number } } | null };

export type FunnelTrackMutationVariables = Exact<{
  input: TrackEventsInput;
}>;


export type FunnelTrackMutation = { __typename?: 'Mutation', trackEvents: { __typename?: 'TrackEventsPayload', accepted: number } };

export type SequenceFunnelQueryVariables = Exact<{
  project: Scalars['ID']['input'];
  range?: InputMaybe<RangeInput>;
  filter?: InputMaybe<EventFilter>;
  steps: Array<FunnelStepInput> | FunnelStepInput;
  window?: InputMaybe<Scalars['Duration']['input']>;
  order?: InputMaybe<FunnelOrder>;
}>;


export type SequenceFunnelQuery = { __typename?: 'Query', project?: { __typename?: 'Project', funnel: { __typename?: 'Funnel', conversionRate?: number | null, steps: Array<{ __typename?: 'FunnelStep', label: string, visitors: number, conversionRate?: number | null, dropOff: number, medianSecondsFromPrevious?: number | null }> } } | null };

export type HttpMeQueryVariables = Exact<{ [key: string]: never; }>;


export type HttpMeQuery = { __typename: 'Query', viewer?: { __typename?: 'Viewer', user?: { __typename?: 'User', id: string } | null } | null };

export type ImportProjectMutationVariables = Exact<{
  input: CreateProjectInput;
}>;


export type ImportProjectMutation = { __typename?: 'Mutation', createProject: { __typename?: 'CreateProjectPayload', project: { __typename?: 'Project', id: string } } };

export type ImportAskQueryVariables = Exact<{
  project: Scalars['ID']['input'];
  range: RangeInput;
}>;


export type ImportAskQuery = { __typename?: 'Query', project?: { __typename?: 'Project', events: { __typename?: 'EventConnection', totalCount: number, nodes: Array<{ __typename?: 'Event', url?: string | null, hostname?: string | null, path?: string | null, referrer?: string | null, timestamp: string, browser?: string | null }> }, stats: { __typename?: 'Stats', totals: { __typename?: 'Metrics', visitors: number, visits: number, pageviews: number, bounceRate?: number | null, visitDuration?: number | null }, referrers: Array<{ __typename?: 'BreakdownRow', value?: string | null, metrics: { __typename?: 'Metrics', pageviews: number } }> } } | null };

export type BreakingReportQueryVariables = Exact<{
  project: Scalars['ID']['input'];
}>;


export type BreakingReportQuery = { __typename?: 'Query', project?: { __typename?: 'Project', ingestion: { __typename?: 'IngestionReport', received: number, stored: number, duplicate: number, bot: number, rejected: number, pending: number }, stats: { __typename?: 'Stats', totals: { __typename?: 'Metrics', events: number, visits: number } } } | null };

export type IngestTrackMutationVariables = Exact<{
  input: TrackEventsInput;
}>;


export type IngestTrackMutation = { __typename?: 'Mutation', trackEvents: { __typename?: 'TrackEventsPayload', accepted: number, duplicates: number, rejected: Array<{ __typename?: 'RejectedEvent', index: number, code: RejectionCode, field?: string | null, message: string }> } };

export type IngestEventsQueryVariables = Exact<{
  project: Scalars['ID']['input'];
  filter?: InputMaybe<EventFilter>;
}>;


export type IngestEventsQuery = { __typename?: 'Query', project?: { __typename?: 'Project', events: { __typename?: 'EventConnection', totalCount: number, nodes: Array<{ __typename?: 'Event', eventId: string, type: EventType, name: string, timestamp: string, receivedAt: string, visitorId: string, userId?: string | null, sessionId: string, url?: string | null, hostname?: string | null, path?: string | null, referrer?: string | null, title?: string | null, properties: Record<string, unknown>, source?: string | null, channel?: string | null, country?: string | null, region?: string | null, city?: string | null, device?: string | null, browser?: string | null, os?: string | null, language?: string | null, revenue?: { __typename?: 'Money', amount: string, currency: string } | null }> } } | null };

export type IngestTotalsQueryVariables = Exact<{
  project: Scalars['ID']['input'];
}>;


export type IngestTotalsQuery = { __typename?: 'Query', project?: { __typename?: 'Project', stats: { __typename?: 'Stats', totals: { __typename?: 'Metrics', visitors: number, visits: number, pageviews: number, events: number, visitDuration?: number | null, bounceRate?: number | null } } } | null };

export type ReportTrackMutationVariables = Exact<{
  input: TrackEventsInput;
}>;


export type ReportTrackMutation = { __typename?: 'Mutation', trackEvents: { __typename?: 'TrackEventsPayload', accepted: number, duplicates: number, durability: Durability, rejected: Array<{ __typename?: 'RejectedEvent', index: number, code: RejectionCode, field?: string | null }> } };

export type ReportQueryVariables = Exact<{
  project: Scalars['ID']['input'];
  range?: InputMaybe<RangeInput>;
}>;


export type ReportQuery = { __typename?: 'Query', project?: { __typename?: 'Project', ingestion: { __typename?: 'IngestionReport', received: number, stored: number, duplicate: number, bot: number, rejected: number, pending: number }, stats: { __typename?: 'Stats', totals: { __typename?: 'Metrics', events: number, visits: number, visitors: number } } } | null };

export type ReportBotsQueryVariables = Exact<{
  project: Scalars['ID']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
}>;


export type ReportBotsQuery = { __typename?: 'Query', project?: { __typename?: 'Project', bots?: { __typename?: 'BotEventConnection', edges: Array<{ __typename?: 'BotEventEdge', node: { __typename?: 'BotEvent', id: string, userAgent?: string | null, name: string, path?: string | null, hostname?: string | null, receivedAt: string, timestamp: string } }>, pageInfo: { __typename?: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor?: string | null, endCursor?: string | null } } | null } | null };

export type ReportAcquitMutationVariables = Exact<{
  input: AcquitBotsInput;
}>;


export type ReportAcquitMutation = { __typename?: 'Mutation', acquitBots: { __typename?: 'SecondChancePayload', stored: number } };

export type ReportLettersQueryVariables = Exact<{
  project: Scalars['ID']['input'];
}>;


export type ReportLettersQuery = { __typename?: 'Query', project?: { __typename?: 'Project', deadLetters?: Array<{ __typename?: 'DeadLetter', id: string, events: number, reason: string, createdAt: string }> | null } | null };

export type ReportReplayMutationVariables = Exact<{
  input: DeadLetterInput;
}>;


export type ReportReplayMutation = { __typename?: 'Mutation', replayDeadLetter: { __typename?: 'SecondChancePayload', stored: number } };

export type ReportDropMutationVariables = Exact<{
  input: DeadLetterInput;
}>;


export type ReportDropMutation = { __typename?: 'Mutation', dropDeadLetter: { __typename?: 'DropDeadLetterPayload', id: string } };

export type ReportBlocklistQueryVariables = Exact<{
  project: Scalars['ID']['input'];
}>;


export type ReportBlocklistQuery = { __typename?: 'Query', project?: { __typename?: 'Project', blocklist?: { __typename?: 'Blocklist', addresses: Array<string>, userAgents: Array<string>, referrers: Array<string>, hostnames: Array<string> } | null } | null };

export type ReportUpdateBlocklistMutationVariables = Exact<{
  input: UpdateBlocklistInput;
}>;


export type ReportUpdateBlocklistMutation = { __typename?: 'Mutation', updateBlocklist: { __typename?: 'UpdateBlocklistPayload', project: { __typename?: 'Project', blocklist?: { __typename?: 'Blocklist', addresses: Array<string>, userAgents: Array<string>, referrers: Array<string>, hostnames: Array<string> } | null } } };

export type SummariseMutationVariables = Exact<{
  input: GenerateInsightsInput;
}>;


export type SummariseMutation = { __typename?: 'Mutation', generateInsights: { __typename?: 'GenerateInsightsPayload', insights: Array<{ __typename?: 'Insight', title: string, content: string, model?: string | null, evidence: Array<{ __typename?: 'Evidence', claim: string }> }> } };

export type GenerateMutationVariables = Exact<{
  input: GenerateInsightsInput;
}>;


export type GenerateMutation = { __typename?: 'Mutation', generateInsights: { __typename?: 'GenerateInsightsPayload', insights: Array<{ __typename?: 'Insight', id: string, type: InsightType, title: string, content: string, model?: string | null, metadata: Record<string, unknown>, periodStart: string, periodEnd: string, evidence: Array<{ __typename?: 'Evidence', claim: string, metric: string, observed: number, expected?: number | null, low?: number | null, high?: number | null, pValue?: number | null, method: string, query: string, variables: Record<string, unknown> }> }> } };

export type InsightFeedQueryVariables = Exact<{
  project: Scalars['ID']['input'];
  types?: InputMaybe<Array<InsightType> | InsightType>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type InsightFeedQuery = { __typename?: 'Query', project?: { __typename?: 'Project', insights: { __typename?: 'InsightConnection', nodes: Array<{ __typename?: 'Insight', id: string, type: InsightType, title: string }>, pageInfo: { __typename?: 'PageInfo', endCursor?: string | null, hasNextPage: boolean } } } | null };

export type GeneratedSubscriptionVariables = Exact<{
  project: Scalars['ID']['input'];
  types?: InputMaybe<Array<InsightType> | InsightType>;
}>;


export type GeneratedSubscription = { __typename?: 'Subscription', insightGenerated: { __typename?: 'Insight', id: string, type: InsightType, title: string, evidence: Array<{ __typename?: 'Evidence', observed: number }> } };

export type LimitsSendMutationVariables = Exact<{
  input: TrackEventsInput;
}>;


export type LimitsSendMutation = { __typename?: 'Mutation', trackEvents: { __typename?: 'TrackEventsPayload', accepted: number } };

export type LiveLogoutMutationVariables = Exact<{ [key: string]: never; }>;


export type LiveLogoutMutation = { __typename?: 'Mutation', logout: boolean };

export type LiveRevokeKeyMutationVariables = Exact<{
  input: RevokeApiKeyInput;
}>;


export type LiveRevokeKeyMutation = { __typename?: 'Mutation', revokeApiKey: { __typename?: 'RevokeApiKeyPayload', apiKey: { __typename?: 'ApiKey', id: string } } };

export type LiveExpiringKeyMutationVariables = Exact<{
  input: CreateApiKeyInput;
}>;


export type LiveExpiringKeyMutation = { __typename?: 'Mutation', createApiKey: { __typename?: 'CreateApiKeyPayload', secret: string } };

export type LiveInsightsSubscriptionVariables = Exact<{
  project: Scalars['ID']['input'];
}>;


export type LiveInsightsSubscription = { __typename?: 'Subscription', insightGenerated: { __typename?: 'Insight', id: string } };

export type LiveDeleteProjectMutationVariables = Exact<{
  input: DeleteProjectInput;
}>;


export type LiveDeleteProjectMutation = { __typename?: 'Mutation', deleteProject: { __typename?: 'DeleteProjectPayload', deletedId: string } };

export type LiveProjectsQueryVariables = Exact<{ [key: string]: never; }>;


export type LiveProjectsQuery = { __typename?: 'Query', viewer?: { __typename?: 'Viewer', projects: Array<{ __typename?: 'Project', id: string }> } | null };

export type LiveWholeSubscriptionVariables = Exact<{
  project: Scalars['ID']['input'];
  range?: InputMaybe<RangeInput>;
}>;


export type LiveWholeSubscription = { __typename?: 'Subscription', stats: { __typename?: 'Stats', start: string, end: string, timeZone: string, totals: { __typename?: 'Metrics', visitors: number, visits: number, events: number, revenue: Array<{ __typename?: 'Money', currency: string, amount: string }> }, timeseries: Array<{ __typename?: 'TimePoint', start: string, metrics: { __typename?: 'Metrics', events: number } }>, breakdown: Array<{ __typename?: 'BreakdownRow', value?: string | null, metrics: { __typename?: 'Metrics', visitors: number } }>, audience: { __typename?: 'Audience', newVisitors: number, returningVisitors: number }, previous?: { __typename?: 'Stats', totals: { __typename?: 'Metrics', events: number } } | null } };

export type LiveWholeQueryQueryVariables = Exact<{
  project: Scalars['ID']['input'];
  range?: InputMaybe<RangeInput>;
}>;


export type LiveWholeQueryQuery = { __typename?: 'Query', project?: { __typename?: 'Project', stats: { __typename?: 'Stats', start: string, end: string, timeZone: string, totals: { __typename?: 'Metrics', visitors: number, visits: number, events: number, revenue: Array<{ __typename?: 'Money', currency: string, amount: string }> }, timeseries: Array<{ __typename?: 'TimePoint', start: string, metrics: { __typename?: 'Metrics', events: number } }>, breakdown: Array<{ __typename?: 'BreakdownRow', value?: string | null, metrics: { __typename?: 'Metrics', visitors: number } }>, audience: { __typename?: 'Audience', newVisitors: number, returningVisitors: number }, previous?: { __typename?: 'Stats', totals: { __typename?: 'Metrics', events: number } } | null } } | null };

export type LiveWrongSubscriptionVariables = Exact<{
  project: Scalars['ID']['input'];
  range?: InputMaybe<RangeInput>;
  throttle?: InputMaybe<Scalars['Duration']['input']>;
}>;


export type LiveWrongSubscription = { __typename?: 'Subscription', stats: { __typename?: 'Stats', totals: { __typename?: 'Metrics', events: number } } };

export type LiveRevenueSubscriptionVariables = Exact<{
  project: Scalars['ID']['input'];
}>;


export type LiveRevenueSubscription = { __typename?: 'Subscription', stats: { __typename?: 'Stats', totals: { __typename?: 'Metrics', events: number, revenue: Array<{ __typename?: 'Money', amount: string }> } } };

export type LiveMoveMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type LiveMoveMutation = { __typename?: 'Mutation', updateProject: { __typename?: 'UpdateProjectPayload', project: { __typename?: 'Project', id: string } } };

export type TouchedWithoutQueryVariables = Exact<{
  project: Scalars['ID']['input'];
  range?: InputMaybe<RangeInput>;
  filter?: InputMaybe<EventFilter>;
  compare?: InputMaybe<Comparison>;
}>;


export type TouchedWithoutQuery = { __typename?: 'Query', project?: { __typename?: 'Project', stats: { __typename?: 'Stats', totals: { __typename?: 'Metrics', visitors: number, visits: number, pageviews: number, events: number, bounceRate?: number | null, visitDuration?: number | null, viewsPerVisit?: number | null, timeOnPage?: number | null, measure?: number | null, revenue: Array<{ __typename?: 'Money', currency: string, amount: string }> }, timeseries: Array<{ __typename?: 'TimePoint', start: string, metrics: { __typename?: 'Metrics', visitors: number, visits: number, events: number } }>, countries: Array<{ __typename?: 'BreakdownRow', value?: string | null, metrics: { __typename?: 'Metrics', visitors: number, visits: number, visitDuration?: number | null } }>, exits: Array<{ __typename?: 'BreakdownRow', value?: string | null, metrics: { __typename?: 'Metrics', visitors: number, events: number } }>, previous?: { __typename?: 'Stats', totals: { __typename?: 'Metrics', visitors: number, events: number } } | null } } | null };

export type TouchedAudienceQueryVariables = Exact<{
  project: Scalars['ID']['input'];
  range?: InputMaybe<RangeInput>;
  filter?: InputMaybe<EventFilter>;
  compare?: InputMaybe<Comparison>;
}>;


export type TouchedAudienceQuery = { __typename?: 'Query', project?: { __typename?: 'Project', stats: { __typename?: 'Stats', audience: { __typename?: 'Audience', newVisitors: number, returningVisitors: number }, previous?: { __typename?: 'Stats', audience: { __typename?: 'Audience', newVisitors: number } } | null } } | null };

export type LiveEventsQueryVariables = Exact<{
  project: Scalars['ID']['input'];
  filter?: InputMaybe<EventFilter>;
}>;


export type LiveEventsQuery = { __typename?: 'Query', project?: { __typename?: 'Project', events: { __typename?: 'EventConnection', nodes: Array<{ __typename?: 'Event', eventId: string }> } } | null };

export type BudgetProjectMutationVariables = Exact<{
  input: CreateProjectInput;
}>;


export type BudgetProjectMutation = { __typename?: 'Mutation', createProject: { __typename?: 'CreateProjectPayload', project: { __typename?: 'Project', id: string } } };

export type BudgetDeleteMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type BudgetDeleteMutation = { __typename?: 'Mutation', deleteProject: { __typename?: 'DeleteProjectPayload', deletedId: string } };

export type SignalsRegisterMutationVariables = Exact<{
  input: RegisterInput;
}>;


export type SignalsRegisterMutation = { __typename?: 'Mutation', register: { __typename?: 'AuthPayload', accessToken: string, organization?: { __typename?: 'Organization', id: string } | null } };

export type SignalsCreateProjectMutationVariables = Exact<{
  input: CreateProjectInput;
}>;


export type SignalsCreateProjectMutation = { __typename?: 'Mutation', createProject: { __typename?: 'CreateProjectPayload', project: { __typename?: 'Project', id: string } } };

export type OrderOfArrivalQueryVariables = Exact<{
  project: Scalars['ID']['input'];
}>;


export type OrderOfArrivalQuery = { __typename?: 'Query', project?: { __typename?: 'Project', stats: { __typename?: 'Stats', entries: Array<{ __typename?: 'BreakdownRow', value?: string | null, metrics: { __typename?: 'Metrics', visits: number } }>, exits: Array<{ __typename?: 'BreakdownRow', value?: string | null, metrics: { __typename?: 'Metrics', visits: number } }> }, paths: { __typename?: 'Paths', links: Array<{ __typename?: 'PathLink', step: number, source: string, target: string }> }, events: { __typename?: 'EventConnection', nodes: Array<{ __typename?: 'Event', path?: string | null }> } } | null };

export type OrderOfArrivalPageQueryVariables = Exact<{
  project: Scalars['ID']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
}>;


export type OrderOfArrivalPageQuery = { __typename?: 'Query', project?: { __typename?: 'Project', events: { __typename?: 'EventConnection', nodes: Array<{ __typename?: 'Event', path?: string | null }>, pageInfo: { __typename?: 'PageInfo', startCursor?: string | null, endCursor?: string | null, hasNextPage: boolean, hasPreviousPage: boolean } } } | null };

export type PathsTrackMutationVariables = Exact<{
  input: TrackEventsInput;
}>;


export type PathsTrackMutation = { __typename?: 'Mutation', trackEvents: { __typename?: 'TrackEventsPayload', accepted: number } };

export type SequencePathsQueryVariables = Exact<{
  project: Scalars['ID']['input'];
  range?: InputMaybe<RangeInput>;
  filter?: InputMaybe<EventFilter>;
  startingAt?: InputMaybe<Scalars['String']['input']>;
  depth?: InputMaybe<Scalars['Int']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
}>;


export type SequencePathsQuery = { __typename?: 'Query', project?: { __typename?: 'Project', paths: { __typename?: 'Paths', nodes: Array<{ __typename?: 'PathNode', step: number, path: string, visitors: number }>, links: Array<{ __typename?: 'PathLink', step: number, source: string, target: string, visitors: number }> } } | null };

export type SequenceTimeQueryVariables = Exact<{
  project: Scalars['ID']['input'];
}>;


export type SequenceTimeQuery = { __typename?: 'Query', project?: { __typename?: 'Project', stats: { __typename?: 'Stats', totals: { __typename?: 'Metrics', timeOnPage?: number | null }, timeseries: Array<{ __typename?: 'TimePoint', metrics: { __typename?: 'Metrics', timeOnPage?: number | null } }>, breakdown: Array<{ __typename?: 'BreakdownRow', value?: string | null, metrics: { __typename?: 'Metrics', timeOnPage?: number | null } }> }, nothing: { __typename?: 'Stats', totals: { __typename?: 'Metrics', timeOnPage?: number | null } } } | null };

export type PathsTrackManyMutationVariables = Exact<{
  input: TrackEventsInput;
}>;


export type PathsTrackManyMutation = { __typename?: 'Mutation', trackEvents: { __typename?: 'TrackEventsPayload', accepted: number } };

export type PeriodsReferenceTrackMutationVariables = Exact<{
  input: TrackEventsInput;
}>;


export type PeriodsReferenceTrackMutation = { __typename?: 'Mutation', trackEvents: { __typename?: 'TrackEventsPayload', accepted: number } };

export type PeriodsReferenceProjectMutationVariables = Exact<{
  input: CreateProjectInput;
}>;


export type PeriodsReferenceProjectMutation = { __typename?: 'Mutation', createProject: { __typename?: 'CreateProjectPayload', project: { __typename?: 'Project', id: string, writeKey: string } } };

export type PeriodsReferenceAskQueryVariables = Exact<{
  project: Scalars['ID']['input'];
  range: RangeInput;
  filter?: InputMaybe<EventFilter>;
  zone?: InputMaybe<Scalars['TimeZone']['input']>;
  interval: Interval;
  start?: InputMaybe<EventMatch>;
  returning?: InputMaybe<EventMatch>;
  by: Dimension;
  model: AttributionModel;
  lookback: Scalars['Duration']['input'];
}>;


export type PeriodsReferenceAskQuery = { __typename?: 'Query', project?: { __typename?: 'Project', retention: { __typename?: 'Retention', cohorts: Array<{ __typename?: 'RetentionCohort', start: string, size: number, returning: Array<number> }> }, lifecycle: Array<{ __typename?: 'LifecyclePeriod', start: string, new: number, returning: number, resurrected: number, dormant: number }>, stickiness: { __typename?: 'Stickiness', average?: number | null, steps: Array<{ __typename?: 'StickinessStep', periods: number, visitors: number }> }, stats: { __typename?: 'Stats', audience: { __typename?: 'Audience', newVisitors: number, returningVisitors: number } }, attribution: Array<{ __typename?: 'AttributionRow', value?: string | null, conversions: number, visitors: number, revenue: Array<{ __typename?: 'Money', currency: string, amount: string }> }> } | null };

export type PeriodsTrackMutationVariables = Exact<{
  input: TrackEventsInput;
}>;


export type PeriodsTrackMutation = { __typename?: 'Mutation', trackEvents: { __typename?: 'TrackEventsPayload', accepted: number, rejected: Array<{ __typename?: 'RejectedEvent', message: string }> } };

export type AccountsCreateProjectMutationVariables = Exact<{
  input: CreateProjectInput;
}>;


export type AccountsCreateProjectMutation = { __typename?: 'Mutation', createProject: { __typename?: 'CreateProjectPayload', project: { __typename?: 'Project', id: string, name: string, domain?: string | null, timeZone: string, writeKey: string, createdAt: string } } };

export type AccountsUpdateProjectMutationVariables = Exact<{
  input: UpdateProjectInput;
}>;


export type AccountsUpdateProjectMutation = { __typename?: 'Mutation', updateProject: { __typename?: 'UpdateProjectPayload', project: { __typename?: 'Project', name: string, domain?: string | null, timeZone: string } } };

export type AccountsDeleteProjectMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type AccountsDeleteProjectMutation = { __typename?: 'Mutation', deleteProject: { __typename?: 'DeleteProjectPayload', deletedId: string } };

export type AccountsProjectNameQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type AccountsProjectNameQuery = { __typename?: 'Query', project?: { __typename?: 'Project', name: string } | null };

export type AccountsSendMutationVariables = Exact<{
  input: TrackEventsInput;
}>;


export type AccountsSendMutation = { __typename?: 'Mutation', trackEvents: { __typename?: 'TrackEventsPayload', accepted: number, rejected: Array<{ __typename?: 'RejectedEvent', code: RejectionCode }> } };

export type AccountsCreateKeyMutationVariables = Exact<{
  input: CreateApiKeyInput;
}>;


export type AccountsCreateKeyMutation = { __typename?: 'Mutation', createApiKey: { __typename?: 'CreateApiKeyPayload', secret: string, apiKey: { __typename?: 'ApiKey', id: string, name: string, prefix: string, scopes: Array<ApiKeyScope>, lastUsedAt?: string | null, expiresAt?: string | null } } };

export type AccountsKeysQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type AccountsKeysQuery = { __typename?: 'Query', project?: { __typename?: 'Project', apiKeys?: Array<{ __typename?: 'ApiKey', id: string, name: string, lastUsedAt?: string | null }> | null } | null };

export type AccountsRevokeMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type AccountsRevokeMutation = { __typename?: 'Mutation', revokeApiKey: { __typename?: 'RevokeApiKeyPayload', apiKey: { __typename?: 'ApiKey', id: string } } };

export type AccountsDefinitionMutationVariables = Exact<{
  input: CreateEventDefinitionInput;
}>;


export type AccountsDefinitionMutation = { __typename?: 'Mutation', createEventDefinition: { __typename?: 'EventDefinitionPayload', eventDefinition: { __typename?: 'EventDefinition', id: string, name: string, label?: string | null, description?: string | null, archived: boolean, firstSeenAt?: string | null, lastSeenAt?: string | null, volume30d: number } } };

export type AccountsUpdateDefinitionMutationVariables = Exact<{
  input: UpdateEventDefinitionInput;
}>;


export type AccountsUpdateDefinitionMutation = { __typename?: 'Mutation', updateEventDefinition: { __typename?: 'EventDefinitionPayload', eventDefinition: { __typename?: 'EventDefinition', label?: string | null, description?: string | null, archived: boolean } } };

export type AccountsDeleteDefinitionMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type AccountsDeleteDefinitionMutation = { __typename?: 'Mutation', deleteEventDefinition: { __typename?: 'EventDefinitionPayload', eventDefinition: { __typename?: 'EventDefinition', name: string } } };

export type AccountsDefinitionsQueryVariables = Exact<{
  id: Scalars['ID']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
}>;


export type AccountsDefinitionsQuery = { __typename?: 'Query', project?: { __typename?: 'Project', eventDefinitions: { __typename?: 'EventDefinitionConnection', nodes: Array<{ __typename?: 'EventDefinition', name: string, volume30d: number }>, pageInfo: { __typename?: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor?: string | null, endCursor?: string | null } } } | null };

export type AccountsSignupsQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type AccountsSignupsQuery = { __typename?: 'Query', project?: { __typename?: 'Project', eventDefinitions: { __typename?: 'EventDefinitionConnection', nodes: Array<{ __typename?: 'EventDefinition', id: string, name: string, firstSeenAt?: string | null }> }, events: { __typename?: 'EventConnection', totalCount: number } } | null };

export type PropertiesTrackMutationVariables = Exact<{
  input: TrackEventsInput;
}>;


export type PropertiesTrackMutation = { __typename?: 'Mutation', trackEvents: { __typename?: 'TrackEventsPayload', accepted: number, rejected: Array<{ __typename?: 'RejectedEvent', message: string }> } };

export type ProxyStatsSubscriptionVariables = Exact<{
  project: Scalars['ID']['input'];
}>;


export type ProxyStatsSubscription = { __typename?: 'Subscription', stats: { __typename?: 'Stats', totals: { __typename?: 'Metrics', events: number } } };

export type QueueTrackMutationVariables = Exact<{
  input: TrackEventsInput;
}>;


export type QueueTrackMutation = { __typename?: 'Mutation', trackEvents: { __typename?: 'TrackEventsPayload', accepted: number, duplicates: number, durability: Durability, rejected: Array<{ __typename?: 'RejectedEvent', code: RejectionCode }> } };

export type QueueReportQueryVariables = Exact<{
  project: Scalars['ID']['input'];
}>;


export type QueueReportQuery = { __typename?: 'Query', project?: { __typename?: 'Project', ingestion: { __typename?: 'IngestionReport', received: number, stored: number, duplicate: number, bot: number, rejected: number, pending: number }, stats: { __typename?: 'Stats', totals: { __typename?: 'Metrics', events: number, visits: number } }, deadLetters?: Array<{ __typename?: 'DeadLetter', id: string, events: number, reason: string }> | null } | null };

export type QueueReplayMutationVariables = Exact<{
  input: DeadLetterInput;
}>;


export type QueueReplayMutation = { __typename?: 'Mutation', replayDeadLetter: { __typename?: 'SecondChancePayload', stored: number } };

export type RebuildProjectMutationVariables = Exact<{
  input: CreateProjectInput;
}>;


export type RebuildProjectMutation = { __typename?: 'Mutation', createProject: { __typename?: 'CreateProjectPayload', project: { __typename?: 'Project', id: string } } };

export type RebuildTrackMutationVariables = Exact<{
  input: TrackEventsInput;
}>;


export type RebuildTrackMutation = { __typename?: 'Mutation', trackEvents: { __typename?: 'TrackEventsPayload', accepted: number, duplicates: number } };

export type RejectionsReportQueryVariables = Exact<{
  project: Scalars['ID']['input'];
  range?: InputMaybe<RangeInput>;
  first?: InputMaybe<Scalars['Int']['input']>;
}>;


export type RejectionsReportQuery = { __typename?: 'Query', project?: { __typename?: 'Project', ingestion: { __typename?: 'IngestionReport', received: number, stored: number, duplicate: number, bot: number, rejected: number, pending: number, rateLimited: number, blocked: number }, rejections: Array<{ __typename?: 'RejectionGroup', code: RejectionCode, field?: string | null, message: string, endpoint: IngestEndpoint, name?: string | null, count: number, firstAt: string, lastAt: string, sample?: string | null }> } | null };

export type RejectionsTrackMutationVariables = Exact<{
  input: TrackEventsInput;
}>;


export type RejectionsTrackMutation = { __typename?: 'Mutation', trackEvents: { __typename?: 'TrackEventsPayload', accepted: number } };

export type RejectionsBlockMutationVariables = Exact<{
  input: UpdateBlocklistInput;
}>;


export type RejectionsBlockMutation = { __typename?: 'Mutation', updateBlocklist: { __typename?: 'UpdateBlocklistPayload', project: { __typename?: 'Project', id: string } } };

export type SegmentsDeleteMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type SegmentsDeleteMutation = { __typename?: 'Mutation', deleteProject: { __typename?: 'DeleteProjectPayload', deletedId: string } };

export type SequencesReferenceTrackMutationVariables = Exact<{
  input: TrackEventsInput;
}>;


export type SequencesReferenceTrackMutation = { __typename?: 'Mutation', trackEvents: { __typename?: 'TrackEventsPayload', accepted: number } };

export type SequencesReferenceProjectMutationVariables = Exact<{
  input: CreateProjectInput;
}>;


export type SequencesReferenceProjectMutation = { __typename?: 'Mutation', createProject: { __typename?: 'CreateProjectPayload', project: { __typename?: 'Project', id: string, writeKey: string } } };

export type SequencesReferenceAskQueryVariables = Exact<{
  project: Scalars['ID']['input'];
  range: RangeInput;
  filter?: InputMaybe<EventFilter>;
  steps: Array<FunnelStepInput> | FunnelStepInput;
  window?: InputMaybe<Scalars['Duration']['input']>;
  startingAt?: InputMaybe<Scalars['String']['input']>;
  depth: Scalars['Int']['input'];
  first: Scalars['Int']['input'];
  by: Dimension;
}>;


export type SequencesReferenceAskQuery = { __typename?: 'Query', project?: { __typename?: 'Project', ordered: { __typename?: 'Funnel', conversionRate?: number | null, steps: Array<{ __typename?: 'FunnelStep', visitors: number, conversionRate?: number | null, dropOff: number, medianSecondsFromPrevious?: number | null }> }, strict: { __typename?: 'Funnel', conversionRate?: number | null, steps: Array<{ __typename?: 'FunnelStep', visitors: number, conversionRate?: number | null, dropOff: number, medianSecondsFromPrevious?: number | null }> }, any: { __typename?: 'Funnel', conversionRate?: number | null, steps: Array<{ __typename?: 'FunnelStep', visitors: number, conversionRate?: number | null, dropOff: number, medianSecondsFromPrevious?: number | null }> }, paths: { __typename?: 'Paths', nodes: Array<{ __typename?: 'PathNode', step: number, path: string, visitors: number }>, links: Array<{ __typename?: 'PathLink', step: number, source: string, target: string, visitors: number }> }, stats: { __typename?: 'Stats', totals: { __typename?: 'Metrics', timeOnPage?: number | null }, timeseries: Array<{ __typename?: 'TimePoint', start: string, metrics: { __typename?: 'Metrics', timeOnPage?: number | null } }>, breakdown: Array<{ __typename?: 'BreakdownRow', value?: string | null, metrics: { __typename?: 'Metrics', timeOnPage?: number | null } }>, properties: Array<{ __typename?: 'BreakdownRow', value?: string | null, metrics: { __typename?: 'Metrics', timeOnPage?: number | null } }> } } | null };

export type ReferenceFunnelFragment = { __typename?: 'Funnel', conversionRate?: number | null, steps: Array<{ __typename?: 'FunnelStep', visitors: number, conversionRate?: number | null, dropOff: number, medianSecondsFromPrevious?: number | null }> };

export type SessionSettingsTrackMutationVariables = Exact<{
  input: TrackEventsInput;
}>;


export type SessionSettingsTrackMutation = { __typename?: 'Mutation', trackEvents: { __typename?: 'TrackEventsPayload', accepted: number, rejected: Array<{ __typename?: 'RejectedEvent', code: RejectionCode }> } };

export type SessionSettingsSeeQueryVariables = Exact<{
  project: Scalars['ID']['input'];
  second: RangeInput;
}>;


export type SessionSettingsSeeQuery = { __typename?: 'Query', project?: { __typename?: 'Project', eventDefinitions: { __typename?: 'EventDefinitionConnection', nodes: Array<{ __typename?: 'EventDefinition', name: string, firstSeenAt?: string | null, lastSeenAt?: string | null }> }, events: { __typename?: 'EventConnection', nodes: Array<{ __typename?: 'Event', timestamp: string, receivedAt: string }> }, second: { __typename?: 'EventConnection', totalCount: number }, ingestion: { __typename?: 'IngestionReport', received: number }, stats: { __typename?: 'Stats', totals: { __typename?: 'Metrics', visitors: number, events: number }, audience: { __typename?: 'Audience', newVisitors: number, returningVisitors: number }, timeseries: Array<{ __typename?: 'TimePoint', start: string, metrics: { __typename?: 'Metrics', events: number } }> } } | null };

export type LimitsRegisterMutationVariables = Exact<{
  email: Scalars['String']['input'];
  password: Scalars['String']['input'];
}>;


export type LimitsRegisterMutation = { __typename?: 'Mutation', register: { __typename?: 'AuthPayload', accessToken: string } };

export type LimitsLoginMutationVariables = Exact<{
  email: Scalars['String']['input'];
  password: Scalars['String']['input'];
}>;


export type LimitsLoginMutation = { __typename?: 'Mutation', login: { __typename?: 'AuthPayload', accessToken: string } };

export type LimitsChangeMutationVariables = Exact<{
  current: Scalars['String']['input'];
}>;


export type LimitsChangeMutation = { __typename?: 'Mutation', changePassword: { __typename?: 'ChangePasswordPayload', user: { __typename?: 'User', email: string } } };

export type StartRegisterMutationVariables = Exact<{
  input: RegisterInput;
}>;


export type StartRegisterMutation = { __typename?: 'Mutation', register: { __typename?: 'AuthPayload', accessToken: string, refreshToken: string, organization?: { __typename?: 'Organization', id: string } | null } };

export type StartCreateProjectMutationVariables = Exact<{
  input: CreateProjectInput;
}>;


export type StartCreateProjectMutation = { __typename?: 'Mutation', createProject: { __typename?: 'CreateProjectPayload', project: { __typename?: 'Project', id: string, writeKey: string } } };

export type StartTrackMutationVariables = Exact<{
  input: TrackEventsInput;
}>;


export type StartTrackMutation = { __typename?: 'Mutation', trackEvents: { __typename?: 'TrackEventsPayload', accepted: number } };

export type StartStoredQueryVariables = Exact<{ [key: string]: never; }>;


export type StartStoredQuery = { __typename?: 'Query', viewer?: { __typename?: 'Viewer', user?: { __typename?: 'User', email: string } | null, projects: Array<{ __typename?: 'Project', name: string, events: { __typename?: 'EventConnection', nodes: Array<{ __typename?: 'Event', name: string }> } }> } | null };

export type StatisticsTrackMutationVariables = Exact<{
  input: TrackEventsInput;
}>;


export type StatisticsTrackMutation = { __typename?: 'Mutation', trackEvents: { __typename?: 'TrackEventsPayload', accepted: number } };

export type StatsIdQueryVariables = Exact<{
  project: Scalars['ID']['input'];
  range?: InputMaybe<RangeInput>;
  filter?: InputMaybe<EventFilter>;
  timeZone?: InputMaybe<Scalars['TimeZone']['input']>;
  compare?: InputMaybe<Comparison>;
}>;


export type StatsIdQuery = { __typename?: 'Query', project?: { __typename?: 'Project', stats: { __typename?: 'Stats', id: string, previous?: { __typename?: 'Stats', id: string } | null } } | null };

export type StatsIdLiveSubscriptionVariables = Exact<{
  project: Scalars['ID']['input'];
  range?: InputMaybe<RangeInput>;
  filter?: InputMaybe<EventFilter>;
  timeZone?: InputMaybe<Scalars['TimeZone']['input']>;
  compare?: InputMaybe<Comparison>;
}>;


export type StatsIdLiveSubscription = { __typename?: 'Subscription', stats: { __typename?: 'Stats', id: string, previous?: { __typename?: 'Stats', id: string } | null, totals: { __typename?: 'Metrics', visitors: number } } };

export type ReferenceTrackMutationVariables = Exact<{
  input: TrackEventsInput;
}>;


export type ReferenceTrackMutation = { __typename?: 'Mutation', trackEvents: { __typename?: 'TrackEventsPayload', accepted: number, duplicates: number, rejected: Array<{ __typename?: 'RejectedEvent', message: string }> } };

export type ReferenceAskQueryVariables = Exact<{
  project: Scalars['ID']['input'];
  range: RangeInput;
  filter?: InputMaybe<EventFilter>;
  zone?: InputMaybe<Scalars['TimeZone']['input']>;
  interval: Interval;
  by: Dimension;
}>;


export type ReferenceAskQuery = { __typename?: 'Query', project?: { __typename?: 'Project', stats: { __typename?: 'Stats', totals: { __typename?: 'Metrics', visitors: number, visits: number, pageviews: number, events: number, bounceRate?: number | null, visitDuration?: number | null, viewsPerVisit?: number | null, revenue: Array<{ __typename?: 'Money', currency: string, amount: string }> }, timeseries: Array<{ __typename?: 'TimePoint', start: string, metrics: { __typename?: 'Metrics', visitors: number, visits: number, pageviews: number, events: number, bounceRate?: number | null, visitDuration?: number | null, viewsPerVisit?: number | null, revenue: Array<{ __typename?: 'Money', currency: string, amount: string }> } }>, breakdown: Array<{ __typename?: 'BreakdownRow', value?: string | null, metrics: { __typename?: 'Metrics', visitors: number, visits: number, pageviews: number, events: number, bounceRate?: number | null, visitDuration?: number | null, viewsPerVisit?: number | null, revenue: Array<{ __typename?: 'Money', currency: string, amount: string }> } }>, properties: Array<{ __typename?: 'BreakdownRow', value?: string | null, metrics: { __typename?: 'Metrics', visitors: number, visits: number, pageviews: number, events: number, bounceRate?: number | null, visitDuration?: number | null, viewsPerVisit?: number | null, revenue: Array<{ __typename?: 'Money', currency: string, amount: string }> } }> } } | null };

export type ReferenceNumbersFragment = { __typename?: 'Metrics', visitors: number, visits: number, pageviews: number, events: number, bounceRate?: number | null, visitDuration?: number | null, viewsPerVisit?: number | null, revenue: Array<{ __typename?: 'Money', currency: string, amount: string }> };

export type ReferenceProjectMutationVariables = Exact<{
  input: CreateProjectInput;
}>;


export type ReferenceProjectMutation = { __typename?: 'Mutation', createProject: { __typename?: 'CreateProjectPayload', project: { __typename?: 'Project', id: string, writeKey: string } } };

export type ReferenceLookQueryVariables = Exact<{
  project: Scalars['ID']['input'];
}>;


export type ReferenceLookQuery = { __typename?: 'Query', project?: { __typename?: 'Project', stats: { __typename?: 'Stats', totals: { __typename?: 'Metrics', visits: number } } } | null };

export type StatsTrackMutationVariables = Exact<{
  input: TrackEventsInput;
}>;


export type StatsTrackMutation = { __typename?: 'Mutation', trackEvents: { __typename?: 'TrackEventsPayload', accepted: number, rejected: Array<{ __typename?: 'RejectedEvent', message: string }> } };

export type StatsDashboardQueryVariables = Exact<{
  project: Scalars['ID']['input'];
  filter?: InputMaybe<EventFilter>;
}>;


export type StatsDashboardQuery = { __typename?: 'Query', project?: { __typename?: 'Project', stats: { __typename?: 'Stats', previous?: { __typename?: 'Stats', totals: { __typename?: 'Metrics', visitors: number, visits: number, pageviews: number, events: number, bounceRate?: number | null, visitDuration?: number | null, viewsPerVisit?: number | null }, timeseries: Array<{ __typename?: 'TimePoint', start: string, metrics: { __typename?: 'Metrics', visitors: number, visits: number } }>, pages: Array<{ __typename?: 'BreakdownRow', value?: string | null, metrics: { __typename?: 'Metrics', visitors: number, visits: number } }>, entries: Array<{ __typename?: 'BreakdownRow', value?: string | null, metrics: { __typename?: 'Metrics', visitors: number, visits: number } }>, exits: Array<{ __typename?: 'BreakdownRow', value?: string | null, metrics: { __typename?: 'Metrics', visitors: number, visits: number } }>, channels: Array<{ __typename?: 'BreakdownRow', value?: string | null, metrics: { __typename?: 'Metrics', visitors: number, visits: number } }>, sources: Array<{ __typename?: 'BreakdownRow', value?: string | null, metrics: { __typename?: 'Metrics', visitors: number, visits: number } }>, countries: Array<{ __typename?: 'BreakdownRow', value?: string | null, metrics: { __typename?: 'Metrics', visitors: number, visits: number } }>, devices: Array<{ __typename?: 'BreakdownRow', value?: string | null, metrics: { __typename?: 'Metrics', visitors: number, visits: number } }>, names: Array<{ __typename?: 'BreakdownRow', value?: string | null, metrics: { __typename?: 'Metrics', visitors: number, visits: number } }> } | null, totals: { __typename?: 'Metrics', visitors: number, visits: number, pageviews: number, events: number, bounceRate?: number | null, visitDuration?: number | null, viewsPerVisit?: number | null }, timeseries: Array<{ __typename?: 'TimePoint', start: string, metrics: { __typename?: 'Metrics', visitors: number, visits: number } }>, pages: Array<{ __typename?: 'BreakdownRow', value?: string | null, metrics: { __typename?: 'Metrics', visitors: number, visits: number } }>, entries: Array<{ __typename?: 'BreakdownRow', value?: string | null, metrics: { __typename?: 'Metrics', visitors: number, visits: number } }>, exits: Array<{ __typename?: 'BreakdownRow', value?: string | null, metrics: { __typename?: 'Metrics', visitors: number, visits: number } }>, channels: Array<{ __typename?: 'BreakdownRow', value?: string | null, metrics: { __typename?: 'Metrics', visitors: number, visits: number } }>, sources: Array<{ __typename?: 'BreakdownRow', value?: string | null, metrics: { __typename?: 'Metrics', visitors: number, visits: number } }>, countries: Array<{ __typename?: 'BreakdownRow', value?: string | null, metrics: { __typename?: 'Metrics', visitors: number, visits: number } }>, devices: Array<{ __typename?: 'BreakdownRow', value?: string | null, metrics: { __typename?: 'Metrics', visitors: number, visits: number } }>, names: Array<{ __typename?: 'BreakdownRow', value?: string | null, metrics: { __typename?: 'Metrics', visitors: number, visits: number } }> }, filtered: { __typename?: 'Stats', totals: { __typename?: 'Metrics', visitors: number } }, reordered: { __typename?: 'Stats', breakdown: Array<{ __typename?: 'BreakdownRow', value?: string | null }> } } | null };

export type StatsOverviewFragment = { __typename?: 'Stats', totals: { __typename?: 'Metrics', visitors: number, visits: number, pageviews: number, events: number, bounceRate?: number | null, visitDuration?: number | null, viewsPerVisit?: number | null }, timeseries: Array<{ __typename?: 'TimePoint', start: string, metrics: { __typename?: 'Metrics', visitors: number, visits: number } }>, pages: Array<{ __typename?: 'BreakdownRow', value?: string | null, metrics: { __typename?: 'Metrics', visitors: number, visits: number } }>, entries: Array<{ __typename?: 'BreakdownRow', value?: string | null, metrics: { __typename?: 'Metrics', visitors: number, visits: number } }>, exits: Array<{ __typename?: 'BreakdownRow', value?: string | null, metrics: { __typename?: 'Metrics', visitors: number, visits: number } }>, channels: Array<{ __typename?: 'BreakdownRow', value?: string | null, metrics: { __typename?: 'Metrics', visitors: number, visits: number } }>, sources: Array<{ __typename?: 'BreakdownRow', value?: string | null, metrics: { __typename?: 'Metrics', visitors: number, visits: number } }>, countries: Array<{ __typename?: 'BreakdownRow', value?: string | null, metrics: { __typename?: 'Metrics', visitors: number, visits: number } }>, devices: Array<{ __typename?: 'BreakdownRow', value?: string | null, metrics: { __typename?: 'Metrics', visitors: number, visits: number } }>, names: Array<{ __typename?: 'BreakdownRow', value?: string | null, metrics: { __typename?: 'Metrics', visitors: number, visits: number } }> };

export type StatsMeasureQueryVariables = Exact<{
  project: Scalars['ID']['input'];
  aggregate: Aggregate;
  property?: InputMaybe<Scalars['String']['input']>;
}>;


export type StatsMeasureQuery = { __typename?: 'Query', project?: { __typename?: 'Project', stats: { __typename?: 'Stats', totals: { __typename?: 'Metrics', measure?: number | null }, breakdown: Array<{ __typename?: 'BreakdownRow', value?: string | null, metrics: { __typename?: 'Metrics', measure?: number | null } }>, timeseries: Array<{ __typename?: 'TimePoint', metrics: { __typename?: 'Metrics', measure?: number | null } }> } } | null };

export type StatsOverTheEndQueryVariables = Exact<{
  project: Scalars['ID']['input'];
  range: RangeInput;
  filter?: InputMaybe<EventFilter>;
}>;


export type StatsOverTheEndQuery = { __typename?: 'Query', project?: { __typename?: 'Project', stats: { __typename?: 'Stats', totals: { __typename?: 'Metrics', events: number, visitors: number, visits: number, bounceRate?: number | null, visitDuration?: number | null } } } | null };

export type StatsCurrentQueryVariables = Exact<{
  project: Scalars['ID']['input'];
}>;


export type StatsCurrentQuery = { __typename?: 'Query', project?: { __typename?: 'Project', currentVisitors: number } | null };

export type ChatAskMutationVariables = Exact<{
  input: AskQuestionInput;
}>;


export type ChatAskMutation = { __typename?: 'Mutation', askQuestion: { __typename?: 'AskQuestionPayload', answer: { __typename?: 'Answer', threadId: string, text: string, model: string, evidence: Array<{ __typename?: 'Evidence', claim: string, metric: string, observed: number, expected?: number | null, low?: number | null, high?: number | null, pValue?: number | null, method: string, query: string, variables: Record<string, unknown> }> } } };

export type FleetRegisterMutationVariables = Exact<{
  input: RegisterInput;
}>;


export type FleetRegisterMutation = { __typename?: 'Mutation', register: { __typename?: 'AuthPayload', accessToken: string, organization?: { __typename?: 'Organization', id: string } | null } };

export type FleetProjectMutationVariables = Exact<{
  input: CreateProjectInput;
}>;


export type FleetProjectMutation = { __typename?: 'Mutation', createProject: { __typename?: 'CreateProjectPayload', project: { __typename?: 'Project', id: string, writeKey: string } } };

export type FleetKeyMutationVariables = Exact<{
  input: CreateApiKeyInput;
}>;


export type FleetKeyMutation = { __typename?: 'Mutation', createApiKey: { __typename?: 'CreateApiKeyPayload', secret: string } };

export type SegmentsTrackMutationVariables = Exact<{
  input: TrackEventsInput;
}>;


export type SegmentsTrackMutation = { __typename?: 'Mutation', trackEvents: { __typename?: 'TrackEventsPayload', accepted: number, rejected: Array<{ __typename?: 'RejectedEvent', message: string }> } };

export type SegmentsAskQueryVariables = Exact<{
  project: Scalars['ID']['input'];
  range: RangeInput;
  filter?: InputMaybe<EventFilter>;
}>;


export type SegmentsAskQuery = { __typename?: 'Query', project?: { __typename?: 'Project', stats: { __typename?: 'Stats', totals: { __typename?: 'Metrics', visitors: number, visits: number, pageviews: number, events: number, bounceRate?: number | null, visitDuration?: number | null, viewsPerVisit?: number | null }, timeseries: Array<{ __typename?: 'TimePoint', start: string, metrics: { __typename?: 'Metrics', visitors: number, visits: number, pageviews: number, events: number, bounceRate?: number | null, visitDuration?: number | null, viewsPerVisit?: number | null } }>, names: Array<{ __typename?: 'BreakdownRow', value?: string | null, metrics: { __typename?: 'Metrics', visitors: number, visits: number, pageviews: number, events: number, bounceRate?: number | null, visitDuration?: number | null, viewsPerVisit?: number | null } }>, paths: Array<{ __typename?: 'BreakdownRow', value?: string | null, metrics: { __typename?: 'Metrics', visitors: number, visits: number, pageviews: number, events: number, bounceRate?: number | null, visitDuration?: number | null, viewsPerVisit?: number | null } }>, entries: Array<{ __typename?: 'BreakdownRow', value?: string | null, metrics: { __typename?: 'Metrics', visitors: number, visits: number, pageviews: number, events: number, bounceRate?: number | null, visitDuration?: number | null, viewsPerVisit?: number | null } }> } } | null };

export type SegmentsNumbersFragment = { __typename?: 'Metrics', visitors: number, visits: number, pageviews: number, events: number, bounceRate?: number | null, visitDuration?: number | null, viewsPerVisit?: number | null };

export type SegmentsEventsQueryVariables = Exact<{
  project: Scalars['ID']['input'];
  range: RangeInput;
}>;


export type SegmentsEventsQuery = { __typename?: 'Query', project?: { __typename?: 'Project', stats: { __typename?: 'Stats', totals: { __typename?: 'Metrics', events: number } } } | null };

export type RegisterMutationVariables = Exact<{
  input: RegisterInput;
}>;


export type RegisterMutation = { __typename?: 'Mutation', register: { __typename?: 'AuthPayload', accessToken: string, refreshToken: string, user: { __typename?: 'User', id: string }, organization?: { __typename?: 'Organization', id: string } | null } };

export type CreateProjectMutationVariables = Exact<{
  input: CreateProjectInput;
}>;


export type CreateProjectMutation = { __typename?: 'Mutation', createProject: { __typename?: 'CreateProjectPayload', project: { __typename?: 'Project', id: string, writeKey: string } } };

export type CreateApiKeyMutationVariables = Exact<{
  input: CreateApiKeyInput;
}>;


export type CreateApiKeyMutation = { __typename?: 'Mutation', createApiKey: { __typename?: 'CreateApiKeyPayload', secret: string, apiKey: { __typename?: 'ApiKey', id: string } } };

export type LiveTrackedSubscriptionVariables = Exact<{
  project: Scalars['ID']['input'];
  filter?: InputMaybe<EventFilter>;
}>;


export type LiveTrackedSubscription = { __typename?: 'Subscription', eventTracked: { __typename?: 'Event', eventId: string, properties: Record<string, unknown> } };

export type LiveStatsSubscriptionVariables = Exact<{
  project: Scalars['ID']['input'];
  range?: InputMaybe<RangeInput>;
  filter?: InputMaybe<EventFilter>;
  timeZone?: InputMaybe<Scalars['TimeZone']['input']>;
  compare?: InputMaybe<Comparison>;
  throttle?: InputMaybe<Scalars['Duration']['input']>;
}>;


export type LiveStatsSubscription = { __typename?: 'Subscription', stats: { __typename?: 'Stats', totals: { __typename?: 'Metrics', events: number, visits: number, visitors: number } } };

export type LiveTrackMutationVariables = Exact<{
  input: TrackEventsInput;
}>;


export type LiveTrackMutation = { __typename?: 'Mutation', trackEvents: { __typename?: 'TrackEventsPayload', accepted: number, duplicates: number, rejected: Array<{ __typename?: 'RejectedEvent', message: string }> } };

export type CreateWebhookMutationVariables = Exact<{
  input: CreateWebhookInput;
}>;


export type CreateWebhookMutation = { __typename?: 'Mutation', createWebhook: { __typename?: 'CreateWebhookPayload', secret: string, webhook: { __typename?: 'Webhook', id: string, url: string, description?: string | null, insightTypes: Array<InsightType>, enabled: boolean, disabledReason?: string | null, failingSince?: string | null } } };

export type TestWebhookMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type TestWebhookMutation = { __typename?: 'Mutation', testWebhook: { __typename?: 'TestWebhookPayload', delivery: { __typename?: 'WebhookDelivery', id: string, messageId: string, status: DeliveryStatus } } };

export type WebhookDeliveryQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type WebhookDeliveryQuery = { __typename?: 'Query', node?:
    | { __typename?: 'ApiKey' }
    | { __typename?: 'Event' }
    | { __typename?: 'EventDefinition' }
    | { __typename?: 'Insight' }
    | { __typename?: 'Organization' }
    | { __typename?: 'Project' }
    | { __typename?: 'Session' }
    | { __typename?: 'Thread' }
    | { __typename?: 'User' }
    | { __typename?: 'Webhook' }
    | { __typename?: 'WebhookDelivery', id: string, messageId: string, type: string, payload: Record<string, unknown>, status: DeliveryStatus, createdAt: string, attempts: Array<{ __typename?: 'WebhookAttempt', at: string, status?: number | null, error?: string | null, response?: string | null, milliseconds: number }> }
   | null };

export type WebhookDeliveriesQueryVariables = Exact<{
  project: Scalars['ID']['input'];
}>;


export type WebhookDeliveriesQuery = { __typename?: 'Query', project?: { __typename?: 'Project', webhooks?: { __typename?: 'WebhookConnection', nodes: Array<{ __typename?: 'Webhook', id: string, url: string, deliveries: { __typename?: 'WebhookDeliveryConnection', nodes: Array<{ __typename?: 'WebhookDelivery', id: string, messageId: string, type: string, payload: Record<string, unknown>, status: DeliveryStatus }> } }> } | null } | null };

export type AccessProjectMutationVariables = Exact<{
  organization: Scalars['ID']['input'];
}>;


export type AccessProjectMutation = { __typename?: 'Mutation', createProject: { __typename?: 'CreateProjectPayload', project: { __typename?: 'Project', id: string, writeKey: string } } };

export type WorldRotateMutationVariables = Exact<{
  project: Scalars['ID']['input'];
}>;


export type WorldRotateMutation = { __typename?: 'Mutation', rotateWriteKey: { __typename?: 'RotateWriteKeyPayload', project: { __typename?: 'Project', id: string } } };

export type AccessKeyMutationVariables = Exact<{
  input: CreateApiKeyInput;
}>;


export type AccessKeyMutation = { __typename?: 'Mutation', createApiKey: { __typename?: 'CreateApiKeyPayload', secret: string, apiKey: { __typename?: 'ApiKey', id: string } } };

export type AccessRevokeMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type AccessRevokeMutation = { __typename?: 'Mutation', revokeApiKey: { __typename?: 'RevokeApiKeyPayload', apiKey: { __typename?: 'ApiKey', id: string } } };

export type AccessDefinitionMutationVariables = Exact<{
  project: Scalars['ID']['input'];
}>;


export type AccessDefinitionMutation = { __typename?: 'Mutation', createEventDefinition: { __typename?: 'EventDefinitionPayload', eventDefinition: { __typename?: 'EventDefinition', id: string } } };

export type AccessSendMutationVariables = Exact<{
  project: Scalars['ID']['input'];
}>;


export type AccessSendMutation = { __typename?: 'Mutation', trackEvents: { __typename?: 'TrackEventsPayload', accepted: number } };

export type AccessWebhookMutationVariables = Exact<{
  project: Scalars['ID']['input'];
}>;


export type AccessWebhookMutation = { __typename?: 'Mutation', createWebhook: { __typename?: 'CreateWebhookPayload', webhook: { __typename?: 'Webhook', id: string } } };

export type AccessTestWebhookMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type AccessTestWebhookMutation = { __typename?: 'Mutation', testWebhook: { __typename?: 'TestWebhookPayload', delivery: { __typename?: 'WebhookDelivery', id: string } } };

export type AccessStoredQueryVariables = Exact<{
  project: Scalars['ID']['input'];
}>;


export type AccessStoredQuery = { __typename?: 'Query', project?: { __typename?: 'Project', events: { __typename?: 'EventConnection', nodes: Array<{ __typename?: 'Event', id: string }> } } | null };

export type AccessEmailQueryVariables = Exact<{ [key: string]: never; }>;


export type AccessEmailQuery = { __typename?: 'Query', viewer?: { __typename?: 'Viewer', user?: { __typename?: 'User', email: string } | null } | null };

export type AccessLoginMutationVariables = Exact<{
  email: Scalars['String']['input'];
}>;


export type AccessLoginMutation = { __typename?: 'Mutation', login: { __typename?: 'AuthPayload', accessToken: string } };

export type AccessLogoutMutationVariables = Exact<{ [key: string]: never; }>;


export type AccessLogoutMutation = { __typename?: 'Mutation', logout: boolean };

export type TrackerE2eNumbersQueryVariables = Exact<{
  project: Scalars['ID']['input'];
}>;


export type TrackerE2eNumbersQuery = { __typename?: 'Query', project?: { __typename?: 'Project', stats: { __typename?: 'Stats', totals: { __typename?: 'Metrics', visitors: number, visits: number, pageviews: number, events: number, bounceRate?: number | null, viewsPerVisit?: number | null, revenue: Array<{ __typename?: 'Money', amount: string, currency: string }> }, pages: Array<{ __typename?: 'BreakdownRow', value?: string | null, metrics: { __typename?: 'Metrics', pageviews: number } }>, entries: Array<{ __typename?: 'BreakdownRow', value?: string | null, metrics: { __typename?: 'Metrics', visits: number } }>, exits: Array<{ __typename?: 'BreakdownRow', value?: string | null, metrics: { __typename?: 'Metrics', visits: number } }>, sources: Array<{ __typename?: 'BreakdownRow', value?: string | null, metrics: { __typename?: 'Metrics', visits: number } }>, channels: Array<{ __typename?: 'BreakdownRow', value?: string | null, metrics: { __typename?: 'Metrics', visits: number } }>, referrers: Array<{ __typename?: 'BreakdownRow', value?: string | null, metrics: { __typename?: 'Metrics', visits: number } }>, campaigns: Array<{ __typename?: 'BreakdownRow', value?: string | null, metrics: { __typename?: 'Metrics', visits: number } }>, devices: Array<{ __typename?: 'BreakdownRow', value?: string | null, metrics: { __typename?: 'Metrics', visits: number } }>, browsers: Array<{ __typename?: 'BreakdownRow', value?: string | null, metrics: { __typename?: 'Metrics', visits: number } }>, systems: Array<{ __typename?: 'BreakdownRow', value?: string | null, metrics: { __typename?: 'Metrics', visits: number } }>, languages: Array<{ __typename?: 'BreakdownRow', value?: string | null, metrics: { __typename?: 'Metrics', visits: number } }> } } | null };

export type TrackerE2eEventsQueryVariables = Exact<{
  project: Scalars['ID']['input'];
}>;


export type TrackerE2eEventsQuery = { __typename?: 'Query', project?: { __typename?: 'Project', events: { __typename?: 'EventConnection', totalCount: number, nodes: Array<{ __typename?: 'Event', type: EventType, name: string, path?: string | null, url?: string | null, title?: string | null, referrer?: string | null, properties: Record<string, unknown>, visitorId: string, sessionId: string, revenue?: { __typename?: 'Money', amount: string, currency: string } | null }> } } | null };

export type WebhookPageQueryVariables = Exact<{
  id: Scalars['ID']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  status?: InputMaybe<DeliveryStatus>;
}>;


export type WebhookPageQuery = { __typename?: 'Query', node?:
    | { __typename?: 'ApiKey' }
    | { __typename?: 'Event' }
    | { __typename?: 'EventDefinition' }
    | { __typename?: 'Insight' }
    | { __typename?: 'Organization' }
    | { __typename?: 'Project' }
    | { __typename?: 'Session' }
    | { __typename?: 'Thread' }
    | { __typename?: 'User' }
    | { __typename?: 'Webhook', deliveries: { __typename?: 'WebhookDeliveryConnection', nodes: Array<{ __typename?: 'WebhookDelivery', id: string }>, pageInfo: { __typename?: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor?: string | null, endCursor?: string | null } } }
    | { __typename?: 'WebhookDelivery' }
   | null };

export type UpdateThresholdsMutationVariables = Exact<{
  input: UpdateWebhookInput;
}>;


export type UpdateThresholdsMutation = { __typename?: 'Mutation', updateWebhook: { __typename?: 'UpdateWebhookPayload', webhook: { __typename?: 'Webhook', thresholds: Array<{ __typename?: 'Threshold', metric: ThresholdMetric, currency?: string | null, last: string, comparison: ThresholdComparison, value: number, passed: boolean, filter?: Record<string, unknown> | null, measure?: { __typename?: 'ThresholdMeasure', event: string, property?: string | null, aggregate: Aggregate } | null }> } } };

export type RedeliverMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type RedeliverMutation = { __typename?: 'Mutation', redeliver: { __typename?: 'RedeliverPayload', delivery: { __typename?: 'WebhookDelivery', id: string, messageId: string, status: DeliveryStatus } } };

export type RotateWebhookSecretMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type RotateWebhookSecretMutation = { __typename?: 'Mutation', rotateWebhookSecret: { __typename?: 'RotateWebhookSecretPayload', secret: string, webhook: { __typename?: 'Webhook', id: string } } };

export type UpdateWebhookMutationVariables = Exact<{
  input: UpdateWebhookInput;
}>;


export type UpdateWebhookMutation = { __typename?: 'Mutation', updateWebhook: { __typename?: 'UpdateWebhookPayload', webhook: { __typename?: 'Webhook', id: string, url: string, enabled: boolean, disabledReason?: string | null, failingSince?: string | null } } };

export type WebhookStateQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type WebhookStateQuery = { __typename?: 'Query', node?:
    | { __typename?: 'ApiKey' }
    | { __typename?: 'Event' }
    | { __typename?: 'EventDefinition' }
    | { __typename?: 'Insight' }
    | { __typename?: 'Organization' }
    | { __typename?: 'Project' }
    | { __typename?: 'Session' }
    | { __typename?: 'Thread' }
    | { __typename?: 'User' }
    | { __typename?: 'Webhook', enabled: boolean, disabledReason?: string | null, failingSince?: string | null }
    | { __typename?: 'WebhookDelivery' }
   | null };

export type WriteKeysRotateMutationVariables = Exact<{
  input: RotateWriteKeyInput;
}>;


export type WriteKeysRotateMutation = { __typename?: 'Mutation', rotateWriteKey: { __typename?: 'RotateWriteKeyPayload', project: { __typename?: 'Project', writeKey: string, previousWriteKey?: { __typename?: 'PreviousWriteKey', key: string, endsAt: string } | null } } };

export type WriteKeysQueryVariables = Exact<{
  project: Scalars['ID']['input'];
}>;


export type WriteKeysQuery = { __typename?: 'Query', project?: { __typename?: 'Project', writeKey: string, previousWriteKey?: { __typename?: 'PreviousWriteKey', key: string, endsAt: string } | null } | null };

export const AccessLogNumbersFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AccessLogNumbers"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Metrics"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"visitors"}},{"kind":"Field","name":{"kind":"Name","value":"visits"}},{"kind":"Field","name":{"kind":"Name","value":"pageviews"}},{"kind":"Field","name":{"kind":"Name","value":"bounceRate"}},{"kind":"Field","name":{"kind":"Name","value":"visitDuration"}}]}}]} as unknown as DocumentNode<AccessLogNumbersFragment, unknown>;
export const ReferenceFunnelFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReferenceFunnel"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Funnel"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"conversionRate"}},{"kind":"Field","name":{"kind":"Name","value":"steps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"visitors"}},{"kind":"Field","name":{"kind":"Name","value":"conversionRate"}},{"kind":"Field","name":{"kind":"Name","value":"dropOff"}},{"kind":"Field","name":{"kind":"Name","value":"medianSecondsFromPrevious"}}]}}]}}]} as unknown as DocumentNode<ReferenceFunnelFragment, unknown>;
export const ReferenceNumbersFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReferenceNumbers"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Metrics"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"visitors"}},{"kind":"Field","name":{"kind":"Name","value":"visits"}},{"kind":"Field","name":{"kind":"Name","value":"pageviews"}},{"kind":"Field","name":{"kind":"Name","value":"events"}},{"kind":"Field","name":{"kind":"Name","value":"bounceRate"}},{"kind":"Field","name":{"kind":"Name","value":"visitDuration"}},{"kind":"Field","name":{"kind":"Name","value":"viewsPerVisit"}},{"kind":"Field","name":{"kind":"Name","value":"revenue"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}}]}}]} as unknown as DocumentNode<ReferenceNumbersFragment, unknown>;
export const StatsOverviewFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"StatsOverview"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Stats"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"visitors"}},{"kind":"Field","name":{"kind":"Name","value":"visits"}},{"kind":"Field","name":{"kind":"Name","value":"pageviews"}},{"kind":"Field","name":{"kind":"Name","value":"events"}},{"kind":"Field","name":{"kind":"Name","value":"bounceRate"}},{"kind":"Field","name":{"kind":"Name","value":"visitDuration"}},{"kind":"Field","name":{"kind":"Name","value":"viewsPerVisit"}}]}},{"kind":"Field","name":{"kind":"Name","value":"timeseries"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"metrics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"visitors"}},{"kind":"Field","name":{"kind":"Name","value":"visits"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"pages"},"name":{"kind":"Name","value":"breakdown"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"EnumValue","value":"PATH"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"metrics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"visitors"}},{"kind":"Field","name":{"kind":"Name","value":"visits"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"entries"},"name":{"kind":"Name","value":"breakdown"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"EnumValue","value":"ENTRY_PATH"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"metrics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"visitors"}},{"kind":"Field","name":{"kind":"Name","value":"visits"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"exits"},"name":{"kind":"Name","value":"breakdown"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"EnumValue","value":"EXIT_PATH"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"metrics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"visitors"}},{"kind":"Field","name":{"kind":"Name","value":"visits"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"channels"},"name":{"kind":"Name","value":"breakdown"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"EnumValue","value":"CHANNEL"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"metrics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"visitors"}},{"kind":"Field","name":{"kind":"Name","value":"visits"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"sources"},"name":{"kind":"Name","value":"breakdown"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"EnumValue","value":"SOURCE"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"metrics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"visitors"}},{"kind":"Field","name":{"kind":"Name","value":"visits"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"countries"},"name":{"kind":"Name","value":"breakdown"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"EnumValue","value":"COUNTRY"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"metrics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"visitors"}},{"kind":"Field","name":{"kind":"Name","value":"visits"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"devices"},"name":{"kind":"Name","value":"breakdown"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"EnumValue","value":"DEVICE"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"metrics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"visitors"}},{"kind":"Field","name":{"kind":"Name","value":"visits"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"names"},"name":{"kind":"Name","value":"breakdown"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"EnumValue","value":"EVENT_NAME"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"metrics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"visitors"}},{"kind":"Field","name":{"kind":"Name","value":"visits"}}]}}]}}]}}]} as unknown as DocumentNode<StatsOverviewFragment, unknown>;
export const SegmentsNumbersFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SegmentsNumbers"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Metrics"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"visitors"}},{"kind":"Field","name":{"kind":"Name","value":"visits"}},{"kind":"Field","name":{"kind":"Name","value":"pageviews"}},{"kind":"Field","name":{"kind":"Name","value":"events"}},{"kind":"Field","name":{"kind":"Name","value":"bounceRate"}},{"kind":"Field","name":{"kind":"Name","value":"visitDuration"}},{"kind":"Field","name":{"kind":"Name","value":"viewsPerVisit"}}]}}]} as unknown as DocumentNode<SegmentsNumbersFragment, unknown>;
export const AccessLogDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AccessLog"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"project"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"range"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RangeInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"local"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RangeInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"zone"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TimeZone"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"project"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"project"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"range"},"value":{"kind":"Variable","name":{"kind":"Name","value":"range"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AccessLogNumbers"}},{"kind":"Field","name":{"kind":"Name","value":"viewsPerVisit"}},{"kind":"Field","name":{"kind":"Name","value":"events"}}]}},{"kind":"Field","name":{"kind":"Name","value":"timeseries"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"interval"},"value":{"kind":"EnumValue","value":"DAY"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"metrics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AccessLogNumbers"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"paths"},"name":{"kind":"Name","value":"breakdown"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"EnumValue","value":"PATH"}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"EnumValue","value":"PAGEVIEWS"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"metrics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AccessLogNumbers"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"referrers"},"name":{"kind":"Name","value":"breakdown"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"EnumValue","value":"REFERRER"}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"EnumValue","value":"VISITS"}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"11"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"metrics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AccessLogNumbers"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"campaigns"},"name":{"kind":"Name","value":"breakdown"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"EnumValue","value":"UTM_SOURCE"}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"EnumValue","value":"VISITS"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"metrics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AccessLogNumbers"}}]}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"local"},"name":{"kind":"Name","value":"stats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"range"},"value":{"kind":"Variable","name":{"kind":"Name","value":"local"}}},{"kind":"Argument","name":{"kind":"Name","value":"timeZone"},"value":{"kind":"Variable","name":{"kind":"Name","value":"zone"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"timeseries"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"interval"},"value":{"kind":"EnumValue","value":"DAY"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"metrics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AccessLogNumbers"}}]}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"blog"},"name":{"kind":"Name","value":"stats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"range"},"value":{"kind":"Variable","name":{"kind":"Name","value":"range"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"path"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"startsWith"},"value":{"kind":"StringValue","value":"/blog/","block":false}}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AccessLogNumbers"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AccessLogNumbers"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Metrics"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"visitors"}},{"kind":"Field","name":{"kind":"Name","value":"visits"}},{"kind":"Field","name":{"kind":"Name","value":"pageviews"}},{"kind":"Field","name":{"kind":"Name","value":"bounceRate"}},{"kind":"Field","name":{"kind":"Name","value":"visitDuration"}}]}}]} as unknown as DocumentNode<AccessLogQuery, AccessLogQueryVariables>;
export const AccountsRegisterDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AccountsRegister"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RegisterInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"register"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"organization"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}},{"kind":"Field","name":{"kind":"Name","value":"accessToken"}},{"kind":"Field","name":{"kind":"Name","value":"refreshToken"}}]}}]}}]} as unknown as DocumentNode<AccountsRegisterMutation, AccountsRegisterMutationVariables>;
export const AccountsLoginDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AccountsLogin"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"email"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"password"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"login"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"email"},"value":{"kind":"Variable","name":{"kind":"Name","value":"email"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"password"},"value":{"kind":"Variable","name":{"kind":"Name","value":"password"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accessToken"}},{"kind":"Field","name":{"kind":"Name","value":"refreshToken"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}}]}}]} as unknown as DocumentNode<AccountsLoginMutation, AccountsLoginMutationVariables>;
export const AccountsRefreshDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AccountsRefresh"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"token"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"refreshSession"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"refreshToken"},"value":{"kind":"Variable","name":{"kind":"Name","value":"token"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accessToken"}},{"kind":"Field","name":{"kind":"Name","value":"refreshToken"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}}]}}]} as unknown as DocumentNode<AccountsRefreshMutation, AccountsRefreshMutationVariables>;
export const AccountsLogoutDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AccountsLogout"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"logout"}}]}}]} as unknown as DocumentNode<AccountsLogoutMutation, AccountsLogoutMutationVariables>;
export const AccountsMeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AccountsMe"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"email"}}]}},{"kind":"Field","name":{"kind":"Name","value":"projects"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<AccountsMeQuery, AccountsMeQueryVariables>;
export const AccountsLoginProjectsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AccountsLoginProjects"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"email"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"password"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"login"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"email"},"value":{"kind":"Variable","name":{"kind":"Name","value":"email"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"password"},"value":{"kind":"Variable","name":{"kind":"Name","value":"password"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"organization"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"projects"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]}}]} as unknown as DocumentNode<AccountsLoginProjectsMutation, AccountsLoginProjectsMutationVariables>;
export const AccountsSessionsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AccountsSessions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sessions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAt"}},{"kind":"Field","name":{"kind":"Name","value":"userAgent"}},{"kind":"Field","name":{"kind":"Name","value":"current"}}]}}]}}]}}]} as unknown as DocumentNode<AccountsSessionsQuery, AccountsSessionsQueryVariables>;
export const AccountsRevokeSessionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AccountsRevokeSession"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revokeSession"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revokedId"}}]}}]}}]} as unknown as DocumentNode<AccountsRevokeSessionMutation, AccountsRevokeSessionMutationVariables>;
export const AccountsChangePasswordDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AccountsChangePassword"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"current"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"new"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"changePassword"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"currentPassword"},"value":{"kind":"Variable","name":{"kind":"Name","value":"current"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"newPassword"},"value":{"kind":"Variable","name":{"kind":"Name","value":"new"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"email"}}]}}]}}]}}]} as unknown as DocumentNode<AccountsChangePasswordMutation, AccountsChangePasswordMutationVariables>;
export const AllTimeTrackDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AllTimeTrack"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TrackEventsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"trackEvents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accepted"}}]}}]}}]} as unknown as DocumentNode<AllTimeTrackMutation, AllTimeTrackMutationVariables>;
export const AllTimeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AllTime"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"project"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"interval"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Interval"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"period"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Interval"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"project"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"project"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"range"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"preset"},"value":{"kind":"EnumValue","value":"ALL_TIME"}}]}},{"kind":"Argument","name":{"kind":"Name","value":"compare"},"value":{"kind":"EnumValue","value":"PREVIOUS_PERIOD"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pageviews"}}]}},{"kind":"Field","name":{"kind":"Name","value":"timeseries"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"interval"},"value":{"kind":"Variable","name":{"kind":"Name","value":"interval"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"metrics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pageviews"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"previous"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pageviews"}}]}},{"kind":"Field","name":{"kind":"Name","value":"timeseries"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"interval"},"value":{"kind":"Variable","name":{"kind":"Name","value":"interval"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"retention"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"range"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"preset"},"value":{"kind":"EnumValue","value":"ALL_TIME"}}]}},{"kind":"Argument","name":{"kind":"Name","value":"period"},"value":{"kind":"Variable","name":{"kind":"Name","value":"period"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cohorts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"size"}},{"kind":"Field","name":{"kind":"Name","value":"returning"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"lifecycle"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"range"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"preset"},"value":{"kind":"EnumValue","value":"ALL_TIME"}}]}},{"kind":"Argument","name":{"kind":"Name","value":"interval"},"value":{"kind":"Variable","name":{"kind":"Name","value":"interval"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"new"}},{"kind":"Field","name":{"kind":"Name","value":"returning"}},{"kind":"Field","name":{"kind":"Name","value":"resurrected"}}]}},{"kind":"Field","name":{"kind":"Name","value":"stickiness"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"range"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"preset"},"value":{"kind":"EnumValue","value":"ALL_TIME"}}]}},{"kind":"Argument","name":{"kind":"Name","value":"interval"},"value":{"kind":"Variable","name":{"kind":"Name","value":"period"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"steps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"visitors"}}]}},{"kind":"Field","name":{"kind":"Name","value":"average"}}]}}]}}]}}]} as unknown as DocumentNode<AllTimeQuery, AllTimeQueryVariables>;
export const AllTimeInsightsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AllTimeInsights"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"GenerateInsightsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"generateInsights"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"insights"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"periodStart"}},{"kind":"Field","name":{"kind":"Name","value":"periodEnd"}}]}}]}}]}}]} as unknown as DocumentNode<AllTimeInsightsMutation, AllTimeInsightsMutationVariables>;
export const ComparedTodayDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ComparedToday"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"project"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"range"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RangeInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"project"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"project"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"range"},"value":{"kind":"Variable","name":{"kind":"Name","value":"range"}}},{"kind":"Argument","name":{"kind":"Name","value":"compare"},"value":{"kind":"EnumValue","value":"PREVIOUS_PERIOD"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"end"}},{"kind":"Field","name":{"kind":"Name","value":"previous"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"end"}},{"kind":"Field","name":{"kind":"Name","value":"totals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pageviews"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<ComparedTodayQuery, ComparedTodayQueryVariables>;
export const AttributionTrackDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AttributionTrack"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TrackEventsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"trackEvents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accepted"}},{"kind":"Field","name":{"kind":"Name","value":"rejected"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<AttributionTrackMutation, AttributionTrackMutationVariables>;
export const BoundsProjectDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"BoundsProject"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"organization"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createProject"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"organizationId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"organization"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"name"},"value":{"kind":"StringValue","value":"One more","block":false}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"project"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<BoundsProjectMutation, BoundsProjectMutationVariables>;
export const BoundsKeyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"BoundsKey"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"project"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createApiKey"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"projectId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"project"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"name"},"value":{"kind":"StringValue","value":"One more","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"scopes"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"READ"}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"apiKey"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<BoundsKeyMutation, BoundsKeyMutationVariables>;
export const BoundsDefinitionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"BoundsDefinition"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"project"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"name"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createEventDefinition"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"projectId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"project"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"name"},"value":{"kind":"Variable","name":{"kind":"Name","value":"name"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"eventDefinition"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<BoundsDefinitionMutation, BoundsDefinitionMutationVariables>;
export const BoundsTestDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"BoundsTest"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"testWebhook"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"delivery"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<BoundsTestMutation, BoundsTestMutationVariables>;
export const BoundsAgainDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"BoundsAgain"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"redeliver"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"delivery"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<BoundsAgainMutation, BoundsAgainMutationVariables>;
export const BoundsDeleteDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"BoundsDelete"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"project"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteProject"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"project"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deletedId"}}]}}]}}]} as unknown as DocumentNode<BoundsDeleteMutation, BoundsDeleteMutationVariables>;
export const CardinalityNumbersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CardinalityNumbers"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"project"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"EventFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"project"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"project"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"range"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"preset"},"value":{"kind":"EnumValue","value":"ALL_TIME"}}]}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"events"}},{"kind":"Field","name":{"kind":"Name","value":"visits"}},{"kind":"Field","name":{"kind":"Name","value":"visitors"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"names"},"name":{"kind":"Name","value":"breakdown"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"EnumValue","value":"EVENT_NAME"}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1000"}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"EnumValue","value":"EVENTS"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"metrics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"events"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"paths"},"name":{"kind":"Name","value":"breakdown"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"EnumValue","value":"PATH"}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1000"}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"EnumValue","value":"EVENTS"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"metrics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"events"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"hosts"},"name":{"kind":"Name","value":"breakdown"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"EnumValue","value":"HOSTNAME"}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1000"}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"EnumValue","value":"EVENTS"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"metrics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"events"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"sources"},"name":{"kind":"Name","value":"breakdown"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"EnumValue","value":"UTM_SOURCE"}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1000"}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"EnumValue","value":"EVENTS"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"metrics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"events"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"channels"},"name":{"kind":"Name","value":"breakdown"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"EnumValue","value":"CHANNEL"}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1000"}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"EnumValue","value":"EVENTS"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"metrics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"events"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"events"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1000"}},{"kind":"Argument","name":{"kind":"Name","value":"range"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"preset"},"value":{"kind":"EnumValue","value":"ALL_TIME"}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"eventId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"hostname"}},{"kind":"Field","name":{"kind":"Name","value":"referrer"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"eventDefinitions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1000"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<CardinalityNumbersQuery, CardinalityNumbersQueryVariables>;
export const CardinalityNoticesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CardinalityNotices"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"project"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"project"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"project"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ingestion"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"notices"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"limit"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]}}]} as unknown as DocumentNode<CardinalityNoticesQuery, CardinalityNoticesQueryVariables>;
export const ChatRevokeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ChatRevoke"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revokeApiKey"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"apiKey"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<ChatRevokeMutation, ChatRevokeMutationVariables>;
export const ChatThreadsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ChatThreads"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"project"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"project"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"project"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"threads"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"turns"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"question"}},{"kind":"Field","name":{"kind":"Name","value":"answer"}},{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"askedAt"}},{"kind":"Field","name":{"kind":"Name","value":"evidence"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"observed"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ChatThreadsQuery, ChatThreadsQueryVariables>;
export const ChatThreadDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ChatThread"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Thread"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}}]}}]} as unknown as DocumentNode<ChatThreadQuery, ChatThreadQueryVariables>;
export const ChatDeleteDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ChatDelete"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteThread"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deletedId"}}]}}]}}]} as unknown as DocumentNode<ChatDeleteMutation, ChatDeleteMutationVariables>;
export const ChatAnswerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"ChatAnswer"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"project"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"question"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"thread"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"answer"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"projectId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"project"}}},{"kind":"Argument","name":{"kind":"Name","value":"question"},"value":{"kind":"Variable","name":{"kind":"Name","value":"question"}}},{"kind":"Argument","name":{"kind":"Name","value":"threadId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"thread"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"done"}},{"kind":"Field","name":{"kind":"Name","value":"answer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"threadId"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"evidence"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"observed"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ChatAnswerSubscription, ChatAnswerSubscriptionVariables>;
export const DeleteEventsProjectDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteEventsProject"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateProjectInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createProject"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"project"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"writeKey"}}]}}]}}]}}]} as unknown as DocumentNode<DeleteEventsProjectMutation, DeleteEventsProjectMutationVariables>;
export const DeleteEventsTrackDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteEventsTrack"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TrackEventsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"trackEvents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accepted"}},{"kind":"Field","name":{"kind":"Name","value":"duplicates"}}]}}]}}]} as unknown as DocumentNode<DeleteEventsTrackMutation, DeleteEventsTrackMutationVariables>;
export const DeleteEventsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteEvents"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DeleteEventsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteEvents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleted"}},{"kind":"Field","name":{"kind":"Name","value":"more"}},{"kind":"Field","name":{"kind":"Name","value":"project"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"events"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}}]}}]}}]} as unknown as DocumentNode<DeleteEventsMutation, DeleteEventsMutationVariables>;
export const DeleteEventsAskDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"DeleteEventsAsk"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"project"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"range"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RangeInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"project"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"project"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"range"},"value":{"kind":"Variable","name":{"kind":"Name","value":"range"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"visitors"}},{"kind":"Field","name":{"kind":"Name","value":"visits"}},{"kind":"Field","name":{"kind":"Name","value":"pageviews"}},{"kind":"Field","name":{"kind":"Name","value":"events"}},{"kind":"Field","name":{"kind":"Name","value":"bounceRate"}},{"kind":"Field","name":{"kind":"Name","value":"visitDuration"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"events"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}}]}}]} as unknown as DocumentNode<DeleteEventsAskQuery, DeleteEventsAskQueryVariables>;
export const DeleteEventsWatchDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"DeleteEventsWatch"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"project"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"projectId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"project"}}},{"kind":"Argument","name":{"kind":"Name","value":"range"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"preset"},"value":{"kind":"EnumValue","value":"ALL_TIME"}}]}},{"kind":"Argument","name":{"kind":"Name","value":"throttle"},"value":{"kind":"StringValue","value":"PT0.1S","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"events"}}]}}]}}]}}]} as unknown as DocumentNode<DeleteEventsWatchSubscription, DeleteEventsWatchSubscriptionVariables>;
export const HttpDefinitionsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"HttpDefinitions"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"project"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"eventDefinitions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<HttpDefinitionsQuery, HttpDefinitionsQueryVariables>;
export const HttpTotalsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"HttpTotals"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"project"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"stats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"properties"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"key"},"value":{"kind":"StringValue","value":"plan","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"eq"},"value":{"kind":"StringValue","value":"pro","block":false}}]}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"visitors"}}]}}]}}]}}]}}]} as unknown as DocumentNode<HttpTotalsQuery, HttpTotalsQueryVariables>;
export const HttpLoginDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"HttpLogin"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"email"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"password"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"login"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"email"},"value":{"kind":"Variable","name":{"kind":"Name","value":"email"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"password"},"value":{"kind":"Variable","name":{"kind":"Name","value":"password"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accessToken"}}]}}]}}]} as unknown as DocumentNode<HttpLoginMutation, HttpLoginMutationVariables>;
export const FairnessRegisterDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"FairnessRegister"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RegisterInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"register"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accessToken"}},{"kind":"Field","name":{"kind":"Name","value":"organization"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<FairnessRegisterMutation, FairnessRegisterMutationVariables>;
export const FairnessProjectDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"FairnessProject"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateProjectInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createProject"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"project"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"writeKey"}}]}}]}}]}}]} as unknown as DocumentNode<FairnessProjectMutation, FairnessProjectMutationVariables>;
export const FairnessReportDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"FairnessReport"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"project"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"project"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"project"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ingestion"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"received"}},{"kind":"Field","name":{"kind":"Name","value":"stored"}},{"kind":"Field","name":{"kind":"Name","value":"duplicate"}},{"kind":"Field","name":{"kind":"Name","value":"bot"}},{"kind":"Field","name":{"kind":"Name","value":"rejected"}},{"kind":"Field","name":{"kind":"Name","value":"pending"}}]}}]}}]}}]} as unknown as DocumentNode<FairnessReportQuery, FairnessReportQueryVariables>;
export const FunnelTrackDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"FunnelTrack"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TrackEventsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"trackEvents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accepted"}}]}}]}}]} as unknown as DocumentNode<FunnelTrackMutation, FunnelTrackMutationVariables>;
export const SequenceFunnelDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SequenceFunnel"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"project"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"range"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"RangeInput"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"EventFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"steps"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"FunnelStepInput"}}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"window"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Duration"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"order"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"FunnelOrder"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"project"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"project"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"funnel"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"range"},"value":{"kind":"Variable","name":{"kind":"Name","value":"range"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"steps"},"value":{"kind":"Variable","name":{"kind":"Name","value":"steps"}}},{"kind":"Argument","name":{"kind":"Name","value":"window"},"value":{"kind":"Variable","name":{"kind":"Name","value":"window"}}},{"kind":"Argument","name":{"kind":"Name","value":"order"},"value":{"kind":"Variable","name":{"kind":"Name","value":"order"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"conversionRate"}},{"kind":"Field","name":{"kind":"Name","value":"steps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"visitors"}},{"kind":"Field","name":{"kind":"Name","value":"conversionRate"}},{"kind":"Field","name":{"kind":"Name","value":"dropOff"}},{"kind":"Field","name":{"kind":"Name","value":"medianSecondsFromPrevious"}}]}}]}}]}}]}}]} as unknown as DocumentNode<SequenceFunnelQuery, SequenceFunnelQueryVariables>;
export const HttpMeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"HttpMe"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<HttpMeQuery, HttpMeQueryVariables>;
export const ImportProjectDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ImportProject"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateProjectInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createProject"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"project"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<ImportProjectMutation, ImportProjectMutationVariables>;
export const ImportAskDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ImportAsk"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"project"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"range"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RangeInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"project"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"project"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"events"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}},{"kind":"Argument","name":{"kind":"Name","value":"range"},"value":{"kind":"Variable","name":{"kind":"Name","value":"range"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"hostname"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"referrer"}},{"kind":"Field","name":{"kind":"Name","value":"timestamp"}},{"kind":"Field","name":{"kind":"Name","value":"browser"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"stats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"range"},"value":{"kind":"Variable","name":{"kind":"Name","value":"range"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"visitors"}},{"kind":"Field","name":{"kind":"Name","value":"visits"}},{"kind":"Field","name":{"kind":"Name","value":"pageviews"}},{"kind":"Field","name":{"kind":"Name","value":"bounceRate"}},{"kind":"Field","name":{"kind":"Name","value":"visitDuration"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"referrers"},"name":{"kind":"Name","value":"breakdown"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"EnumValue","value":"REFERRER"}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"EnumValue","value":"PAGEVIEWS"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"metrics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pageviews"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<ImportAskQuery, ImportAskQueryVariables>;
export const BreakingReportDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"BreakingReport"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"project"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"project"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"project"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ingestion"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"range"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"preset"},"value":{"kind":"EnumValue","value":"ALL_TIME"}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"received"}},{"kind":"Field","name":{"kind":"Name","value":"stored"}},{"kind":"Field","name":{"kind":"Name","value":"duplicate"}},{"kind":"Field","name":{"kind":"Name","value":"bot"}},{"kind":"Field","name":{"kind":"Name","value":"rejected"}},{"kind":"Field","name":{"kind":"Name","value":"pending"}}]}},{"kind":"Field","name":{"kind":"Name","value":"stats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"range"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"preset"},"value":{"kind":"EnumValue","value":"ALL_TIME"}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"events"}},{"kind":"Field","name":{"kind":"Name","value":"visits"}}]}}]}}]}}]}}]} as unknown as DocumentNode<BreakingReportQuery, BreakingReportQueryVariables>;
export const IngestTrackDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"IngestTrack"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TrackEventsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"trackEvents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accepted"}},{"kind":"Field","name":{"kind":"Name","value":"duplicates"}},{"kind":"Field","name":{"kind":"Name","value":"rejected"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"index"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<IngestTrackMutation, IngestTrackMutationVariables>;
export const IngestEventsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"IngestEvents"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"project"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"EventFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"project"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"project"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"events"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1000"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"eventId"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"timestamp"}},{"kind":"Field","name":{"kind":"Name","value":"receivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"visitorId"}},{"kind":"Field","name":{"kind":"Name","value":"userId"}},{"kind":"Field","name":{"kind":"Name","value":"sessionId"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"hostname"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"referrer"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"properties"}},{"kind":"Field","name":{"kind":"Name","value":"revenue"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"region"}},{"kind":"Field","name":{"kind":"Name","value":"city"}},{"kind":"Field","name":{"kind":"Name","value":"device"}},{"kind":"Field","name":{"kind":"Name","value":"browser"}},{"kind":"Field","name":{"kind":"Name","value":"os"}},{"kind":"Field","name":{"kind":"Name","value":"language"}}]}}]}}]}}]}}]} as unknown as DocumentNode<IngestEventsQuery, IngestEventsQueryVariables>;
export const IngestTotalsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"IngestTotals"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"project"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"project"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"project"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"range"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"preset"},"value":{"kind":"EnumValue","value":"ALL_TIME"}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"visitors"}},{"kind":"Field","name":{"kind":"Name","value":"visits"}},{"kind":"Field","name":{"kind":"Name","value":"pageviews"}},{"kind":"Field","name":{"kind":"Name","value":"events"}},{"kind":"Field","name":{"kind":"Name","value":"visitDuration"}},{"kind":"Field","name":{"kind":"Name","value":"bounceRate"}}]}}]}}]}}]}}]} as unknown as DocumentNode<IngestTotalsQuery, IngestTotalsQueryVariables>;
export const ReportTrackDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReportTrack"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TrackEventsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"trackEvents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accepted"}},{"kind":"Field","name":{"kind":"Name","value":"duplicates"}},{"kind":"Field","name":{"kind":"Name","value":"durability"}},{"kind":"Field","name":{"kind":"Name","value":"rejected"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"index"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}}]} as unknown as DocumentNode<ReportTrackMutation, ReportTrackMutationVariables>;
export const ReportDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Report"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"project"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"range"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"RangeInput"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"project"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"project"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ingestion"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"range"},"value":{"kind":"Variable","name":{"kind":"Name","value":"range"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"received"}},{"kind":"Field","name":{"kind":"Name","value":"stored"}},{"kind":"Field","name":{"kind":"Name","value":"duplicate"}},{"kind":"Field","name":{"kind":"Name","value":"bot"}},{"kind":"Field","name":{"kind":"Name","value":"rejected"}},{"kind":"Field","name":{"kind":"Name","value":"pending"}}]}},{"kind":"Field","name":{"kind":"Name","value":"stats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"range"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"preset"},"value":{"kind":"EnumValue","value":"ALL_TIME"}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"events"}},{"kind":"Field","name":{"kind":"Name","value":"visits"}},{"kind":"Field","name":{"kind":"Name","value":"visitors"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ReportQuery, ReportQueryVariables>;
export const ReportBotsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ReportBots"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"project"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"last"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"before"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"project"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"project"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bots"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"Variable","name":{"kind":"Name","value":"last"}}},{"kind":"Argument","name":{"kind":"Name","value":"before"},"value":{"kind":"Variable","name":{"kind":"Name","value":"before"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"userAgent"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"hostname"}},{"kind":"Field","name":{"kind":"Name","value":"receivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"timestamp"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ReportBotsQuery, ReportBotsQueryVariables>;
export const ReportAcquitDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReportAcquit"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AcquitBotsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"acquitBots"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stored"}}]}}]}}]} as unknown as DocumentNode<ReportAcquitMutation, ReportAcquitMutationVariables>;
export const ReportLettersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ReportLetters"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"project"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"project"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"project"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deadLetters"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"events"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}}]}}]}}]} as unknown as DocumentNode<ReportLettersQuery, ReportLettersQueryVariables>;
export const ReportReplayDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReportReplay"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DeadLetterInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"replayDeadLetter"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stored"}}]}}]}}]} as unknown as DocumentNode<ReportReplayMutation, ReportReplayMutationVariables>;
export const ReportDropDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReportDrop"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DeadLetterInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dropDeadLetter"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<ReportDropMutation, ReportDropMutationVariables>;
export const ReportBlocklistDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ReportBlocklist"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"project"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"project"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"project"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"blocklist"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"addresses"}},{"kind":"Field","name":{"kind":"Name","value":"userAgents"}},{"kind":"Field","name":{"kind":"Name","value":"referrers"}},{"kind":"Field","name":{"kind":"Name","value":"hostnames"}}]}}]}}]}}]} as unknown as DocumentNode<ReportBlocklistQuery, ReportBlocklistQueryVariables>;
export const ReportUpdateBlocklistDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReportUpdateBlocklist"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateBlocklistInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateBlocklist"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"project"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"blocklist"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"addresses"}},{"kind":"Field","name":{"kind":"Name","value":"userAgents"}},{"kind":"Field","name":{"kind":"Name","value":"referrers"}},{"kind":"Field","name":{"kind":"Name","value":"hostnames"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ReportUpdateBlocklistMutation, ReportUpdateBlocklistMutationVariables>;
export const SummariseDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Summarise"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"GenerateInsightsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"generateInsights"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"insights"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"content"}},{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"evidence"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"claim"}}]}}]}}]}}]}}]} as unknown as DocumentNode<SummariseMutation, SummariseMutationVariables>;
export const GenerateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Generate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"GenerateInsightsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"generateInsights"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"insights"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"content"}},{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"metadata"}},{"kind":"Field","name":{"kind":"Name","value":"periodStart"}},{"kind":"Field","name":{"kind":"Name","value":"periodEnd"}},{"kind":"Field","name":{"kind":"Name","value":"evidence"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"claim"}},{"kind":"Field","name":{"kind":"Name","value":"metric"}},{"kind":"Field","name":{"kind":"Name","value":"observed"}},{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"low"}},{"kind":"Field","name":{"kind":"Name","value":"high"}},{"kind":"Field","name":{"kind":"Name","value":"pValue"}},{"kind":"Field","name":{"kind":"Name","value":"method"}},{"kind":"Field","name":{"kind":"Name","value":"query"}},{"kind":"Field","name":{"kind":"Name","value":"variables"}}]}}]}}]}}]}}]} as unknown as DocumentNode<GenerateMutation, GenerateMutationVariables>;
export const InsightFeedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"InsightFeed"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"project"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"types"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"InsightType"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"project"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"project"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"insights"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"types"},"value":{"kind":"Variable","name":{"kind":"Name","value":"types"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endCursor"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}}]}}]}}]}}]} as unknown as DocumentNode<InsightFeedQuery, InsightFeedQueryVariables>;
export const GeneratedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"Generated"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"project"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"types"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"InsightType"}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"insightGenerated"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"projectId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"project"}}},{"kind":"Argument","name":{"kind":"Name","value":"types"},"value":{"kind":"Variable","name":{"kind":"Name","value":"types"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"evidence"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"observed"}}]}}]}}]}}]} as unknown as DocumentNode<GeneratedSubscription, GeneratedSubscriptionVariables>;
export const LimitsSendDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"LimitsSend"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TrackEventsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"trackEvents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accepted"}}]}}]}}]} as unknown as DocumentNode<LimitsSendMutation, LimitsSendMutationVariables>;
export const LiveLogoutDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"LiveLogout"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"logout"}}]}}]} as unknown as DocumentNode<LiveLogoutMutation, LiveLogoutMutationVariables>;
export const LiveRevokeKeyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"LiveRevokeKey"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RevokeApiKeyInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revokeApiKey"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"apiKey"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<LiveRevokeKeyMutation, LiveRevokeKeyMutationVariables>;
export const LiveExpiringKeyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"LiveExpiringKey"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateApiKeyInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createApiKey"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"secret"}}]}}]}}]} as unknown as DocumentNode<LiveExpiringKeyMutation, LiveExpiringKeyMutationVariables>;
export const LiveInsightsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"LiveInsights"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"project"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"insightGenerated"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"projectId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"project"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<LiveInsightsSubscription, LiveInsightsSubscriptionVariables>;
export const LiveDeleteProjectDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"LiveDeleteProject"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DeleteProjectInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteProject"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deletedId"}}]}}]}}]} as unknown as DocumentNode<LiveDeleteProjectMutation, LiveDeleteProjectMutationVariables>;
export const LiveProjectsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"LiveProjects"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"projects"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<LiveProjectsQuery, LiveProjectsQueryVariables>;
export const LiveWholeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"LiveWhole"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"project"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"range"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"RangeInput"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"projectId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"project"}}},{"kind":"Argument","name":{"kind":"Name","value":"range"},"value":{"kind":"Variable","name":{"kind":"Name","value":"range"}}},{"kind":"Argument","name":{"kind":"Name","value":"compare"},"value":{"kind":"EnumValue","value":"PREVIOUS_PERIOD"}},{"kind":"Argument","name":{"kind":"Name","value":"timeZone"},"value":{"kind":"StringValue","value":"Asia/Kathmandu","block":false}},{"kind":"Argument","name":{"kind":"Name","value":"throttle"},"value":{"kind":"StringValue","value":"PT0.1S","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"end"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"totals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"visitors"}},{"kind":"Field","name":{"kind":"Name","value":"visits"}},{"kind":"Field","name":{"kind":"Name","value":"events"}},{"kind":"Field","name":{"kind":"Name","value":"revenue"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"timeseries"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"interval"},"value":{"kind":"EnumValue","value":"DAY"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"metrics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"events"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"breakdown"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"EnumValue","value":"PATH"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"metrics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"visitors"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"audience"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"newVisitors"}},{"kind":"Field","name":{"kind":"Name","value":"returningVisitors"}}]}},{"kind":"Field","name":{"kind":"Name","value":"previous"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"events"}}]}}]}}]}}]}}]} as unknown as DocumentNode<LiveWholeSubscription, LiveWholeSubscriptionVariables>;
export const LiveWholeQueryDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"LiveWholeQuery"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"project"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"range"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"RangeInput"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"project"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"project"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"range"},"value":{"kind":"Variable","name":{"kind":"Name","value":"range"}}},{"kind":"Argument","name":{"kind":"Name","value":"compare"},"value":{"kind":"EnumValue","value":"PREVIOUS_PERIOD"}},{"kind":"Argument","name":{"kind":"Name","value":"timeZone"},"value":{"kind":"StringValue","value":"Asia/Kathmandu","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"end"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"totals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"visitors"}},{"kind":"Field","name":{"kind":"Name","value":"visits"}},{"kind":"Field","name":{"kind":"Name","value":"events"}},{"kind":"Field","name":{"kind":"Name","value":"revenue"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"timeseries"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"interval"},"value":{"kind":"EnumValue","value":"DAY"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"metrics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"events"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"breakdown"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"EnumValue","value":"PATH"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"metrics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"visitors"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"audience"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"newVisitors"}},{"kind":"Field","name":{"kind":"Name","value":"returningVisitors"}}]}},{"kind":"Field","name":{"kind":"Name","value":"previous"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"events"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<LiveWholeQueryQuery, LiveWholeQueryQueryVariables>;
export const LiveWrongDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"LiveWrong"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"project"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"range"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"RangeInput"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"throttle"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Duration"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"projectId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"project"}}},{"kind":"Argument","name":{"kind":"Name","value":"range"},"value":{"kind":"Variable","name":{"kind":"Name","value":"range"}}},{"kind":"Argument","name":{"kind":"Name","value":"throttle"},"value":{"kind":"Variable","name":{"kind":"Name","value":"throttle"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"events"}}]}}]}}]}}]} as unknown as DocumentNode<LiveWrongSubscription, LiveWrongSubscriptionVariables>;
export const LiveRevenueDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"LiveRevenue"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"project"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"projectId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"project"}}},{"kind":"Argument","name":{"kind":"Name","value":"range"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"preset"},"value":{"kind":"EnumValue","value":"TODAY"}}]}},{"kind":"Argument","name":{"kind":"Name","value":"throttle"},"value":{"kind":"StringValue","value":"PT0.2S","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"events"}},{"kind":"Field","name":{"kind":"Name","value":"revenue"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}}]}}]}}]}}]} as unknown as DocumentNode<LiveRevenueSubscription, LiveRevenueSubscriptionVariables>;
export const LiveMoveDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"LiveMove"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateProject"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"timeZone"},"value":{"kind":"StringValue","value":"Europe/Berlin","block":false}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"project"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<LiveMoveMutation, LiveMoveMutationVariables>;
export const TouchedWithoutDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TouchedWithout"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"project"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"range"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"RangeInput"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"EventFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"compare"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Comparison"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"project"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"project"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"range"},"value":{"kind":"Variable","name":{"kind":"Name","value":"range"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"compare"},"value":{"kind":"Variable","name":{"kind":"Name","value":"compare"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"visitors"}},{"kind":"Field","name":{"kind":"Name","value":"visits"}},{"kind":"Field","name":{"kind":"Name","value":"pageviews"}},{"kind":"Field","name":{"kind":"Name","value":"events"}},{"kind":"Field","name":{"kind":"Name","value":"bounceRate"}},{"kind":"Field","name":{"kind":"Name","value":"visitDuration"}},{"kind":"Field","name":{"kind":"Name","value":"viewsPerVisit"}},{"kind":"Field","name":{"kind":"Name","value":"timeOnPage"}},{"kind":"Field","name":{"kind":"Name","value":"revenue"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"measure"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"event"},"value":{"kind":"StringValue","value":"buy","block":false}},{"kind":"Argument","name":{"kind":"Name","value":"property"},"value":{"kind":"StringValue","value":"plan","block":false}},{"kind":"Argument","name":{"kind":"Name","value":"aggregate"},"value":{"kind":"EnumValue","value":"UNIQUE"}}]}]}},{"kind":"Field","name":{"kind":"Name","value":"timeseries"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"interval"},"value":{"kind":"EnumValue","value":"DAY"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"metrics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"visitors"}},{"kind":"Field","name":{"kind":"Name","value":"visits"}},{"kind":"Field","name":{"kind":"Name","value":"events"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"countries"},"name":{"kind":"Name","value":"breakdown"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"EnumValue","value":"COUNTRY"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"metrics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"visitors"}},{"kind":"Field","name":{"kind":"Name","value":"visits"}},{"kind":"Field","name":{"kind":"Name","value":"visitDuration"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"exits"},"name":{"kind":"Name","value":"breakdown"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"EnumValue","value":"EXIT_PATH"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"metrics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"visitors"}},{"kind":"Field","name":{"kind":"Name","value":"events"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"previous"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"visitors"}},{"kind":"Field","name":{"kind":"Name","value":"events"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<TouchedWithoutQuery, TouchedWithoutQueryVariables>;
export const TouchedAudienceDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TouchedAudience"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"project"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"range"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"RangeInput"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"EventFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"compare"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Comparison"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"project"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"project"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"range"},"value":{"kind":"Variable","name":{"kind":"Name","value":"range"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"compare"},"value":{"kind":"Variable","name":{"kind":"Name","value":"compare"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"audience"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"newVisitors"}},{"kind":"Field","name":{"kind":"Name","value":"returningVisitors"}}]}},{"kind":"Field","name":{"kind":"Name","value":"previous"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"audience"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"newVisitors"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<TouchedAudienceQuery, TouchedAudienceQueryVariables>;
export const LiveEventsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"LiveEvents"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"project"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"EventFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"project"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"project"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"events"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1000"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"eventId"}}]}}]}}]}}]}}]} as unknown as DocumentNode<LiveEventsQuery, LiveEventsQueryVariables>;
export const BudgetProjectDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"BudgetProject"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateProjectInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createProject"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"project"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<BudgetProjectMutation, BudgetProjectMutationVariables>;
export const BudgetDeleteDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"BudgetDelete"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteProject"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deletedId"}}]}}]}}]} as unknown as DocumentNode<BudgetDeleteMutation, BudgetDeleteMutationVariables>;
export const SignalsRegisterDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SignalsRegister"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RegisterInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"register"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accessToken"}},{"kind":"Field","name":{"kind":"Name","value":"organization"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<SignalsRegisterMutation, SignalsRegisterMutationVariables>;
export const SignalsCreateProjectDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SignalsCreateProject"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateProjectInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createProject"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"project"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<SignalsCreateProjectMutation, SignalsCreateProjectMutationVariables>;
export const OrderOfArrivalDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OrderOfArrival"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"project"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"project"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"project"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"range"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"preset"},"value":{"kind":"EnumValue","value":"ALL_TIME"}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"entries"},"name":{"kind":"Name","value":"breakdown"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"EnumValue","value":"ENTRY_PATH"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"metrics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"visits"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"exits"},"name":{"kind":"Name","value":"breakdown"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"EnumValue","value":"EXIT_PATH"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"metrics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"visits"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"paths"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"range"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"preset"},"value":{"kind":"EnumValue","value":"ALL_TIME"}}]}},{"kind":"Argument","name":{"kind":"Name","value":"depth"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"links"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"step"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"target"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"events"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]}}]} as unknown as DocumentNode<OrderOfArrivalQuery, OrderOfArrivalQueryVariables>;
export const OrderOfArrivalPageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OrderOfArrivalPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"project"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"last"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"before"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"project"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"project"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"events"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"Variable","name":{"kind":"Name","value":"last"}}},{"kind":"Argument","name":{"kind":"Name","value":"before"},"value":{"kind":"Variable","name":{"kind":"Name","value":"before"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}}]}}]}}]}}]}}]} as unknown as DocumentNode<OrderOfArrivalPageQuery, OrderOfArrivalPageQueryVariables>;
export const PathsTrackDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"PathsTrack"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TrackEventsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"trackEvents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accepted"}}]}}]}}]} as unknown as DocumentNode<PathsTrackMutation, PathsTrackMutationVariables>;
export const SequencePathsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SequencePaths"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"project"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"range"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"RangeInput"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"EventFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"startingAt"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"depth"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"project"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"project"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"paths"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"range"},"value":{"kind":"Variable","name":{"kind":"Name","value":"range"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"startingAt"},"value":{"kind":"Variable","name":{"kind":"Name","value":"startingAt"}}},{"kind":"Argument","name":{"kind":"Name","value":"depth"},"value":{"kind":"Variable","name":{"kind":"Name","value":"depth"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"step"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"visitors"}}]}},{"kind":"Field","name":{"kind":"Name","value":"links"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"step"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"target"}},{"kind":"Field","name":{"kind":"Name","value":"visitors"}}]}}]}}]}}]}}]} as unknown as DocumentNode<SequencePathsQuery, SequencePathsQueryVariables>;
export const SequenceTimeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SequenceTime"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"project"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"project"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"project"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"range"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"between"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"start"},"value":{"kind":"StringValue","value":"2025-11-21T10:00:00Z","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"end"},"value":{"kind":"StringValue","value":"2025-11-21T10:04:00Z","block":false}}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"timeOnPage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"timeseries"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"interval"},"value":{"kind":"EnumValue","value":"MINUTE"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"metrics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"timeOnPage"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"breakdown"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"EnumValue","value":"PATH"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"metrics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"timeOnPage"}}]}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"nothing"},"name":{"kind":"Name","value":"stats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"range"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"between"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"start"},"value":{"kind":"StringValue","value":"2025-11-21T12:00:00Z","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"end"},"value":{"kind":"StringValue","value":"2025-11-21T12:04:00Z","block":false}}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"timeOnPage"}}]}}]}}]}}]}}]} as unknown as DocumentNode<SequenceTimeQuery, SequenceTimeQueryVariables>;
export const PathsTrackManyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"PathsTrackMany"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TrackEventsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"trackEvents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accepted"}}]}}]}}]} as unknown as DocumentNode<PathsTrackManyMutation, PathsTrackManyMutationVariables>;
export const PeriodsReferenceTrackDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"PeriodsReferenceTrack"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TrackEventsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"trackEvents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accepted"}}]}}]}}]} as unknown as DocumentNode<PeriodsReferenceTrackMutation, PeriodsReferenceTrackMutationVariables>;
export const PeriodsReferenceProjectDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"PeriodsReferenceProject"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateProjectInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createProject"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"project"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"writeKey"}}]}}]}}]}}]} as unknown as DocumentNode<PeriodsReferenceProjectMutation, PeriodsReferenceProjectMutationVariables>;
export const PeriodsReferenceAskDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PeriodsReferenceAsk"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"project"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"range"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RangeInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"EventFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"zone"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"TimeZone"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"interval"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Interval"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"start"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"EventMatch"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"returning"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"EventMatch"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"by"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Dimension"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"model"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AttributionModel"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"lookback"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Duration"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"project"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"project"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retention"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"range"},"value":{"kind":"Variable","name":{"kind":"Name","value":"range"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"start"},"value":{"kind":"Variable","name":{"kind":"Name","value":"start"}}},{"kind":"Argument","name":{"kind":"Name","value":"returning"},"value":{"kind":"Variable","name":{"kind":"Name","value":"returning"}}},{"kind":"Argument","name":{"kind":"Name","value":"period"},"value":{"kind":"Variable","name":{"kind":"Name","value":"interval"}}},{"kind":"Argument","name":{"kind":"Name","value":"timeZone"},"value":{"kind":"Variable","name":{"kind":"Name","value":"zone"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cohorts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"size"}},{"kind":"Field","name":{"kind":"Name","value":"returning"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"lifecycle"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"range"},"value":{"kind":"Variable","name":{"kind":"Name","value":"range"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"interval"},"value":{"kind":"Variable","name":{"kind":"Name","value":"interval"}}},{"kind":"Argument","name":{"kind":"Name","value":"timeZone"},"value":{"kind":"Variable","name":{"kind":"Name","value":"zone"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"new"}},{"kind":"Field","name":{"kind":"Name","value":"returning"}},{"kind":"Field","name":{"kind":"Name","value":"resurrected"}},{"kind":"Field","name":{"kind":"Name","value":"dormant"}}]}},{"kind":"Field","name":{"kind":"Name","value":"stickiness"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"range"},"value":{"kind":"Variable","name":{"kind":"Name","value":"range"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"interval"},"value":{"kind":"Variable","name":{"kind":"Name","value":"interval"}}},{"kind":"Argument","name":{"kind":"Name","value":"timeZone"},"value":{"kind":"Variable","name":{"kind":"Name","value":"zone"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"average"}},{"kind":"Field","name":{"kind":"Name","value":"steps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"periods"}},{"kind":"Field","name":{"kind":"Name","value":"visitors"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"stats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"range"},"value":{"kind":"Variable","name":{"kind":"Name","value":"range"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"timeZone"},"value":{"kind":"Variable","name":{"kind":"Name","value":"zone"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"audience"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"newVisitors"}},{"kind":"Field","name":{"kind":"Name","value":"returningVisitors"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"attribution"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"range"},"value":{"kind":"Variable","name":{"kind":"Name","value":"range"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"Variable","name":{"kind":"Name","value":"by"}}},{"kind":"Argument","name":{"kind":"Name","value":"model"},"value":{"kind":"Variable","name":{"kind":"Name","value":"model"}}},{"kind":"Argument","name":{"kind":"Name","value":"lookback"},"value":{"kind":"Variable","name":{"kind":"Name","value":"lookback"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1000"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"conversions"}},{"kind":"Field","name":{"kind":"Name","value":"visitors"}},{"kind":"Field","name":{"kind":"Name","value":"revenue"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}}]}}]}}]}}]} as unknown as DocumentNode<PeriodsReferenceAskQuery, PeriodsReferenceAskQueryVariables>;
export const PeriodsTrackDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"PeriodsTrack"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TrackEventsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"trackEvents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accepted"}},{"kind":"Field","name":{"kind":"Name","value":"rejected"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<PeriodsTrackMutation, PeriodsTrackMutationVariables>;
export const AccountsCreateProjectDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AccountsCreateProject"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateProjectInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createProject"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"project"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"domain"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"writeKey"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}}]}}]}}]} as unknown as DocumentNode<AccountsCreateProjectMutation, AccountsCreateProjectMutationVariables>;
export const AccountsUpdateProjectDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AccountsUpdateProject"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateProjectInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateProject"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"project"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"domain"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}}]}}]}}]}}]} as unknown as DocumentNode<AccountsUpdateProjectMutation, AccountsUpdateProjectMutationVariables>;
export const AccountsDeleteProjectDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AccountsDeleteProject"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteProject"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deletedId"}}]}}]}}]} as unknown as DocumentNode<AccountsDeleteProjectMutation, AccountsDeleteProjectMutationVariables>;
export const AccountsProjectNameDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AccountsProjectName"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"project"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<AccountsProjectNameQuery, AccountsProjectNameQueryVariables>;
export const AccountsSendDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AccountsSend"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TrackEventsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"trackEvents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accepted"}},{"kind":"Field","name":{"kind":"Name","value":"rejected"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]} as unknown as DocumentNode<AccountsSendMutation, AccountsSendMutationVariables>;
export const AccountsCreateKeyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AccountsCreateKey"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateApiKeyInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createApiKey"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"secret"}},{"kind":"Field","name":{"kind":"Name","value":"apiKey"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"prefix"}},{"kind":"Field","name":{"kind":"Name","value":"scopes"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}}]}}]}}]} as unknown as DocumentNode<AccountsCreateKeyMutation, AccountsCreateKeyMutationVariables>;
export const AccountsKeysDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AccountsKeys"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"project"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"apiKeys"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAt"}}]}}]}}]}}]} as unknown as DocumentNode<AccountsKeysQuery, AccountsKeysQueryVariables>;
export const AccountsRevokeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AccountsRevoke"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revokeApiKey"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"apiKey"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<AccountsRevokeMutation, AccountsRevokeMutationVariables>;
export const AccountsDefinitionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AccountsDefinition"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateEventDefinitionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createEventDefinition"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"eventDefinition"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"archived"}},{"kind":"Field","name":{"kind":"Name","value":"firstSeenAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastSeenAt"}},{"kind":"Field","name":{"kind":"Name","value":"volume30d"}}]}}]}}]}}]} as unknown as DocumentNode<AccountsDefinitionMutation, AccountsDefinitionMutationVariables>;
export const AccountsUpdateDefinitionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AccountsUpdateDefinition"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateEventDefinitionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateEventDefinition"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"eventDefinition"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"archived"}}]}}]}}]}}]} as unknown as DocumentNode<AccountsUpdateDefinitionMutation, AccountsUpdateDefinitionMutationVariables>;
export const AccountsDeleteDefinitionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AccountsDeleteDefinition"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteEventDefinition"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"eventDefinition"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]} as unknown as DocumentNode<AccountsDeleteDefinitionMutation, AccountsDeleteDefinitionMutationVariables>;
export const AccountsDefinitionsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AccountsDefinitions"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"last"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"before"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"project"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"eventDefinitions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"Variable","name":{"kind":"Name","value":"last"}}},{"kind":"Argument","name":{"kind":"Name","value":"before"},"value":{"kind":"Variable","name":{"kind":"Name","value":"before"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"volume30d"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}}]} as unknown as DocumentNode<AccountsDefinitionsQuery, AccountsDefinitionsQueryVariables>;
export const AccountsSignupsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AccountsSignups"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"project"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"eventDefinitions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"firstSeenAt"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"events"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}}]}}]} as unknown as DocumentNode<AccountsSignupsQuery, AccountsSignupsQueryVariables>;
export const PropertiesTrackDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"PropertiesTrack"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TrackEventsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"trackEvents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accepted"}},{"kind":"Field","name":{"kind":"Name","value":"rejected"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<PropertiesTrackMutation, PropertiesTrackMutationVariables>;
export const ProxyStatsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"ProxyStats"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"project"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"projectId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"project"}}},{"kind":"Argument","name":{"kind":"Name","value":"range"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"last"},"value":{"kind":"StringValue","value":"PT30M","block":false}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"events"}}]}}]}}]}}]} as unknown as DocumentNode<ProxyStatsSubscription, ProxyStatsSubscriptionVariables>;
export const QueueTrackDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"QueueTrack"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TrackEventsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"trackEvents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accepted"}},{"kind":"Field","name":{"kind":"Name","value":"duplicates"}},{"kind":"Field","name":{"kind":"Name","value":"durability"}},{"kind":"Field","name":{"kind":"Name","value":"rejected"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]} as unknown as DocumentNode<QueueTrackMutation, QueueTrackMutationVariables>;
export const QueueReportDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"QueueReport"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"project"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"project"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"project"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ingestion"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"range"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"preset"},"value":{"kind":"EnumValue","value":"ALL_TIME"}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"received"}},{"kind":"Field","name":{"kind":"Name","value":"stored"}},{"kind":"Field","name":{"kind":"Name","value":"duplicate"}},{"kind":"Field","name":{"kind":"Name","value":"bot"}},{"kind":"Field","name":{"kind":"Name","value":"rejected"}},{"kind":"Field","name":{"kind":"Name","value":"pending"}}]}},{"kind":"Field","name":{"kind":"Name","value":"stats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"range"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"preset"},"value":{"kind":"EnumValue","value":"ALL_TIME"}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"events"}},{"kind":"Field","name":{"kind":"Name","value":"visits"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"deadLetters"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"events"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]}}]} as unknown as DocumentNode<QueueReportQuery, QueueReportQueryVariables>;
export const QueueReplayDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"QueueReplay"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DeadLetterInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"replayDeadLetter"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stored"}}]}}]}}]} as unknown as DocumentNode<QueueReplayMutation, QueueReplayMutationVariables>;
export const RebuildProjectDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RebuildProject"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateProjectInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createProject"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"project"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<RebuildProjectMutation, RebuildProjectMutationVariables>;
export const RebuildTrackDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RebuildTrack"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TrackEventsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"trackEvents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accepted"}},{"kind":"Field","name":{"kind":"Name","value":"duplicates"}}]}}]}}]} as unknown as DocumentNode<RebuildTrackMutation, RebuildTrackMutationVariables>;
export const RejectionsReportDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RejectionsReport"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"project"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"range"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"RangeInput"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"project"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"project"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ingestion"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"range"},"value":{"kind":"Variable","name":{"kind":"Name","value":"range"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"received"}},{"kind":"Field","name":{"kind":"Name","value":"stored"}},{"kind":"Field","name":{"kind":"Name","value":"duplicate"}},{"kind":"Field","name":{"kind":"Name","value":"bot"}},{"kind":"Field","name":{"kind":"Name","value":"rejected"}},{"kind":"Field","name":{"kind":"Name","value":"pending"}},{"kind":"Field","name":{"kind":"Name","value":"rateLimited"}},{"kind":"Field","name":{"kind":"Name","value":"blocked"}}]}},{"kind":"Field","name":{"kind":"Name","value":"rejections"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"range"},"value":{"kind":"Variable","name":{"kind":"Name","value":"range"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"endpoint"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"firstAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastAt"}},{"kind":"Field","name":{"kind":"Name","value":"sample"}}]}}]}}]}}]} as unknown as DocumentNode<RejectionsReportQuery, RejectionsReportQueryVariables>;
export const RejectionsTrackDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RejectionsTrack"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TrackEventsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"trackEvents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accepted"}}]}}]}}]} as unknown as DocumentNode<RejectionsTrackMutation, RejectionsTrackMutationVariables>;
export const RejectionsBlockDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RejectionsBlock"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateBlocklistInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateBlocklist"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"project"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<RejectionsBlockMutation, RejectionsBlockMutationVariables>;
export const SegmentsDeleteDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SegmentsDelete"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteProject"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deletedId"}}]}}]}}]} as unknown as DocumentNode<SegmentsDeleteMutation, SegmentsDeleteMutationVariables>;
export const SequencesReferenceTrackDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SequencesReferenceTrack"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TrackEventsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"trackEvents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accepted"}}]}}]}}]} as unknown as DocumentNode<SequencesReferenceTrackMutation, SequencesReferenceTrackMutationVariables>;
export const SequencesReferenceProjectDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SequencesReferenceProject"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateProjectInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createProject"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"project"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"writeKey"}}]}}]}}]}}]} as unknown as DocumentNode<SequencesReferenceProjectMutation, SequencesReferenceProjectMutationVariables>;
export const SequencesReferenceAskDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SequencesReferenceAsk"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"project"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"range"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RangeInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"EventFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"steps"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"FunnelStepInput"}}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"window"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Duration"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"startingAt"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"depth"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"by"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Dimension"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"project"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"project"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"ordered"},"name":{"kind":"Name","value":"funnel"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"range"},"value":{"kind":"Variable","name":{"kind":"Name","value":"range"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"steps"},"value":{"kind":"Variable","name":{"kind":"Name","value":"steps"}}},{"kind":"Argument","name":{"kind":"Name","value":"window"},"value":{"kind":"Variable","name":{"kind":"Name","value":"window"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReferenceFunnel"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"strict"},"name":{"kind":"Name","value":"funnel"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"range"},"value":{"kind":"Variable","name":{"kind":"Name","value":"range"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"steps"},"value":{"kind":"Variable","name":{"kind":"Name","value":"steps"}}},{"kind":"Argument","name":{"kind":"Name","value":"window"},"value":{"kind":"Variable","name":{"kind":"Name","value":"window"}}},{"kind":"Argument","name":{"kind":"Name","value":"order"},"value":{"kind":"EnumValue","value":"STRICT"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReferenceFunnel"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"any"},"name":{"kind":"Name","value":"funnel"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"range"},"value":{"kind":"Variable","name":{"kind":"Name","value":"range"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"steps"},"value":{"kind":"Variable","name":{"kind":"Name","value":"steps"}}},{"kind":"Argument","name":{"kind":"Name","value":"window"},"value":{"kind":"Variable","name":{"kind":"Name","value":"window"}}},{"kind":"Argument","name":{"kind":"Name","value":"order"},"value":{"kind":"EnumValue","value":"ANY"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReferenceFunnel"}}]}},{"kind":"Field","name":{"kind":"Name","value":"paths"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"range"},"value":{"kind":"Variable","name":{"kind":"Name","value":"range"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"startingAt"},"value":{"kind":"Variable","name":{"kind":"Name","value":"startingAt"}}},{"kind":"Argument","name":{"kind":"Name","value":"depth"},"value":{"kind":"Variable","name":{"kind":"Name","value":"depth"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"step"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"visitors"}}]}},{"kind":"Field","name":{"kind":"Name","value":"links"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"step"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"target"}},{"kind":"Field","name":{"kind":"Name","value":"visitors"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"stats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"range"},"value":{"kind":"Variable","name":{"kind":"Name","value":"range"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"timeOnPage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"timeseries"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"interval"},"value":{"kind":"EnumValue","value":"HOUR"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"metrics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"timeOnPage"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"breakdown"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"Variable","name":{"kind":"Name","value":"by"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1000"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"metrics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"timeOnPage"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"properties"},"name":{"kind":"Name","value":"breakdown"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"EnumValue","value":"PROPERTY"}},{"kind":"Argument","name":{"kind":"Name","value":"property"},"value":{"kind":"StringValue","value":"plan","block":false}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1000"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"metrics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"timeOnPage"}}]}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReferenceFunnel"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Funnel"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"conversionRate"}},{"kind":"Field","name":{"kind":"Name","value":"steps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"visitors"}},{"kind":"Field","name":{"kind":"Name","value":"conversionRate"}},{"kind":"Field","name":{"kind":"Name","value":"dropOff"}},{"kind":"Field","name":{"kind":"Name","value":"medianSecondsFromPrevious"}}]}}]}}]} as unknown as DocumentNode<SequencesReferenceAskQuery, SequencesReferenceAskQueryVariables>;
export const SessionSettingsTrackDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SessionSettingsTrack"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TrackEventsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"trackEvents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accepted"}},{"kind":"Field","name":{"kind":"Name","value":"rejected"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]} as unknown as DocumentNode<SessionSettingsTrackMutation, SessionSettingsTrackMutationVariables>;
export const SessionSettingsSeeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SessionSettingsSee"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"project"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"second"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RangeInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"project"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"project"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"eventDefinitions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"firstSeenAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastSeenAt"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"events"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"timestamp"}},{"kind":"Field","name":{"kind":"Name","value":"receivedAt"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"second"},"name":{"kind":"Name","value":"events"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"range"},"value":{"kind":"Variable","name":{"kind":"Name","value":"second"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"ingestion"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"range"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"last"},"value":{"kind":"StringValue","value":"P1D","block":false}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"received"}}]}},{"kind":"Field","name":{"kind":"Name","value":"stats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"range"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"preset"},"value":{"kind":"EnumValue","value":"ALL_TIME"}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"visitors"}},{"kind":"Field","name":{"kind":"Name","value":"events"}}]}},{"kind":"Field","name":{"kind":"Name","value":"audience"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"newVisitors"}},{"kind":"Field","name":{"kind":"Name","value":"returningVisitors"}}]}},{"kind":"Field","name":{"kind":"Name","value":"timeseries"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"interval"},"value":{"kind":"EnumValue","value":"YEAR"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"metrics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"events"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<SessionSettingsSeeQuery, SessionSettingsSeeQueryVariables>;
export const LimitsRegisterDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"LimitsRegister"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"email"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"password"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"register"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"email"},"value":{"kind":"Variable","name":{"kind":"Name","value":"email"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"password"},"value":{"kind":"Variable","name":{"kind":"Name","value":"password"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"organizationName"},"value":{"kind":"StringValue","value":"Limits","block":false}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accessToken"}}]}}]}}]} as unknown as DocumentNode<LimitsRegisterMutation, LimitsRegisterMutationVariables>;
export const LimitsLoginDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"LimitsLogin"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"email"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"password"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"login"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"email"},"value":{"kind":"Variable","name":{"kind":"Name","value":"email"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"password"},"value":{"kind":"Variable","name":{"kind":"Name","value":"password"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accessToken"}}]}}]}}]} as unknown as DocumentNode<LimitsLoginMutation, LimitsLoginMutationVariables>;
export const LimitsChangeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"LimitsChange"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"current"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"changePassword"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"currentPassword"},"value":{"kind":"Variable","name":{"kind":"Name","value":"current"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"newPassword"},"value":{"kind":"StringValue","value":"another good one","block":false}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"email"}}]}}]}}]}}]} as unknown as DocumentNode<LimitsChangeMutation, LimitsChangeMutationVariables>;
export const StartRegisterDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"StartRegister"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RegisterInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"register"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accessToken"}},{"kind":"Field","name":{"kind":"Name","value":"refreshToken"}},{"kind":"Field","name":{"kind":"Name","value":"organization"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<StartRegisterMutation, StartRegisterMutationVariables>;
export const StartCreateProjectDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"StartCreateProject"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateProjectInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createProject"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"project"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"writeKey"}}]}}]}}]}}]} as unknown as DocumentNode<StartCreateProjectMutation, StartCreateProjectMutationVariables>;
export const StartTrackDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"StartTrack"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TrackEventsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"trackEvents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accepted"}}]}}]}}]} as unknown as DocumentNode<StartTrackMutation, StartTrackMutationVariables>;
export const StartStoredDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"StartStored"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"email"}}]}},{"kind":"Field","name":{"kind":"Name","value":"projects"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"events"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<StartStoredQuery, StartStoredQueryVariables>;
export const StatisticsTrackDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"StatisticsTrack"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TrackEventsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"trackEvents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accepted"}}]}}]}}]} as unknown as DocumentNode<StatisticsTrackMutation, StatisticsTrackMutationVariables>;
export const StatsIdDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"StatsId"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"project"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"range"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"RangeInput"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"EventFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"timeZone"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"TimeZone"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"compare"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Comparison"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"project"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"project"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"range"},"value":{"kind":"Variable","name":{"kind":"Name","value":"range"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"timeZone"},"value":{"kind":"Variable","name":{"kind":"Name","value":"timeZone"}}},{"kind":"Argument","name":{"kind":"Name","value":"compare"},"value":{"kind":"Variable","name":{"kind":"Name","value":"compare"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"previous"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]}}]} as unknown as DocumentNode<StatsIdQuery, StatsIdQueryVariables>;
export const StatsIdLiveDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"StatsIdLive"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"project"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"range"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"RangeInput"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"EventFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"timeZone"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"TimeZone"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"compare"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Comparison"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"projectId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"project"}}},{"kind":"Argument","name":{"kind":"Name","value":"range"},"value":{"kind":"Variable","name":{"kind":"Name","value":"range"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"timeZone"},"value":{"kind":"Variable","name":{"kind":"Name","value":"timeZone"}}},{"kind":"Argument","name":{"kind":"Name","value":"compare"},"value":{"kind":"Variable","name":{"kind":"Name","value":"compare"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"previous"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"visitors"}}]}}]}}]}}]} as unknown as DocumentNode<StatsIdLiveSubscription, StatsIdLiveSubscriptionVariables>;
export const ReferenceTrackDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReferenceTrack"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TrackEventsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"trackEvents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accepted"}},{"kind":"Field","name":{"kind":"Name","value":"duplicates"}},{"kind":"Field","name":{"kind":"Name","value":"rejected"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<ReferenceTrackMutation, ReferenceTrackMutationVariables>;
export const ReferenceAskDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ReferenceAsk"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"project"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"range"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RangeInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"EventFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"zone"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"TimeZone"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"interval"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Interval"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"by"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Dimension"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"project"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"project"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"range"},"value":{"kind":"Variable","name":{"kind":"Name","value":"range"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"timeZone"},"value":{"kind":"Variable","name":{"kind":"Name","value":"zone"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReferenceNumbers"}}]}},{"kind":"Field","name":{"kind":"Name","value":"timeseries"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"interval"},"value":{"kind":"Variable","name":{"kind":"Name","value":"interval"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"metrics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReferenceNumbers"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"breakdown"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"Variable","name":{"kind":"Name","value":"by"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1000"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"metrics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReferenceNumbers"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"properties"},"name":{"kind":"Name","value":"breakdown"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"EnumValue","value":"PROPERTY"}},{"kind":"Argument","name":{"kind":"Name","value":"property"},"value":{"kind":"StringValue","value":"plan","block":false}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1000"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"metrics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReferenceNumbers"}}]}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReferenceNumbers"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Metrics"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"visitors"}},{"kind":"Field","name":{"kind":"Name","value":"visits"}},{"kind":"Field","name":{"kind":"Name","value":"pageviews"}},{"kind":"Field","name":{"kind":"Name","value":"events"}},{"kind":"Field","name":{"kind":"Name","value":"bounceRate"}},{"kind":"Field","name":{"kind":"Name","value":"visitDuration"}},{"kind":"Field","name":{"kind":"Name","value":"viewsPerVisit"}},{"kind":"Field","name":{"kind":"Name","value":"revenue"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}}]}}]} as unknown as DocumentNode<ReferenceAskQuery, ReferenceAskQueryVariables>;
export const ReferenceProjectDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReferenceProject"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateProjectInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createProject"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"project"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"writeKey"}}]}}]}}]}}]} as unknown as DocumentNode<ReferenceProjectMutation, ReferenceProjectMutationVariables>;
export const ReferenceLookDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ReferenceLook"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"project"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"project"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"project"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"range"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"preset"},"value":{"kind":"EnumValue","value":"ALL_TIME"}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"visits"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ReferenceLookQuery, ReferenceLookQueryVariables>;
export const StatsTrackDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"StatsTrack"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TrackEventsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"trackEvents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accepted"}},{"kind":"Field","name":{"kind":"Name","value":"rejected"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<StatsTrackMutation, StatsTrackMutationVariables>;
export const StatsDashboardDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"StatsDashboard"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"project"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"EventFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"project"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"project"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"range"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"preset"},"value":{"kind":"EnumValue","value":"LAST_30_DAYS"}}]}},{"kind":"Argument","name":{"kind":"Name","value":"compare"},"value":{"kind":"EnumValue","value":"PREVIOUS_PERIOD"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"StatsOverview"}},{"kind":"Field","name":{"kind":"Name","value":"previous"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"StatsOverview"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"filtered"},"name":{"kind":"Name","value":"stats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"range"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"preset"},"value":{"kind":"EnumValue","value":"LAST_30_DAYS"}}]}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"path"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"eq"},"value":{"kind":"StringValue","value":"/","block":false}}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"visitors"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"reordered"},"name":{"kind":"Name","value":"stats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"range"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"preset"},"value":{"kind":"EnumValue","value":"LAST_30_DAYS"}}]}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"path"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"eq"},"value":{"kind":"StringValue","value":"/","block":false}}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"breakdown"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"EnumValue","value":"OS"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"StatsOverview"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Stats"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"visitors"}},{"kind":"Field","name":{"kind":"Name","value":"visits"}},{"kind":"Field","name":{"kind":"Name","value":"pageviews"}},{"kind":"Field","name":{"kind":"Name","value":"events"}},{"kind":"Field","name":{"kind":"Name","value":"bounceRate"}},{"kind":"Field","name":{"kind":"Name","value":"visitDuration"}},{"kind":"Field","name":{"kind":"Name","value":"viewsPerVisit"}}]}},{"kind":"Field","name":{"kind":"Name","value":"timeseries"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"metrics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"visitors"}},{"kind":"Field","name":{"kind":"Name","value":"visits"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"pages"},"name":{"kind":"Name","value":"breakdown"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"EnumValue","value":"PATH"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"metrics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"visitors"}},{"kind":"Field","name":{"kind":"Name","value":"visits"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"entries"},"name":{"kind":"Name","value":"breakdown"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"EnumValue","value":"ENTRY_PATH"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"metrics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"visitors"}},{"kind":"Field","name":{"kind":"Name","value":"visits"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"exits"},"name":{"kind":"Name","value":"breakdown"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"EnumValue","value":"EXIT_PATH"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"metrics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"visitors"}},{"kind":"Field","name":{"kind":"Name","value":"visits"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"channels"},"name":{"kind":"Name","value":"breakdown"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"EnumValue","value":"CHANNEL"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"metrics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"visitors"}},{"kind":"Field","name":{"kind":"Name","value":"visits"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"sources"},"name":{"kind":"Name","value":"breakdown"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"EnumValue","value":"SOURCE"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"metrics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"visitors"}},{"kind":"Field","name":{"kind":"Name","value":"visits"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"countries"},"name":{"kind":"Name","value":"breakdown"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"EnumValue","value":"COUNTRY"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"metrics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"visitors"}},{"kind":"Field","name":{"kind":"Name","value":"visits"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"devices"},"name":{"kind":"Name","value":"breakdown"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"EnumValue","value":"DEVICE"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"metrics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"visitors"}},{"kind":"Field","name":{"kind":"Name","value":"visits"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"names"},"name":{"kind":"Name","value":"breakdown"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"EnumValue","value":"EVENT_NAME"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"metrics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"visitors"}},{"kind":"Field","name":{"kind":"Name","value":"visits"}}]}}]}}]}}]} as unknown as DocumentNode<StatsDashboardQuery, StatsDashboardQueryVariables>;
export const StatsMeasureDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"StatsMeasure"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"project"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"aggregate"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Aggregate"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"property"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"project"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"project"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"range"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"preset"},"value":{"kind":"EnumValue","value":"TODAY"}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"measure"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"event"},"value":{"kind":"StringValue","value":"buy","block":false}},{"kind":"Argument","name":{"kind":"Name","value":"property"},"value":{"kind":"Variable","name":{"kind":"Name","value":"property"}}},{"kind":"Argument","name":{"kind":"Name","value":"aggregate"},"value":{"kind":"Variable","name":{"kind":"Name","value":"aggregate"}}}]}]}},{"kind":"Field","name":{"kind":"Name","value":"breakdown"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"EnumValue","value":"EVENT_NAME"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"metrics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"measure"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"event"},"value":{"kind":"StringValue","value":"buy","block":false}},{"kind":"Argument","name":{"kind":"Name","value":"property"},"value":{"kind":"Variable","name":{"kind":"Name","value":"property"}}},{"kind":"Argument","name":{"kind":"Name","value":"aggregate"},"value":{"kind":"Variable","name":{"kind":"Name","value":"aggregate"}}}]}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"timeseries"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"interval"},"value":{"kind":"EnumValue","value":"HOUR"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"metrics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"measure"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"event"},"value":{"kind":"StringValue","value":"buy","block":false}},{"kind":"Argument","name":{"kind":"Name","value":"property"},"value":{"kind":"Variable","name":{"kind":"Name","value":"property"}}},{"kind":"Argument","name":{"kind":"Name","value":"aggregate"},"value":{"kind":"Variable","name":{"kind":"Name","value":"aggregate"}}}]}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<StatsMeasureQuery, StatsMeasureQueryVariables>;
export const StatsOverTheEndDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"StatsOverTheEnd"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"project"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"range"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RangeInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"EventFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"project"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"project"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"range"},"value":{"kind":"Variable","name":{"kind":"Name","value":"range"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"events"}},{"kind":"Field","name":{"kind":"Name","value":"visitors"}},{"kind":"Field","name":{"kind":"Name","value":"visits"}},{"kind":"Field","name":{"kind":"Name","value":"bounceRate"}},{"kind":"Field","name":{"kind":"Name","value":"visitDuration"}}]}}]}}]}}]}}]} as unknown as DocumentNode<StatsOverTheEndQuery, StatsOverTheEndQueryVariables>;
export const StatsCurrentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"StatsCurrent"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"project"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"project"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"project"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currentVisitors"}}]}}]}}]} as unknown as DocumentNode<StatsCurrentQuery, StatsCurrentQueryVariables>;
export const ChatAskDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ChatAsk"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AskQuestionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"askQuestion"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"answer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"threadId"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"evidence"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"claim"}},{"kind":"Field","name":{"kind":"Name","value":"metric"}},{"kind":"Field","name":{"kind":"Name","value":"observed"}},{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"low"}},{"kind":"Field","name":{"kind":"Name","value":"high"}},{"kind":"Field","name":{"kind":"Name","value":"pValue"}},{"kind":"Field","name":{"kind":"Name","value":"method"}},{"kind":"Field","name":{"kind":"Name","value":"query"}},{"kind":"Field","name":{"kind":"Name","value":"variables"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ChatAskMutation, ChatAskMutationVariables>;
export const FleetRegisterDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"FleetRegister"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RegisterInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"register"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accessToken"}},{"kind":"Field","name":{"kind":"Name","value":"organization"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<FleetRegisterMutation, FleetRegisterMutationVariables>;
export const FleetProjectDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"FleetProject"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateProjectInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createProject"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"project"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"writeKey"}}]}}]}}]}}]} as unknown as DocumentNode<FleetProjectMutation, FleetProjectMutationVariables>;
export const FleetKeyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"FleetKey"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateApiKeyInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createApiKey"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"secret"}}]}}]}}]} as unknown as DocumentNode<FleetKeyMutation, FleetKeyMutationVariables>;
export const SegmentsTrackDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SegmentsTrack"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TrackEventsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"trackEvents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accepted"}},{"kind":"Field","name":{"kind":"Name","value":"rejected"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<SegmentsTrackMutation, SegmentsTrackMutationVariables>;
export const SegmentsAskDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SegmentsAsk"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"project"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"range"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RangeInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"EventFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"project"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"project"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"range"},"value":{"kind":"Variable","name":{"kind":"Name","value":"range"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"timeZone"},"value":{"kind":"StringValue","value":"UTC","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SegmentsNumbers"}}]}},{"kind":"Field","name":{"kind":"Name","value":"timeseries"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"interval"},"value":{"kind":"EnumValue","value":"DAY"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"metrics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SegmentsNumbers"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"names"},"name":{"kind":"Name","value":"breakdown"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"EnumValue","value":"EVENT_NAME"}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"metrics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SegmentsNumbers"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"paths"},"name":{"kind":"Name","value":"breakdown"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"EnumValue","value":"PATH"}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"metrics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SegmentsNumbers"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"entries"},"name":{"kind":"Name","value":"breakdown"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"EnumValue","value":"ENTRY_PATH"}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"metrics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SegmentsNumbers"}}]}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SegmentsNumbers"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Metrics"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"visitors"}},{"kind":"Field","name":{"kind":"Name","value":"visits"}},{"kind":"Field","name":{"kind":"Name","value":"pageviews"}},{"kind":"Field","name":{"kind":"Name","value":"events"}},{"kind":"Field","name":{"kind":"Name","value":"bounceRate"}},{"kind":"Field","name":{"kind":"Name","value":"visitDuration"}},{"kind":"Field","name":{"kind":"Name","value":"viewsPerVisit"}}]}}]} as unknown as DocumentNode<SegmentsAskQuery, SegmentsAskQueryVariables>;
export const SegmentsEventsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SegmentsEvents"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"project"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"range"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RangeInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"project"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"project"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"range"},"value":{"kind":"Variable","name":{"kind":"Name","value":"range"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"events"}}]}}]}}]}}]}}]} as unknown as DocumentNode<SegmentsEventsQuery, SegmentsEventsQueryVariables>;
export const RegisterDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Register"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RegisterInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"register"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accessToken"}},{"kind":"Field","name":{"kind":"Name","value":"refreshToken"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"organization"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<RegisterMutation, RegisterMutationVariables>;
export const CreateProjectDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateProject"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateProjectInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createProject"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"project"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"writeKey"}}]}}]}}]}}]} as unknown as DocumentNode<CreateProjectMutation, CreateProjectMutationVariables>;
export const CreateApiKeyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateApiKey"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateApiKeyInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createApiKey"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"secret"}},{"kind":"Field","name":{"kind":"Name","value":"apiKey"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<CreateApiKeyMutation, CreateApiKeyMutationVariables>;
export const LiveTrackedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"LiveTracked"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"project"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"EventFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"eventTracked"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"projectId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"project"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"eventId"}},{"kind":"Field","name":{"kind":"Name","value":"properties"}}]}}]}}]} as unknown as DocumentNode<LiveTrackedSubscription, LiveTrackedSubscriptionVariables>;
export const LiveStatsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"LiveStats"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"project"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"range"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"RangeInput"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"EventFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"timeZone"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"TimeZone"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"compare"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Comparison"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"throttle"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Duration"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"projectId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"project"}}},{"kind":"Argument","name":{"kind":"Name","value":"range"},"value":{"kind":"Variable","name":{"kind":"Name","value":"range"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"timeZone"},"value":{"kind":"Variable","name":{"kind":"Name","value":"timeZone"}}},{"kind":"Argument","name":{"kind":"Name","value":"compare"},"value":{"kind":"Variable","name":{"kind":"Name","value":"compare"}}},{"kind":"Argument","name":{"kind":"Name","value":"throttle"},"value":{"kind":"Variable","name":{"kind":"Name","value":"throttle"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"events"}},{"kind":"Field","name":{"kind":"Name","value":"visits"}},{"kind":"Field","name":{"kind":"Name","value":"visitors"}}]}}]}}]}}]} as unknown as DocumentNode<LiveStatsSubscription, LiveStatsSubscriptionVariables>;
export const LiveTrackDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"LiveTrack"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TrackEventsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"trackEvents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accepted"}},{"kind":"Field","name":{"kind":"Name","value":"duplicates"}},{"kind":"Field","name":{"kind":"Name","value":"rejected"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<LiveTrackMutation, LiveTrackMutationVariables>;
export const CreateWebhookDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateWebhook"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateWebhookInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createWebhook"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"secret"}},{"kind":"Field","name":{"kind":"Name","value":"webhook"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"insightTypes"}},{"kind":"Field","name":{"kind":"Name","value":"enabled"}},{"kind":"Field","name":{"kind":"Name","value":"disabledReason"}},{"kind":"Field","name":{"kind":"Name","value":"failingSince"}}]}}]}}]}}]} as unknown as DocumentNode<CreateWebhookMutation, CreateWebhookMutationVariables>;
export const TestWebhookDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"TestWebhook"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"testWebhook"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"delivery"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"messageId"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]}}]} as unknown as DocumentNode<TestWebhookMutation, TestWebhookMutationVariables>;
export const WebhookDeliveryDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WebhookDelivery"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WebhookDelivery"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"messageId"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"payload"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"error"}},{"kind":"Field","name":{"kind":"Name","value":"response"}},{"kind":"Field","name":{"kind":"Name","value":"milliseconds"}}]}}]}}]}}]}}]} as unknown as DocumentNode<WebhookDeliveryQuery, WebhookDeliveryQueryVariables>;
export const WebhookDeliveriesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WebhookDeliveries"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"project"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"project"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"project"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"webhooks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"deliveries"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"messageId"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"payload"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<WebhookDeliveriesQuery, WebhookDeliveriesQueryVariables>;
export const AccessProjectDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AccessProject"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"organization"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createProject"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"organizationId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"organization"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"name"},"value":{"kind":"StringValue","value":"hidden-mark","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"domain"},"value":{"kind":"StringValue","value":"hidden-mark.example","block":false}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"project"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"writeKey"}}]}}]}}]}}]} as unknown as DocumentNode<AccessProjectMutation, AccessProjectMutationVariables>;
export const WorldRotateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"WorldRotate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"project"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rotateWriteKey"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"projectId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"project"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"project"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<WorldRotateMutation, WorldRotateMutationVariables>;
export const AccessKeyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AccessKey"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateApiKeyInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createApiKey"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"secret"}},{"kind":"Field","name":{"kind":"Name","value":"apiKey"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<AccessKeyMutation, AccessKeyMutationVariables>;
export const AccessRevokeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AccessRevoke"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revokeApiKey"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"apiKey"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<AccessRevokeMutation, AccessRevokeMutationVariables>;
export const AccessDefinitionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AccessDefinition"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"project"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createEventDefinition"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"projectId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"project"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"name"},"value":{"kind":"StringValue","value":"hidden-mark","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"label"},"value":{"kind":"StringValue","value":"hidden-mark","block":false}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"eventDefinition"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<AccessDefinitionMutation, AccessDefinitionMutationVariables>;
export const AccessSendDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AccessSend"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"project"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"trackEvents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"projectId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"project"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"events"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"name"},"value":{"kind":"StringValue","value":"hidden-mark","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"visitorId"},"value":{"kind":"StringValue","value":"hidden-mark","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"url"},"value":{"kind":"StringValue","value":"https://hidden-mark.example/hidden-mark","block":false}}]}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accepted"}}]}}]}}]} as unknown as DocumentNode<AccessSendMutation, AccessSendMutationVariables>;
export const AccessWebhookDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AccessWebhook"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"project"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createWebhook"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"projectId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"project"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"url"},"value":{"kind":"StringValue","value":"https://8.8.8.8/hidden-mark","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"description"},"value":{"kind":"StringValue","value":"hidden-mark","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"thresholds"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"metric"},"value":{"kind":"EnumValue","value":"VISITS"}},{"kind":"ObjectField","name":{"kind":"Name","value":"last"},"value":{"kind":"StringValue","value":"PT1H","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"comparison"},"value":{"kind":"EnumValue","value":"BELOW"}},{"kind":"ObjectField","name":{"kind":"Name","value":"value"},"value":{"kind":"IntValue","value":"1"}},{"kind":"ObjectField","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"path"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"eq"},"value":{"kind":"StringValue","value":"hidden-mark","block":false}}]}}]}}]}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"webhook"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<AccessWebhookMutation, AccessWebhookMutationVariables>;
export const AccessTestWebhookDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AccessTestWebhook"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"testWebhook"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"delivery"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<AccessTestWebhookMutation, AccessTestWebhookMutationVariables>;
export const AccessStoredDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AccessStored"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"project"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"project"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"project"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"events"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]}}]} as unknown as DocumentNode<AccessStoredQuery, AccessStoredQueryVariables>;
export const AccessEmailDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AccessEmail"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"email"}}]}}]}}]}}]} as unknown as DocumentNode<AccessEmailQuery, AccessEmailQueryVariables>;
export const AccessLoginDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AccessLogin"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"email"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"login"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"email"},"value":{"kind":"Variable","name":{"kind":"Name","value":"email"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"password"},"value":{"kind":"StringValue","value":"a good password","block":false}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accessToken"}}]}}]}}]} as unknown as DocumentNode<AccessLoginMutation, AccessLoginMutationVariables>;
export const AccessLogoutDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AccessLogout"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"logout"}}]}}]} as unknown as DocumentNode<AccessLogoutMutation, AccessLogoutMutationVariables>;
export const TrackerE2eNumbersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TrackerE2eNumbers"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"project"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"project"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"project"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"range"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"last"},"value":{"kind":"StringValue","value":"PT1H","block":false}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"visitors"}},{"kind":"Field","name":{"kind":"Name","value":"visits"}},{"kind":"Field","name":{"kind":"Name","value":"pageviews"}},{"kind":"Field","name":{"kind":"Name","value":"events"}},{"kind":"Field","name":{"kind":"Name","value":"bounceRate"}},{"kind":"Field","name":{"kind":"Name","value":"viewsPerVisit"}},{"kind":"Field","name":{"kind":"Name","value":"revenue"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"pages"},"name":{"kind":"Name","value":"breakdown"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"EnumValue","value":"PATH"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"metrics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pageviews"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"entries"},"name":{"kind":"Name","value":"breakdown"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"EnumValue","value":"ENTRY_PATH"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"metrics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"visits"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"exits"},"name":{"kind":"Name","value":"breakdown"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"EnumValue","value":"EXIT_PATH"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"metrics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"visits"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"sources"},"name":{"kind":"Name","value":"breakdown"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"EnumValue","value":"SOURCE"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"metrics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"visits"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"channels"},"name":{"kind":"Name","value":"breakdown"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"EnumValue","value":"CHANNEL"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"metrics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"visits"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"referrers"},"name":{"kind":"Name","value":"breakdown"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"EnumValue","value":"REFERRER"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"metrics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"visits"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"campaigns"},"name":{"kind":"Name","value":"breakdown"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"EnumValue","value":"UTM_CAMPAIGN"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"metrics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"visits"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"devices"},"name":{"kind":"Name","value":"breakdown"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"EnumValue","value":"DEVICE"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"metrics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"visits"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"browsers"},"name":{"kind":"Name","value":"breakdown"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"EnumValue","value":"BROWSER"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"metrics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"visits"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"systems"},"name":{"kind":"Name","value":"breakdown"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"EnumValue","value":"OS"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"metrics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"visits"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"languages"},"name":{"kind":"Name","value":"breakdown"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"EnumValue","value":"LANGUAGE"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"metrics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"visits"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<TrackerE2eNumbersQuery, TrackerE2eNumbersQueryVariables>;
export const TrackerE2eEventsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TrackerE2eEvents"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"project"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"project"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"project"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"events"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"referrer"}},{"kind":"Field","name":{"kind":"Name","value":"properties"}},{"kind":"Field","name":{"kind":"Name","value":"revenue"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"visitorId"}},{"kind":"Field","name":{"kind":"Name","value":"sessionId"}}]}}]}}]}}]}}]} as unknown as DocumentNode<TrackerE2eEventsQuery, TrackerE2eEventsQueryVariables>;
export const WebhookPageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WebhookPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"last"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"before"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"status"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"DeliveryStatus"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Webhook"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deliveries"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"Variable","name":{"kind":"Name","value":"last"}}},{"kind":"Argument","name":{"kind":"Name","value":"before"},"value":{"kind":"Variable","name":{"kind":"Name","value":"before"}}},{"kind":"Argument","name":{"kind":"Name","value":"status"},"value":{"kind":"Variable","name":{"kind":"Name","value":"status"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<WebhookPageQuery, WebhookPageQueryVariables>;
export const UpdateThresholdsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateThresholds"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateWebhookInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateWebhook"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"webhook"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"thresholds"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"metric"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"last"}},{"kind":"Field","name":{"kind":"Name","value":"comparison"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"passed"}},{"kind":"Field","name":{"kind":"Name","value":"filter"}},{"kind":"Field","name":{"kind":"Name","value":"measure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"event"}},{"kind":"Field","name":{"kind":"Name","value":"property"}},{"kind":"Field","name":{"kind":"Name","value":"aggregate"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<UpdateThresholdsMutation, UpdateThresholdsMutationVariables>;
export const RedeliverDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Redeliver"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"redeliver"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"delivery"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"messageId"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]}}]} as unknown as DocumentNode<RedeliverMutation, RedeliverMutationVariables>;
export const RotateWebhookSecretDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RotateWebhookSecret"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rotateWebhookSecret"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"secret"}},{"kind":"Field","name":{"kind":"Name","value":"webhook"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<RotateWebhookSecretMutation, RotateWebhookSecretMutationVariables>;
export const UpdateWebhookDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateWebhook"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateWebhookInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateWebhook"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"webhook"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"enabled"}},{"kind":"Field","name":{"kind":"Name","value":"disabledReason"}},{"kind":"Field","name":{"kind":"Name","value":"failingSince"}}]}}]}}]}}]} as unknown as DocumentNode<UpdateWebhookMutation, UpdateWebhookMutationVariables>;
export const WebhookStateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WebhookState"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Webhook"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"enabled"}},{"kind":"Field","name":{"kind":"Name","value":"disabledReason"}},{"kind":"Field","name":{"kind":"Name","value":"failingSince"}}]}}]}}]}}]} as unknown as DocumentNode<WebhookStateQuery, WebhookStateQueryVariables>;
export const WriteKeysRotateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"WriteKeysRotate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RotateWriteKeyInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rotateWriteKey"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"project"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"writeKey"}},{"kind":"Field","name":{"kind":"Name","value":"previousWriteKey"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"endsAt"}}]}}]}}]}}]}}]} as unknown as DocumentNode<WriteKeysRotateMutation, WriteKeysRotateMutationVariables>;
export const WriteKeysDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WriteKeys"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"project"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"project"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"project"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"writeKey"}},{"kind":"Field","name":{"kind":"Name","value":"previousWriteKey"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"endsAt"}}]}}]}}]}}]} as unknown as DocumentNode<WriteKeysQuery, WriteKeysQueryVariables>;