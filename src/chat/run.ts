import { coerceInputValue, GraphQLError, type GraphQLInputType, isInputType } from 'graphql';
import type { Viewer } from '../accounts/viewer.ts';
import type { Context } from '../context.ts';
import { allFacts, factsOfAnswer, factsOfVariables } from '../evidence/facts.ts';
import { at } from '../http/rest/coordinates.ts';
import { projectGlobalId } from '../ids.ts';
import type { ToolCall } from '../llm/llm.ts';
import { type Comparison, compareWith } from '../stats/comparison.ts';
import { type Range, type RangeInput, resolveRange } from '../stats/range.ts';
import { clockOf } from '../stats/schema.ts';
import type { Project } from '../store/generated/client/client.ts';
import { QUESTIONS, type Question } from './questions.ts';
import { shownAnswer } from './shown.ts';
import { type Source, sourceOf } from './source.ts';

/** Characters of a result; more is not read with care, and every step is paid for it again. */
const LONGEST_RESULT = 24_000;
const MOST_EVENTS = 50;

/** What came of a call. */
export interface Run {
  /** What the model is told. */
  text: string;
  /** Null where nothing was asked: the arguments were wrong. */
  source: Source | null;
  question: string;
  variables: Record<string, unknown>;
}

export type Asking = Pick<Context, 'ask' | 'now' | 'store' | 'caller'> & { project: Project; viewer: Viewer };

/** Runs a call as the viewer, on the one project. What is wrong with it is told to the model, which can mend it. */
export async function runCall(call: ToolCall, asking: Asking): Promise<Run> {
  const wrong = (text: string): Run => ({
    text: JSON.stringify({ error: text }),
    source: null,
    question: call.name,
    variables: {},
  });
  const question = QUESTIONS.find(({ name }) => name === call.name);
  if (!question) return wrong(`There is no tool ${call.name}.`);
  try {
    const given = givenOf(call.arguments, question);
    const { variables, spans, timeZone } = await variablesOf(question, given, asking);
    const data = await asking.ask<{ project: Record<string, unknown> | null }>(
      question.document,
      variables,
      asking.viewer,
      asking.caller,
    );
    if (!data.project) return wrong('The project may not be read any more.');
    const answer = shownAnswer(data.project, { timeZone, by: given.by });
    const text = JSON.stringify(answer);
    if (text.length > LONGEST_RESULT)
      return wrong('The answer is too long: ask for fewer rows, a longer interval or a shorter range.');
    const facts = allFacts([factsOfAnswer(answer, timeZone), { ...factsOfVariables(variables, timeZone) }]);
    const source = sourceOf(question.document, variables, answer, {
      ...facts,
      spans: [...facts.spans, ...spans],
    });
    return { text, source, question: question.name, variables };
  } catch (error) {
    // Unexpected errors are masked by then; what is left says what is wrong with the arguments.
    if (error instanceof GraphQLError) return wrong(error.message);
    throw error;
  }
}

type Given = Record<string, unknown>;

function givenOf(sent: unknown, { name, arguments: known, required = [] }: Question): Given {
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent))
    throw new GraphQLError(`The arguments of ${name} are a JSON object.`);
  const given = Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== null));
  for (const argument of Object.keys(given))
    if (!Object.hasOwn(known, argument))
      throw new GraphQLError(`${name} has no argument ${argument}: it has ${Object.keys(known).join(', ')}.`);
  for (const argument of required)
    if (given[argument] === undefined) throw new GraphQLError(`${name} needs the argument ${argument}.`);
  if (name === 'events' && typeof given.first === 'number')
    return { ...given, first: Math.min(given.first, MOST_EVENTS) };
  return given;
}

/** The variables, with ranges that mean the same tomorrow. */
async function variablesOf(question: Question, given: Given, { project, now, store }: Asking) {
  const { range, compare, newVisitors: _switch, ...rest } = given;
  const timeZone = (coerced('Project.stats.timeZone', given.timeZone) as string) ?? project.timeZone;
  const clock = clockOf({ now, store });
  const input = coerced('Project.stats.range', range) as RangeInput | undefined;
  const fallback: RangeInput = { preset: question.name === 'events' ? 'ALL_TIME' : 'LAST_30_DAYS' };
  const asked = await resolveRange(input ?? fallback, {
    now: clock.now,
    zone: timeZone,
    firstVisit: () => clock.firstVisit(project.id),
  });
  const isRanged = 'range' in question.arguments;
  const comparison = coerced('Project.stats.compare', compare) as Comparison | undefined;
  const before = comparison
    ? compareWith({ range: asked, input: input ?? fallback, zone: timeZone, now: clock.now }, comparison)
    : null;
  return {
    timeZone,
    // As long as it was asked for: "the last 7 days" have not ended yet.
    spans: isRanged ? [(asked.end - asked.start) / 1000] : [],
    variables: {
      ...rest,
      project: projectGlobalId(project.id),
      ...(isRanged ? { range: between(upTo(asked, clock.now)) } : {}),
      ...(before ? { previous: between(before) } : {}),
      ...question.variables?.(given),
      // There is nothing to compare with before the year 1.
      ...(comparison && !before ? { compared: false } : {}),
    },
  };
}

/** Without what is still to come, which would be other numbers later. */
const upTo = ({ start, end }: Range, now: number): Range => ({
  start,
  end: start < now ? Math.min(end, now) : end,
});

const between = ({ start, end }: Range) => ({
  between: { start: new Date(start).toISOString(), end: new Date(end).toISOString() },
});

function coerced(coordinate: string, value: unknown): unknown {
  const { type } = at(coordinate);
  return value === undefined || !isInputType(type)
    ? undefined
    : coerceInputValue(value, type as GraphQLInputType, (path, _invalid, error) => {
        const place = path.length > 0 ? ` (${path.join('.')})` : '';
        throw new GraphQLError(`${coordinate.split('.').at(-1)}${place}: ${error.message}`);
      });
}
