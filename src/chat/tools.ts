import { getNamedType, isInputType } from 'graphql';
import { at } from '../http/rest/coordinates.ts';
import { inputSchema, type JsonSchema } from '../http/rest/json-schema.ts';
import type { Tool } from '../llm/llm.ts';
import { QUESTIONS, type Question } from './questions.ts';

// Persons are nothing that a model asks about.
const PERSONAL = ['visitorId', 'userId', 'sessionId'];
// Names mostly say what they are; described, filters would be most of every request.
const DESCRIBED: Record<string, readonly string[]> = {
  EventFilter: ['name', 'country', 'device', 'referrer', 'channel', 'not'],
  StringFilter: ['isNull'],
  PropertyFilter: ['key', 'eq'],
  EventTypeFilter: [],
  EventMatch: ['name'],
};

let made: readonly Tool[] | undefined;

/** The tools of the questions; made once, when the schema is whole. */
export function tools(): readonly Tool[] {
  made ??= QUESTIONS.map(toolOf);
  return made;
}

function toolOf({ name, description, arguments: coordinates, required = [] }: Question): Tool {
  const $defs: Record<string, JsonSchema> = {};
  const properties = Object.fromEntries(
    Object.entries(coordinates).map(([argument, coordinate]) => [
      argument,
      argumentSchema(coordinate, $defs),
    ]),
  );
  for (const [type, definition] of Object.entries($defs)) simplify(type, definition);
  const parameters = { type: 'object', properties, required, additionalProperties: false, $defs };
  return {
    name,
    description,
    parameters: JSON.parse(JSON.stringify(parameters).replaceAll('#/components/schemas/', '#/$defs/')),
  };
}

/** A field that is only asked for or not is a switch. */
function argumentSchema(coordinate: string, $defs: Record<string, JsonSchema>): JsonSchema {
  const { type, description } = at(coordinate);
  const schema = isInputType(type) && getNamedType(type) ? inputSchema(type, $defs) : { type: 'boolean' };
  return { ...schema, description };
}

function simplify(type: string, definition: JsonSchema): void {
  const properties = definition.properties as Record<string, JsonSchema>;
  for (const name of PERSONAL) delete properties[name];
  const described = DESCRIBED[type];
  if (!described) return;
  for (const [name, property] of Object.entries(properties))
    if (!described.includes(name)) delete property.description;
}
