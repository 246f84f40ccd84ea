/* eslint-disable */
import * as types from './graphql.ts';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  query AccessLog($project: ID!, $range: RangeInput!, $local: RangeInput!, $zone: TimeZone!) {\n    project(id: $project) {\n      stats(range: $range) {\n        totals { ...AccessLogNumbers viewsPerVisit events }\n        timeseries(interval: DAY) { start metrics { ...AccessLogNumbers } }\n        paths: breakdown(by: PATH, orderBy: PAGEVIEWS) { value metrics { ...AccessLogNumbers } }\n        referrers: breakdown(by: REFERRER, orderBy: VISITS, first: 11) { value metrics { ...AccessLogNumbers } }\n        campaigns: breakdown(by: UTM_SOURCE, orderBy: VISITS) { value metrics { ...AccessLogNumbers } }\n      }\n      local: stats(range: $local, timeZone: $zone) {\n        timeseries(interval: DAY) { start metrics { ...AccessLogNumbers } }\n      }\n      blog: stats(range: $range, filter: { path: { startsWith: \"/blog/\" } }) {\n        totals { ...AccessLogNumbers }\n      }\n    }\n  }\n  fragment AccessLogNumbers on Metrics { visitors visits pageviews bounceRate visitDuration }\n": typeof types.AccessLogDocument,
    "\n  mutation ImportProject($input: CreateProjectInput!) {\n    createProject(input: $input) { project { id } }\n  }\n": typeof types.ImportProjectDocument,
    "\n  query ImportAsk($project: ID!, $range: RangeInput!) {\n    project(id: $project) {\n      events(first: 20, range: $range) {\n        totalCount\n        nodes { url hostname path referrer timestamp browser }\n      }\n      stats(range: $range) {\n        totals { visitors visits pageviews bounceRate visitDuration }\n        referrers: breakdown(by: REFERRER, orderBy: PAGEVIEWS) { value metrics { pageviews } }\n      }\n    }\n  }\n": typeof types.ImportAskDocument,
    "\n  mutation IngestTrack($input: TrackEventsInput!) {\n    trackEvents(input: $input) { accepted duplicates rejected { index code field message } }\n  }\n": typeof types.IngestTrackDocument,
    "\n  query IngestEvents($project: ID!, $filter: EventFilter) {\n    project(id: $project) {\n      events(first: 1000, filter: $filter) {\n        totalCount\n        nodes {\n          eventId type name timestamp receivedAt visitorId userId sessionId url hostname path referrer title properties\n          revenue { amount currency } source channel country region city device browser os language\n        }\n      }\n    }\n  }\n": typeof types.IngestEventsDocument,
    "\n  query IngestTotals($project: ID!) {\n    project(id: $project) {\n      stats(range: { preset: ALL_TIME }) { totals { visitors visits pageviews events visitDuration bounceRate } }\n    }\n  }\n": typeof types.IngestTotalsDocument,
    "\n  subscription LiveTracked($project: ID!, $filter: EventFilter) {\n    eventTracked(projectId: $project, filter: $filter) { eventId properties }\n  }\n": typeof types.LiveTrackedDocument,
    "\n  mutation LiveTrack($input: TrackEventsInput!) {\n    trackEvents(input: $input) { accepted duplicates rejected { message } }\n  }\n": typeof types.LiveTrackDocument,
    "\n  query LiveEvents($project: ID!, $filter: EventFilter) {\n    project(id: $project) { events(filter: $filter, first: 1000) { nodes { eventId } } }\n  }\n": typeof types.LiveEventsDocument,
    "\n  query LiveViewer { viewer { projects { id } } }\n": typeof types.LiveViewerDocument,
    "\n  mutation LiveLogout { logout }\n": typeof types.LiveLogoutDocument,
    "\n  mutation LiveRevokeKey($input: RevokeApiKeyInput!) { revokeApiKey(input: $input) { apiKey { id } } }\n": typeof types.LiveRevokeKeyDocument,
    "\n      query SmokeViewer { viewer { user { id } projects { id } } }\n    ": typeof types.SmokeViewerDocument,
    "\n  mutation ReferenceTrack($input: TrackEventsInput!) {\n    trackEvents(input: $input) { accepted duplicates rejected { message } }\n  }\n": typeof types.ReferenceTrackDocument,
    "\n  query ReferenceAsk($project: ID!, $range: RangeInput!, $filter: EventFilter, $zone: TimeZone, $interval: Interval!, $by: Dimension!) {\n    project(id: $project) {\n      stats(range: $range, filter: $filter, timeZone: $zone) {\n        totals { ...ReferenceNumbers }\n        timeseries(interval: $interval) { start metrics { ...ReferenceNumbers } }\n        breakdown(by: $by, first: 1000) { value metrics { ...ReferenceNumbers } }\n        properties: breakdown(by: PROPERTY, property: \"plan\", first: 1000) { value metrics { ...ReferenceNumbers } }\n      }\n    }\n  }\n  fragment ReferenceNumbers on Metrics {\n    visitors visits pageviews events bounceRate visitDuration viewsPerVisit revenue { currency amount }\n  }\n": typeof types.ReferenceAskDocument,
    "\n      mutation ReferenceProject($input: CreateProjectInput!) {\n        createProject(input: $input) { project { id writeKey } }\n      }\n    ": typeof types.ReferenceProjectDocument,
    "\n  mutation Register($input: RegisterInput!) {\n    register(input: $input) {\n      accessToken\n      refreshToken\n      user { id }\n      organization { id }\n    }\n  }\n": typeof types.RegisterDocument,
    "\n  mutation CreateProject($input: CreateProjectInput!) {\n    createProject(input: $input) { project { id writeKey } }\n  }\n": typeof types.CreateProjectDocument,
    "\n  mutation CreateApiKey($input: CreateApiKeyInput!) {\n    createApiKey(input: $input) { secret apiKey { id } }\n  }\n": typeof types.CreateApiKeyDocument,
    "\n  mutation AccessProject($organization: ID!) {\n    createProject(input: { organizationId: $organization, name: \"hidden-mark\", domain: \"hidden-mark.example\" }) {\n      project { id writeKey }\n    }\n  }\n": typeof types.AccessProjectDocument,
    "\n  mutation AccessKey($input: CreateApiKeyInput!) {\n    createApiKey(input: $input) { secret apiKey { id } }\n  }\n": typeof types.AccessKeyDocument,
    "\n  mutation AccessRevoke($id: ID!) { revokeApiKey(input: { id: $id }) { apiKey { id } } }\n": typeof types.AccessRevokeDocument,
    "\n  mutation AccessDefinition($project: ID!) {\n    createEventDefinition(input: { projectId: $project, name: \"hidden-mark\", label: \"hidden-mark\" }) {\n      eventDefinition { id }\n    }\n  }\n": typeof types.AccessDefinitionDocument,
    "\n  mutation AccessSend($project: ID!) {\n    trackEvents(input: {\n      projectId: $project\n      events: [{ name: \"hidden-mark\", visitorId: \"hidden-mark\", url: \"https://hidden-mark.example/hidden-mark\" }]\n    }) { accepted }\n  }\n": typeof types.AccessSendDocument,
    "\n  query AccessStored($project: ID!) { project(id: $project) { events(first: 1) { nodes { id } } } }\n": typeof types.AccessStoredDocument,
    "query AccessEmail { viewer { user { email } } }": typeof types.AccessEmailDocument,
    "\n  mutation AccessLogin($email: String!) {\n    login(input: { email: $email, password: \"a good password\" }) { accessToken }\n  }\n": typeof types.AccessLoginDocument,
    "mutation AccessLogout { logout }": typeof types.AccessLogoutDocument,
};
const documents: Documents = {
    "\n  query AccessLog($project: ID!, $range: RangeInput!, $local: RangeInput!, $zone: TimeZone!) {\n    project(id: $project) {\n      stats(range: $range) {\n        totals { ...AccessLogNumbers viewsPerVisit events }\n        timeseries(interval: DAY) { start metrics { ...AccessLogNumbers } }\n        paths: breakdown(by: PATH, orderBy: PAGEVIEWS) { value metrics { ...AccessLogNumbers } }\n        referrers: breakdown(by: REFERRER, orderBy: VISITS, first: 11) { value metrics { ...AccessLogNumbers } }\n        campaigns: breakdown(by: UTM_SOURCE, orderBy: VISITS) { value metrics { ...AccessLogNumbers } }\n      }\n      local: stats(range: $local, timeZone: $zone) {\n        timeseries(interval: DAY) { start metrics { ...AccessLogNumbers } }\n      }\n      blog: stats(range: $range, filter: { path: { startsWith: \"/blog/\" } }) {\n        totals { ...AccessLogNumbers }\n      }\n    }\n  }\n  fragment AccessLogNumbers on Metrics { visitors visits pageviews bounceRate visitDuration }\n": types.AccessLogDocument,
    "\n  mutation ImportProject($input: CreateProjectInput!) {\n    createProject(input: $input) { project { id } }\n  }\n": types.ImportProjectDocument,
    "\n  query ImportAsk($project: ID!, $range: RangeInput!) {\n    project(id: $project) {\n      events(first: 20, range: $range) {\n        totalCount\n        nodes { url hostname path referrer timestamp browser }\n      }\n      stats(range: $range) {\n        totals { visitors visits pageviews bounceRate visitDuration }\n        referrers: breakdown(by: REFERRER, orderBy: PAGEVIEWS) { value metrics { pageviews } }\n      }\n    }\n  }\n": types.ImportAskDocument,
    "\n  mutation IngestTrack($input: TrackEventsInput!) {\n    trackEvents(input: $input) { accepted duplicates rejected { index code field message } }\n  }\n": types.IngestTrackDocument,
    "\n  query IngestEvents($project: ID!, $filter: EventFilter) {\n    project(id: $project) {\n      events(first: 1000, filter: $filter) {\n        totalCount\n        nodes {\n          eventId type name timestamp receivedAt visitorId userId sessionId url hostname path referrer title properties\n          revenue { amount currency } source channel country region city device browser os language\n        }\n      }\n    }\n  }\n": types.IngestEventsDocument,
    "\n  query IngestTotals($project: ID!) {\n    project(id: $project) {\n      stats(range: { preset: ALL_TIME }) { totals { visitors visits pageviews events visitDuration bounceRate } }\n    }\n  }\n": types.IngestTotalsDocument,
    "\n  subscription LiveTracked($project: ID!, $filter: EventFilter) {\n    eventTracked(projectId: $project, filter: $filter) { eventId properties }\n  }\n": types.LiveTrackedDocument,
    "\n  mutation LiveTrack($input: TrackEventsInput!) {\n    trackEvents(input: $input) { accepted duplicates rejected { message } }\n  }\n": types.LiveTrackDocument,
    "\n  query LiveEvents($project: ID!, $filter: EventFilter) {\n    project(id: $project) { events(filter: $filter, first: 1000) { nodes { eventId } } }\n  }\n": types.LiveEventsDocument,
    "\n  query LiveViewer { viewer { projects { id } } }\n": types.LiveViewerDocument,
    "\n  mutation LiveLogout { logout }\n": types.LiveLogoutDocument,
    "\n  mutation LiveRevokeKey($input: RevokeApiKeyInput!) { revokeApiKey(input: $input) { apiKey { id } } }\n": types.LiveRevokeKeyDocument,
    "\n      query SmokeViewer { viewer { user { id } projects { id } } }\n    ": types.SmokeViewerDocument,
    "\n  mutation ReferenceTrack($input: TrackEventsInput!) {\n    trackEvents(input: $input) { accepted duplicates rejected { message } }\n  }\n": types.ReferenceTrackDocument,
    "\n  query ReferenceAsk($project: ID!, $range: RangeInput!, $filter: EventFilter, $zone: TimeZone, $interval: Interval!, $by: Dimension!) {\n    project(id: $project) {\n      stats(range: $range, filter: $filter, timeZone: $zone) {\n        totals { ...ReferenceNumbers }\n        timeseries(interval: $interval) { start metrics { ...ReferenceNumbers } }\n        breakdown(by: $by, first: 1000) { value metrics { ...ReferenceNumbers } }\n        properties: breakdown(by: PROPERTY, property: \"plan\", first: 1000) { value metrics { ...ReferenceNumbers } }\n      }\n    }\n  }\n  fragment ReferenceNumbers on Metrics {\n    visitors visits pageviews events bounceRate visitDuration viewsPerVisit revenue { currency amount }\n  }\n": types.ReferenceAskDocument,
    "\n      mutation ReferenceProject($input: CreateProjectInput!) {\n        createProject(input: $input) { project { id writeKey } }\n      }\n    ": types.ReferenceProjectDocument,
    "\n  mutation Register($input: RegisterInput!) {\n    register(input: $input) {\n      accessToken\n      refreshToken\n      user { id }\n      organization { id }\n    }\n  }\n": types.RegisterDocument,
    "\n  mutation CreateProject($input: CreateProjectInput!) {\n    createProject(input: $input) { project { id writeKey } }\n  }\n": types.CreateProjectDocument,
    "\n  mutation CreateApiKey($input: CreateApiKeyInput!) {\n    createApiKey(input: $input) { secret apiKey { id } }\n  }\n": types.CreateApiKeyDocument,
    "\n  mutation AccessProject($organization: ID!) {\n    createProject(input: { organizationId: $organization, name: \"hidden-mark\", domain: \"hidden-mark.example\" }) {\n      project { id writeKey }\n    }\n  }\n": types.AccessProjectDocument,
    "\n  mutation AccessKey($input: CreateApiKeyInput!) {\n    createApiKey(input: $input) { secret apiKey { id } }\n  }\n": types.AccessKeyDocument,
    "\n  mutation AccessRevoke($id: ID!) { revokeApiKey(input: { id: $id }) { apiKey { id } } }\n": types.AccessRevokeDocument,
    "\n  mutation AccessDefinition($project: ID!) {\n    createEventDefinition(input: { projectId: $project, name: \"hidden-mark\", label: \"hidden-mark\" }) {\n      eventDefinition { id }\n    }\n  }\n": types.AccessDefinitionDocument,
    "\n  mutation AccessSend($project: ID!) {\n    trackEvents(input: {\n      projectId: $project\n      events: [{ name: \"hidden-mark\", visitorId: \"hidden-mark\", url: \"https://hidden-mark.example/hidden-mark\" }]\n    }) { accepted }\n  }\n": types.AccessSendDocument,
    "\n  query AccessStored($project: ID!) { project(id: $project) { events(first: 1) { nodes { id } } } }\n": types.AccessStoredDocument,
    "query AccessEmail { viewer { user { email } } }": types.AccessEmailDocument,
    "\n  mutation AccessLogin($email: String!) {\n    login(input: { email: $email, password: \"a good password\" }) { accessToken }\n  }\n": types.AccessLoginDocument,
    "mutation AccessLogout { logout }": types.AccessLogoutDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AccessLog($project: ID!, $range: RangeInput!, $local: RangeInput!, $zone: TimeZone!) {\n    project(id: $project) {\n      stats(range: $range) {\n        totals { ...AccessLogNumbers viewsPerVisit events }\n        timeseries(interval: DAY) { start metrics { ...AccessLogNumbers } }\n        paths: breakdown(by: PATH, orderBy: PAGEVIEWS) { value metrics { ...AccessLogNumbers } }\n        referrers: breakdown(by: REFERRER, orderBy: VISITS, first: 11) { value metrics { ...AccessLogNumbers } }\n        campaigns: breakdown(by: UTM_SOURCE, orderBy: VISITS) { value metrics { ...AccessLogNumbers } }\n      }\n      local: stats(range: $local, timeZone: $zone) {\n        timeseries(interval: DAY) { start metrics { ...AccessLogNumbers } }\n      }\n      blog: stats(range: $range, filter: { path: { startsWith: \"/blog/\" } }) {\n        totals { ...AccessLogNumbers }\n      }\n    }\n  }\n  fragment AccessLogNumbers on Metrics { visitors visits pageviews bounceRate visitDuration }\n"): (typeof documents)["\n  query AccessLog($project: ID!, $range: RangeInput!, $local: RangeInput!, $zone: TimeZone!) {\n    project(id: $project) {\n      stats(range: $range) {\n        totals { ...AccessLogNumbers viewsPerVisit events }\n        timeseries(interval: DAY) { start metrics { ...AccessLogNumbers } }\n        paths: breakdown(by: PATH, orderBy: PAGEVIEWS) { value metrics { ...AccessLogNumbers } }\n        referrers: breakdown(by: REFERRER, orderBy: VISITS, first: 11) { value metrics { ...AccessLogNumbers } }\n        campaigns: breakdown(by: UTM_SOURCE, orderBy: VISITS) { value metrics { ...AccessLogNumbers } }\n      }\n      local: stats(range: $local, timeZone: $zone) {\n        timeseries(interval: DAY) { start metrics { ...AccessLogNumbers } }\n      }\n      blog: stats(range: $range, filter: { path: { startsWith: \"/blog/\" } }) {\n        totals { ...AccessLogNumbers }\n      }\n    }\n  }\n  fragment AccessLogNumbers on Metrics { visitors visits pageviews bounceRate visitDuration }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ImportProject($input: CreateProjectInput!) {\n    createProject(input: $input) { project { id } }\n  }\n"): (typeof documents)["\n  mutation ImportProject($input: CreateProjectInput!) {\n    createProject(input: $input) { project { id } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ImportAsk($project: ID!, $range: RangeInput!) {\n    project(id: $project) {\n      events(first: 20, range: $range) {\n        totalCount\n        nodes { url hostname path referrer timestamp browser }\n      }\n      stats(range: $range) {\n        totals { visitors visits pageviews bounceRate visitDuration }\n        referrers: breakdown(by: REFERRER, orderBy: PAGEVIEWS) { value metrics { pageviews } }\n      }\n    }\n  }\n"): (typeof documents)["\n  query ImportAsk($project: ID!, $range: RangeInput!) {\n    project(id: $project) {\n      events(first: 20, range: $range) {\n        totalCount\n        nodes { url hostname path referrer timestamp browser }\n      }\n      stats(range: $range) {\n        totals { visitors visits pageviews bounceRate visitDuration }\n        referrers: breakdown(by: REFERRER, orderBy: PAGEVIEWS) { value metrics { pageviews } }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation IngestTrack($input: TrackEventsInput!) {\n    trackEvents(input: $input) { accepted duplicates rejected { index code field message } }\n  }\n"): (typeof documents)["\n  mutation IngestTrack($input: TrackEventsInput!) {\n    trackEvents(input: $input) { accepted duplicates rejected { index code field message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query IngestEvents($project: ID!, $filter: EventFilter) {\n    project(id: $project) {\n      events(first: 1000, filter: $filter) {\n        totalCount\n        nodes {\n          eventId type name timestamp receivedAt visitorId userId sessionId url hostname path referrer title properties\n          revenue { amount currency } source channel country region city device browser os language\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query IngestEvents($project: ID!, $filter: EventFilter) {\n    project(id: $project) {\n      events(first: 1000, filter: $filter) {\n        totalCount\n        nodes {\n          eventId type name timestamp receivedAt visitorId userId sessionId url hostname path referrer title properties\n          revenue { amount currency } source channel country region city device browser os language\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query IngestTotals($project: ID!) {\n    project(id: $project) {\n      stats(range: { preset: ALL_TIME }) { totals { visitors visits pageviews events visitDuration bounceRate } }\n    }\n  }\n"): (typeof documents)["\n  query IngestTotals($project: ID!) {\n    project(id: $project) {\n      stats(range: { preset: ALL_TIME }) { totals { visitors visits pageviews events visitDuration bounceRate } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription LiveTracked($project: ID!, $filter: EventFilter) {\n    eventTracked(projectId: $project, filter: $filter) { eventId properties }\n  }\n"): (typeof documents)["\n  subscription LiveTracked($project: ID!, $filter: EventFilter) {\n    eventTracked(projectId: $project, filter: $filter) { eventId properties }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation LiveTrack($input: TrackEventsInput!) {\n    trackEvents(input: $input) { accepted duplicates rejected { message } }\n  }\n"): (typeof documents)["\n  mutation LiveTrack($input: TrackEventsInput!) {\n    trackEvents(input: $input) { accepted duplicates rejected { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query LiveEvents($project: ID!, $filter: EventFilter) {\n    project(id: $project) { events(filter: $filter, first: 1000) { nodes { eventId } } }\n  }\n"): (typeof documents)["\n  query LiveEvents($project: ID!, $filter: EventFilter) {\n    project(id: $project) { events(filter: $filter, first: 1000) { nodes { eventId } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query LiveViewer { viewer { projects { id } } }\n"): (typeof documents)["\n  query LiveViewer { viewer { projects { id } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation LiveLogout { logout }\n"): (typeof documents)["\n  mutation LiveLogout { logout }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation LiveRevokeKey($input: RevokeApiKeyInput!) { revokeApiKey(input: $input) { apiKey { id } } }\n"): (typeof documents)["\n  mutation LiveRevokeKey($input: RevokeApiKeyInput!) { revokeApiKey(input: $input) { apiKey { id } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      query SmokeViewer { viewer { user { id } projects { id } } }\n    "): (typeof documents)["\n      query SmokeViewer { viewer { user { id } projects { id } } }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReferenceTrack($input: TrackEventsInput!) {\n    trackEvents(input: $input) { accepted duplicates rejected { message } }\n  }\n"): (typeof documents)["\n  mutation ReferenceTrack($input: TrackEventsInput!) {\n    trackEvents(input: $input) { accepted duplicates rejected { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReferenceAsk($project: ID!, $range: RangeInput!, $filter: EventFilter, $zone: TimeZone, $interval: Interval!, $by: Dimension!) {\n    project(id: $project) {\n      stats(range: $range, filter: $filter, timeZone: $zone) {\n        totals { ...ReferenceNumbers }\n        timeseries(interval: $interval) { start metrics { ...ReferenceNumbers } }\n        breakdown(by: $by, first: 1000) { value metrics { ...ReferenceNumbers } }\n        properties: breakdown(by: PROPERTY, property: \"plan\", first: 1000) { value metrics { ...ReferenceNumbers } }\n      }\n    }\n  }\n  fragment ReferenceNumbers on Metrics {\n    visitors visits pageviews events bounceRate visitDuration viewsPerVisit revenue { currency amount }\n  }\n"): (typeof documents)["\n  query ReferenceAsk($project: ID!, $range: RangeInput!, $filter: EventFilter, $zone: TimeZone, $interval: Interval!, $by: Dimension!) {\n    project(id: $project) {\n      stats(range: $range, filter: $filter, timeZone: $zone) {\n        totals { ...ReferenceNumbers }\n        timeseries(interval: $interval) { start metrics { ...ReferenceNumbers } }\n        breakdown(by: $by, first: 1000) { value metrics { ...ReferenceNumbers } }\n        properties: breakdown(by: PROPERTY, property: \"plan\", first: 1000) { value metrics { ...ReferenceNumbers } }\n      }\n    }\n  }\n  fragment ReferenceNumbers on Metrics {\n    visitors visits pageviews events bounceRate visitDuration viewsPerVisit revenue { currency amount }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation ReferenceProject($input: CreateProjectInput!) {\n        createProject(input: $input) { project { id writeKey } }\n      }\n    "): (typeof documents)["\n      mutation ReferenceProject($input: CreateProjectInput!) {\n        createProject(input: $input) { project { id writeKey } }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation Register($input: RegisterInput!) {\n    register(input: $input) {\n      accessToken\n      refreshToken\n      user { id }\n      organization { id }\n    }\n  }\n"): (typeof documents)["\n  mutation Register($input: RegisterInput!) {\n    register(input: $input) {\n      accessToken\n      refreshToken\n      user { id }\n      organization { id }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateProject($input: CreateProjectInput!) {\n    createProject(input: $input) { project { id writeKey } }\n  }\n"): (typeof documents)["\n  mutation CreateProject($input: CreateProjectInput!) {\n    createProject(input: $input) { project { id writeKey } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateApiKey($input: CreateApiKeyInput!) {\n    createApiKey(input: $input) { secret apiKey { id } }\n  }\n"): (typeof documents)["\n  mutation CreateApiKey($input: CreateApiKeyInput!) {\n    createApiKey(input: $input) { secret apiKey { id } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AccessProject($organization: ID!) {\n    createProject(input: { organizationId: $organization, name: \"hidden-mark\", domain: \"hidden-mark.example\" }) {\n      project { id writeKey }\n    }\n  }\n"): (typeof documents)["\n  mutation AccessProject($organization: ID!) {\n    createProject(input: { organizationId: $organization, name: \"hidden-mark\", domain: \"hidden-mark.example\" }) {\n      project { id writeKey }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AccessKey($input: CreateApiKeyInput!) {\n    createApiKey(input: $input) { secret apiKey { id } }\n  }\n"): (typeof documents)["\n  mutation AccessKey($input: CreateApiKeyInput!) {\n    createApiKey(input: $input) { secret apiKey { id } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AccessRevoke($id: ID!) { revokeApiKey(input: { id: $id }) { apiKey { id } } }\n"): (typeof documents)["\n  mutation AccessRevoke($id: ID!) { revokeApiKey(input: { id: $id }) { apiKey { id } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AccessDefinition($project: ID!) {\n    createEventDefinition(input: { projectId: $project, name: \"hidden-mark\", label: \"hidden-mark\" }) {\n      eventDefinition { id }\n    }\n  }\n"): (typeof documents)["\n  mutation AccessDefinition($project: ID!) {\n    createEventDefinition(input: { projectId: $project, name: \"hidden-mark\", label: \"hidden-mark\" }) {\n      eventDefinition { id }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AccessSend($project: ID!) {\n    trackEvents(input: {\n      projectId: $project\n      events: [{ name: \"hidden-mark\", visitorId: \"hidden-mark\", url: \"https://hidden-mark.example/hidden-mark\" }]\n    }) { accepted }\n  }\n"): (typeof documents)["\n  mutation AccessSend($project: ID!) {\n    trackEvents(input: {\n      projectId: $project\n      events: [{ name: \"hidden-mark\", visitorId: \"hidden-mark\", url: \"https://hidden-mark.example/hidden-mark\" }]\n    }) { accepted }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AccessStored($project: ID!) { project(id: $project) { events(first: 1) { nodes { id } } } }\n"): (typeof documents)["\n  query AccessStored($project: ID!) { project(id: $project) { events(first: 1) { nodes { id } } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query AccessEmail { viewer { user { email } } }"): (typeof documents)["query AccessEmail { viewer { user { email } } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AccessLogin($email: String!) {\n    login(input: { email: $email, password: \"a good password\" }) { accessToken }\n  }\n"): (typeof documents)["\n  mutation AccessLogin($email: String!) {\n    login(input: { email: $email, password: \"a good password\" }) { accessToken }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation AccessLogout { logout }"): (typeof documents)["mutation AccessLogout { logout }"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;