import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { withDatabase } from './database.ts';

/** What tests make in their Postgres beside the databases that they clone. */
export interface Scratch {
  /** The URL of a new, empty database. */
  emptyDatabase(): Promise<string>;
  /** The name of a new role with the password `right`, which may connect and nothing else. */
  poorRole(): Promise<string>;
  /** Removes all of it. */
  drop(): Promise<void>;
}

/** Begins with nothing; TEST_DATABASE_URL says where. */
export function createScratch(): Scratch {
  const admin = process.env.TEST_DATABASE_URL ?? '';
  const cleanUp: string[] = [];
  const newName = () => `test_${randomBytes(6).toString('hex')}`;
  return {
    async emptyDatabase() {
      const name = newName();
      await query(admin, `create database ${name}`);
      cleanUp.push(`drop database ${name} with (force)`);
      return withDatabase(admin, name);
    },
    async poorRole() {
      const name = newName();
      await query(admin, `create role ${name} login password 'right'`);
      cleanUp.push(`drop role ${name}`);
      return name;
    },
    async drop() {
      for (const statement of cleanUp.reverse()) await query(admin, statement);
    },
  };
}

/** Runs one statement on a connection of its own. */
export async function query(url: string, statement: string): Promise<pg.QueryResult> {
  const client = new pg.Client(url);
  await client.connect();
  return client.query(statement).finally(() => client.end());
}

/** Whether a Postgres lets everybody in, given a URL with a wrong password. */
export const asksForNoPasswords = (wrong: string): Promise<boolean> =>
  query(wrong, 'select').then(
    () => true,
    () => false,
  );

/** The URL for another user. */
export function withUser(url: string, user: string, password: string): string {
  return Object.assign(new URL(url), { username: user, password }).href;
}
