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
    "\n      query SmokeViewer { viewer { user { id } projects { id } } }\n    ": typeof types.SmokeViewerDocument,
    "\n  mutation ReferenceTrack($input: TrackEventsInput!) {\n    trackEvents(input: $input) { accepted duplicates rejected { message } }\n  }\n": typeof types.ReferenceTrackDocument,
    "\n  query ReferenceAsk($project: ID!, $range: RangeInput!, $filter: EventFilter, $zone: TimeZone, $interval: Interval!, $by: Dimension!) {\n    project(id: $project) {\n      stats(range: $range, filter: $filter, timeZone: $zone) {\n        totals { ...ReferenceNumbers }\n        timeseries(interval: $interval) { start metrics { ...ReferenceNumbers } }\n        breakdown(by: $by, first: 1000) { value metrics { ...ReferenceNumbers } }\n        properties: breakdown(by: PROPERTY, property: \"plan\", first: 1000) { value metrics { ...ReferenceNumbers } }\n      }\n    }\n  }\n  fragment ReferenceNumbers on Metrics {\n    visitors visits pageviews events bounceRate visitDuration viewsPerVisit revenue { currency amount }\n  }\n": typeof types.ReferenceAskDocument,
    "\n      mutation ReferenceProject($input: CreateProjectInput!) {\n        createProject(input: $input) { project { id writeKey } }\n      }\n    ": typeof types.ReferenceProjectDocument,
    "\n  mutation Register($input: RegisterInput!) {\n    register(input: $input) {\n      accessToken\n      refreshToken\n      user { id }\n      organization { id }\n    }\n  }\n": typeof types.RegisterDocument,
    "\n  mutation CreateProject($input: CreateProjectInput!) {\n    createProject(input: $input) { project { id writeKey } }\n  }\n": typeof types.CreateProjectDocument,
    "\n  mutation CreateApiKey($input: CreateApiKeyInput!) {\n    createApiKey(input: $input) { secret apiKey { id } }\n  }\n": typeof types.CreateApiKeyDocument,
};
const documents: Documents = {
    "\n      query SmokeViewer { viewer { user { id } projects { id } } }\n    ": types.SmokeViewerDocument,
    "\n  mutation ReferenceTrack($input: TrackEventsInput!) {\n    trackEvents(input: $input) { accepted duplicates rejected { message } }\n  }\n": types.ReferenceTrackDocument,
    "\n  query ReferenceAsk($project: ID!, $range: RangeInput!, $filter: EventFilter, $zone: TimeZone, $interval: Interval!, $by: Dimension!) {\n    project(id: $project) {\n      stats(range: $range, filter: $filter, timeZone: $zone) {\n        totals { ...ReferenceNumbers }\n        timeseries(interval: $interval) { start metrics { ...ReferenceNumbers } }\n        breakdown(by: $by, first: 1000) { value metrics { ...ReferenceNumbers } }\n        properties: breakdown(by: PROPERTY, property: \"plan\", first: 1000) { value metrics { ...ReferenceNumbers } }\n      }\n    }\n  }\n  fragment ReferenceNumbers on Metrics {\n    visitors visits pageviews events bounceRate visitDuration viewsPerVisit revenue { currency amount }\n  }\n": types.ReferenceAskDocument,
    "\n      mutation ReferenceProject($input: CreateProjectInput!) {\n        createProject(input: $input) { project { id writeKey } }\n      }\n    ": types.ReferenceProjectDocument,
    "\n  mutation Register($input: RegisterInput!) {\n    register(input: $input) {\n      accessToken\n      refreshToken\n      user { id }\n      organization { id }\n    }\n  }\n": types.RegisterDocument,
    "\n  mutation CreateProject($input: CreateProjectInput!) {\n    createProject(input: $input) { project { id writeKey } }\n  }\n": types.CreateProjectDocument,
    "\n  mutation CreateApiKey($input: CreateApiKeyInput!) {\n    createApiKey(input: $input) { secret apiKey { id } }\n  }\n": types.CreateApiKeyDocument,
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

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;