import type { IncomingMessage } from 'node:http';
import { GraphQLError } from 'graphql';
import type { GraphQLParams, Plugin } from 'graphql-yoga';
import { type ErrorCode, httpStatus } from '../errors.ts';
import { ClientLeft, readText } from './rest/body.ts';

// What a request over HTTP has to be, to be an operation: JSON in a POST, or the query string of a GET. Forms and text are
// what a page of any site can send without asking first, so they are no operations.

/** Reads the parameters of requests, with an error that says what is missing where they have none. */
export function readParams(): Plugin<object, { req: IncomingMessage }> {
  return {
    onRequestParse({ request, url, serverContext, setRequestParser, endResponse, fetchAPI }) {
      if (request.method === 'GET') setRequestParser(() => checked(paramsOfQuery(url.searchParams)));
      if (request.method !== 'POST') return;
      if (JSON_TYPE.test(request.headers.get('content-type') ?? ''))
        return setRequestParser(async () => checked(await paramsOfBody(serverContext.req)));
      const message = 'Send the operation as JSON, with `Content-Type: application/json`.';
      const errors = [{ message, extensions: { code: 'BAD_REQUEST' } }];
      endResponse(
        new fetchAPI.Response(JSON.stringify({ errors }), {
          status: 415,
          headers: { 'content-type': 'application/json; charset=utf-8', 'accept-post': 'application/json' },
        }),
      );
    },
  };
}

const JSON_TYPE = /^\s*application\/(?:graphql\+)?json\s*(?:[;,]|$)/i;

async function paramsOfBody(request: IncomingMessage): Promise<unknown> {
  let text: string;
  try {
    text = await readText(request);
  } catch (error) {
    // Yoga knows it as the end of a request, and answers nothing.
    if (error instanceof ClientLeft) throw new DOMException('the client left', 'AbortError');
    if (!(error instanceof GraphQLError)) throw error;
    const { code, status = httpStatus[code as ErrorCode], ...extensions } = error.extensions;
    const headers = extensions.retryAfter ? { 'retry-after': String(extensions.retryAfter) } : {};
    throw new GraphQLError(error.message, {
      extensions: { code, ...extensions, http: { status: Number(status), headers } },
    });
  }
  return parsed(text, 'The body is not JSON.');
}

function paramsOfQuery(query: URLSearchParams): unknown {
  const json = (name: string) => {
    const text = query.get(name);
    return text ? parsed(text, `The parameter ${name} is not JSON.`) : undefined;
  };
  return {
    query: query.get('query') || undefined,
    operationName: query.get('operationName') || undefined,
    variables: json('variables'),
    extensions: json('extensions'),
  };
}

function parsed(text: string, message: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest(message);
  }
}

/** Yoga checks the rest. */
function checked(params: unknown): GraphQLParams {
  if (typeof params !== 'object' || params === null || Array.isArray(params))
    throw badRequest('A request is one JSON object with `query`.');
  const { query } = params as { query?: unknown };
  if (isPersisted(params)) throw persistedQueryNotSupported();
  if (typeof query !== 'string' || query === '')
    throw badRequest('The parameter `query` has to be the text of a GraphQL document.');
  return params as GraphQLParams;
}

/** Whether a request has the hash of a document in place of the document. */
export const isPersisted = ({ query, extensions }: { query?: unknown; extensions?: unknown }): boolean =>
  !query && (extensions as { persistedQuery?: unknown } | null | undefined)?.persistedQuery != null;

/** What clients of automatic persisted queries know by its message or its code: they send the document instead. */
export const persistedQueryNotSupported = (): GraphQLError =>
  new GraphQLError('PersistedQueryNotSupported', {
    extensions: { code: 'PERSISTED_QUERY_NOT_SUPPORTED', http: { status: 400, spec: true } },
  });

const badRequest = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'BAD_REQUEST', http: { status: 400 } } });
