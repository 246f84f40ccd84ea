import { readFile } from 'node:fs/promises';
import {
  type GraphQLArgument,
  type GraphQLInputField,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';
import { expect, it } from 'vitest';
import { printedSchema } from '../src/http/sdl.ts';
import { schema } from '../src/schema.ts';
import { startServer } from './support/app.ts';

interface Described {
  coordinate: string;
  description: string | null | undefined;
}

const described = (of: string, items: readonly (GraphQLArgument | GraphQLInputField)[]): Described[] =>
  items.map(({ name, description }) => ({ coordinate: `${of}${name}`, description }));

/** Everything that a reader of the schema meets, by its coordinate. */
const everything = (): Described[] =>
  Object.values(schema.getTypeMap())
    .filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type))
    .flatMap((type): Described[] => {
      const { name, description } = type;
      const own = { coordinate: name, description };
      if (isEnumType(type)) {
        const values = type.getValues().map((value) => ({ coordinate: `${name}.${value.name}`, ...value }));
        return [own, ...values];
      }
      if (isInputObjectType(type)) return [own, ...described(`${name}.`, Object.values(type.getFields()))];
      if (!isObjectType(type) && !isInterfaceType(type)) return [own];
      const fields = Object.values(type.getFields()).flatMap((field) => {
        const coordinate = `${name}.${field.name}`;
        return [{ coordinate, description: field.description }, ...described(`${coordinate}.`, field.args)];
      });
      return [own, ...fields];
    });

it('is the one in schema.graphql: `npm run schema` writes it', async () => {
  const file = new URL('../schema.graphql', import.meta.url);
  expect(await readFile(file, 'utf8')).toBe(printedSchema());
});

it('is served as text, with @oneOf', async () => {
  const server = await startServer();
  const response = await fetch(`${server.url}/schema.graphql`);
  expect([response.status, response.headers.get('content-type')]).toEqual([
    200,
    'application/graphql; charset=utf-8',
  ]);
  const text = await response.text();
  expect(text).toBe(printedSchema());
  expect(text).toContain('input RangeInput @oneOf');
  await server.close();
});

it('says of everything what it is', () => {
  const all = everything();
  expect(all.length).toBeGreaterThan(300);
  expect(all.filter(({ description }) => !description?.trim()).map(({ coordinate }) => coordinate)).toEqual(
    [],
  );
});

it('says it in whole sentences, and of nothing that it is to come', () => {
  const unfinished = everything().filter(
    ({ description }) =>
      /\b(todo|tbd|fixme|xxx|wip|not yet|for now|coming soon)\b/i.test(description ?? '') ||
      !/[.`]$/.test(description?.trim() ?? ''),
  );
  expect(unfinished).toEqual([]);
});
