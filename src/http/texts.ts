import { type DocumentNode, getOperationAST, Kind, type ValueNode, visit } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { badInput } from '../errors.ts';
import { isStorableText } from '../text.ts';
import { isTrackEvents } from './cost.ts';

/**
 * Refuses an operation with a text that Postgres cannot keep, wherever in its literals and variables: no argument has to
 * think of it. Events are read one by one (src/ingest/input.ts): what describes a page is mended there.
 */
export function refuseTexts(): Plugin {
  return {
    onValidate({ params: { documentAST }, context: { params } }) {
      return ({ valid }) => {
        if (!valid) return;
        const { operationName, variables } = params as Params;
        const tracking = isTrackEvents(getOperationAST(documentAST, operationName));
        const field = fieldInDocument(documentAST) ?? (tracking ? null : fieldIn(variables ?? {}, null));
        if (field !== null)
          throw badInput(field, 'A text cannot have the character U+0000 or half a surrogate pair.');
      };
    },
  };
}

interface Params {
  operationName?: string | null;
  variables?: Record<string, unknown> | null;
}

const under = (path: string | null, name: string | number): string =>
  path === null ? String(name) : `${path}.${name}`;

/** The path of the first text in a value that cannot be kept; null where there is none. */
function fieldIn(value: unknown, path: string | null): string | null {
  if (typeof value === 'string') return isStorableText(value) ? null : path;
  if (typeof value !== 'object' || value === null) return null;
  for (const [name, part] of Object.entries(value)) {
    const found = isStorableText(name) ? fieldIn(part, under(path, name)) : path;
    if (found !== null) return found;
  }
  return null;
}

const known = new WeakMap<DocumentNode, string | null>();

/** The same of a document's literals, which is looked for once. */
function fieldInDocument(document: DocumentNode): string | null {
  const former = known.get(document);
  if (former !== undefined) return former;
  let field: string | null = null;
  visit(document, {
    Field: ({ name }) => (name.value === 'trackEvents' ? false : undefined),
    Argument({ name, value }) {
      field ??= fieldInLiteral(value, name.value);
    },
    VariableDefinition({ variable, defaultValue }) {
      if (defaultValue) field ??= fieldInLiteral(defaultValue, variable.name.value);
    },
  });
  known.set(document, field);
  return field;
}

function fieldInLiteral(literal: ValueNode, path: string): string | null {
  if (literal.kind === Kind.STRING) return isStorableText(literal.value) ? null : path;
  const parts =
    literal.kind === Kind.LIST
      ? literal.values.map((value, index) => fieldInLiteral(value, under(path, index)))
      : literal.kind === Kind.OBJECT
        ? literal.fields.map(({ name, value }) => fieldInLiteral(value, under(path, name.value)))
        : [];
  return parts.find((found) => found !== null) ?? null;
}
