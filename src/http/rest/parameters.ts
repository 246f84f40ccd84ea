import { GraphQLInt, getNullableType, isListType } from 'graphql';
import { badInput } from '../../errors.ts';
import { at } from './coordinates.ts';
import { type Question, TESTS, type Values } from './questions.ts';

/** The values of a query string, each as its type has it. BAD_USER_INPUT for a parameter that there is none of. */
export function valuesOf(query: URLSearchParams, { parameters }: Question): Values {
  const values: Record<string, unknown> = {};
  for (const name of new Set(query.keys())) {
    // A misspelt filter would else answer something else than was asked.
    const coordinate = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    if (coordinate === undefined)
      throw badInput(name, `There is no parameter ${name}: /openapi.json has them all.`);
    const sent = query.getAll(name);
    const [text = ''] = sent;
    const type = getNullableType(at(coordinate).type);
    if (TESTS.includes(name) || isListType(type)) values[name] = sent;
    else if (sent.length > 1) throw badInput(name, `${name} is sent once.`);
    else if (name === 'filter') values[name] = filterOf(text);
    else values[name] = type === GraphQLInt ? integerOf(name, text) : text;
  }
  return values;
}

/** The variables of a question's document. */
export function variablesOf(question: Question, values: Values): Record<string, unknown> {
  const { project, filter, preset, last, start, end, from, to } = values;
  const between = start === undefined && end === undefined ? undefined : present({ start, end });
  const days = from === undefined && to === undefined ? undefined : present({ from, to });
  const range = present({ preset, last, between, days });
  const tests = Object.fromEntries(
    TESTS.flatMap((name) => {
      const sent = values[name];
      return Array.isArray(sent) ? [[name, sent.length === 1 ? { eq: sent[0] } : { in: sent }]] : [];
    }),
  );
  const tested = Object.keys(tests).length > 0;
  return present({
    project,
    // More than one way to say the range is for GraphQL to refuse.
    range: Object.keys(range).length > 0 ? range : undefined,
    filter: tested && filter !== undefined ? { and: [filter, tests] } : tested ? tests : filter,
    ...question.variables(values),
  });
}

/** Without what is absent: GraphQL takes defaults for that only. */
const present = (values: Values): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

function integerOf(name: string, text: string): number {
  if (!/^-?\d{1,15}$/.test(text)) throw badInput(name, `${name} is a whole number.`);
  return Number(text);
}

function filterOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badInput('filter', 'filter is an EventFilter as JSON, such as {"path":{"startsWith":"/blog/"}}.');
  }
}
