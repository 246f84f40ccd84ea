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
    "\n  mutation QuickstartRegister($input: RegisterInput!) {\n    register(input: $input) { accessToken organization { id } }\n  }\n": typeof types.QuickstartRegisterDocument,
    "\n  mutation QuickstartCreateProject($input: CreateProjectInput!) {\n    createProject(input: $input) { project { id writeKey } }\n  }\n": typeof types.QuickstartCreateProjectDocument,
    "\n  mutation QuickstartTrack($input: TrackEventsInput!) {\n    trackEvents(input: $input) { accepted duplicates rejected { index field message } }\n  }\n": typeof types.QuickstartTrackDocument,
    "\n  subscription QuickstartWatch($project: ID!) {\n    eventTracked(projectId: $project) { name path properties }\n  }\n": typeof types.QuickstartWatchDocument,
    "\n  query QuickstartAsk($project: ID!) {\n    project(id: $project) {\n      stats(range: { preset: TODAY }) {\n        totals { visitors visits pageviews events bounceRate revenue { amount currency } }\n        breakdown(by: PATH) { value metrics { visitors pageviews } }\n      }\n    }\n  }\n": typeof types.QuickstartAskDocument,
};
const documents: Documents = {
    "\n  mutation QuickstartRegister($input: RegisterInput!) {\n    register(input: $input) { accessToken organization { id } }\n  }\n": types.QuickstartRegisterDocument,
    "\n  mutation QuickstartCreateProject($input: CreateProjectInput!) {\n    createProject(input: $input) { project { id writeKey } }\n  }\n": types.QuickstartCreateProjectDocument,
    "\n  mutation QuickstartTrack($input: TrackEventsInput!) {\n    trackEvents(input: $input) { accepted duplicates rejected { index field message } }\n  }\n": types.QuickstartTrackDocument,
    "\n  subscription QuickstartWatch($project: ID!) {\n    eventTracked(projectId: $project) { name path properties }\n  }\n": types.QuickstartWatchDocument,
    "\n  query QuickstartAsk($project: ID!) {\n    project(id: $project) {\n      stats(range: { preset: TODAY }) {\n        totals { visitors visits pageviews events bounceRate revenue { amount currency } }\n        breakdown(by: PATH) { value metrics { visitors pageviews } }\n      }\n    }\n  }\n": types.QuickstartAskDocument,
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
export function graphql(source: "\n  mutation QuickstartRegister($input: RegisterInput!) {\n    register(input: $input) { accessToken organization { id } }\n  }\n"): (typeof documents)["\n  mutation QuickstartRegister($input: RegisterInput!) {\n    register(input: $input) { accessToken organization { id } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation QuickstartCreateProject($input: CreateProjectInput!) {\n    createProject(input: $input) { project { id writeKey } }\n  }\n"): (typeof documents)["\n  mutation QuickstartCreateProject($input: CreateProjectInput!) {\n    createProject(input: $input) { project { id writeKey } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation QuickstartTrack($input: TrackEventsInput!) {\n    trackEvents(input: $input) { accepted duplicates rejected { index field message } }\n  }\n"): (typeof documents)["\n  mutation QuickstartTrack($input: TrackEventsInput!) {\n    trackEvents(input: $input) { accepted duplicates rejected { index field message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription QuickstartWatch($project: ID!) {\n    eventTracked(projectId: $project) { name path properties }\n  }\n"): (typeof documents)["\n  subscription QuickstartWatch($project: ID!) {\n    eventTracked(projectId: $project) { name path properties }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query QuickstartAsk($project: ID!) {\n    project(id: $project) {\n      stats(range: { preset: TODAY }) {\n        totals { visitors visits pageviews events bounceRate revenue { amount currency } }\n        breakdown(by: PATH) { value metrics { visitors pageviews } }\n      }\n    }\n  }\n"): (typeof documents)["\n  query QuickstartAsk($project: ID!) {\n    project(id: $project) {\n      stats(range: { preset: TODAY }) {\n        totals { visitors visits pageviews events bounceRate revenue { amount currency } }\n        breakdown(by: PATH) { value metrics { visitors pageviews } }\n      }\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;