import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { type DocumentNode, print } from 'graphql';
import { pino } from 'pino';
import { type App, type AppOptions, createApp } from '../../src/app.ts';
import { createDatabase } from './database.ts';

/** A clock that only the test moves. */
export class Clock {
  at = Date.parse('2026-11-21T12:00:00Z');
  now = (): number => this.at;
  set(instant: string): void {
    this.at = Date.parse(instant);
  }
  pass(milliseconds: number): void {
    this.at += milliseconds;
  }
}

export interface GraphqlAnswer<T> {
  status: number;
  data: T | null;
  errors: { message: string; path?: (string | number)[]; extensions?: Record<string, unknown> }[];
}

export interface TestServer {
  app: App;
  url: string;
  /** The URL of the server's own database, for what looks at the tables or starts processes beside it. */
  databaseUrl: string;
  clock: Clock;
  /** Asks over HTTP; `authorization` is a token or key. Returns errors instead of throwing them. */
  ask<T, V>(
    document: TypedDocumentNode<T, V> | DocumentNode | string,
    variables?: V,
    authorization?: string,
    headers?: Record<string, string>,
  ): Promise<GraphqlAnswer<T>>;
  /** As `ask`, where no error is expected: throws on any. */
  get<T, V>(
    document: TypedDocumentNode<T, V> | DocumentNode | string,
    variables?: V,
    authorization?: string,
    headers?: Record<string, string>,
  ): Promise<T>;
  close(): Promise<void>;
}

/** The real server on a free port of 127.0.0.1, with a database of its own. Close it in afterAll. */
export async function startServer(options: Partial<AppOptions> = {}): Promise<TestServer> {
  const database = await createDatabase();
  const clock = new Clock();
  const app = createApp({
    store: database.store,
    log: pino({ level: 'silent' }),
    jwtSecret: 'a secret that only the tests know, of 32 characters',
    tracker: { serve: (_request, response) => void response.writeHead(404).end() },
    now: clock.now,
    ...options,
  });
  const url = `http://127.0.0.1:${await app.listen(0, '127.0.0.1')}`;

  const ask: TestServer['ask'] = async (document, variables, authorization, headers = {}) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(authorization ? { authorization: `Bearer ${authorization}` } : {}),
        ...headers,
      },
      body: JSON.stringify({ query: typeof document === 'string' ? document : print(document), variables }),
    });
    const body = (await response.json()) as { data?: never; errors?: GraphqlAnswer<never>['errors'] };
    return { status: response.status, data: body.data ?? null, errors: body.errors ?? [] };
  };

  return {
    app,
    url,
    databaseUrl: database.url,
    clock,
    ask,
    get: async (document, variables, authorization, headers) => {
      const { data, errors } = await ask(document, variables, authorization, headers);
      if (errors.length > 0 || data === null) throw new Error(`unexpected errors: ${JSON.stringify(errors)}`);
      return data;
    },
    close: async () => {
      await app.drain();
      await database.drop();
    },
  };
}
