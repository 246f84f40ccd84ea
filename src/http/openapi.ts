import { type GraphQLInputType, isInputType } from 'graphql';
import { httpStatus } from '../errors.ts';
import { ACTIONS, type Action, documentOf } from './rest/actions.ts';
import { at } from './rest/coordinates.ts';
import { answerSchema, inputSchema, type JsonSchema } from './rest/json-schema.ts';
import { QUESTIONS, type Question, TESTS } from './rest/questions.ts';

// Made of the documents that REST runs and of the GraphQL schema, descriptions included: it cannot say anything else.

let made: object | undefined;

/** The OpenAPI 3.1 description of REST. */
export function openApi(): object {
  made ??= describe();
  return made;
}

function describe(): object {
  const schemas: Record<string, JsonSchema> = { Error: ERROR };
  const paths: Record<string, Record<string, unknown>> = Object.fromEntries(
    Object.entries(QUESTIONS).map(([path, question]) => [path, { get: getOperation(question, schemas) }]),
  );
  for (const [path, action] of Object.entries(ACTIONS))
    paths[path] = { post: actionOperation(action, schemas) };
  paths['/api/events'] = { ...paths['/api/events'], post: postOperation(schemas) };
  return {
    openapi: '3.1.0',
    info: {
      title: 'Pulsegraph',
      version: '1',
      license: { name: 'MIT', identifier: 'MIT' },
      description:
        'The small part of the GraphQL API at /graphql that is also there as REST. Each GET runs a GraphQL document, and answers with what GraphQL does.',
    },
    servers: [{ url: '/' }],
    security: [{ bearer: [] }],
    paths,
    components: {
      schemas,
      securitySchemes: {
        bearer: {
          type: 'http',
          scheme: 'bearer',
          description: 'An API key (sk_…), or the access token of a user.',
        },
      },
      responses: {
        Error: { description: 'What is wrong, and how to mend it.', content: json(reference('Error')) },
      },
    },
  };
}

const json = (content: JsonSchema) => ({ 'application/json': { schema: content } });
const reference = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` });
const REFUSED = {
  '4XX': { $ref: '#/components/responses/Error' },
  '5XX': { $ref: '#/components/responses/Error' },
};

const ERROR: JsonSchema = {
  type: 'object',
  properties: {
    error: {
      type: 'object',
      properties: {
        code: { type: 'string', enum: [...Object.keys(httpStatus), 'INTERNAL_SERVER_ERROR'] },
        message: { type: 'string', description: 'For people.' },
        field: { type: 'string', description: 'The parameter or field to mend.' },
        retryAfter: { type: 'integer', description: 'Seconds to wait, as in the header Retry-After.' },
      },
      required: ['code', 'message'],
    },
  },
  required: ['error'],
};

function getOperation(
  { operationId, summary, document, parameters }: Question,
  schemas: Record<string, JsonSchema>,
) {
  return {
    operationId,
    summary,
    parameters: Object.entries(parameters).map(([name, coordinate]) =>
      parameterOf(name, coordinate, schemas),
    ),
    responses: { 200: { description: 'The answer.', content: json(answerSchema(document)) }, ...REFUSED },
  };
}

function parameterOf(name: string, coordinate: string, schemas: Record<string, JsonSchema>): object {
  const { description } = at(coordinate);
  const parameter = { name, in: 'query' };
  if (name === 'project')
    return {
      ...parameter,
      description: `${description} An API key knows its own.`,
      schema: { type: 'string' },
    };
  const value = inputSchema(inputType(coordinate), schemas);
  if (name === 'filter') return { ...parameter, description, content: json(value) };
  if (!TESTS.includes(name)) return { ...parameter, description, schema: value };
  return {
    ...parameter,
    description: `${description} Sent more than once: one of these.`,
    schema: { type: 'array', items: inputSchema(inputType(`${typeOf(coordinate)}.eq`), schemas) },
  };
}

function inputType(coordinate: string): GraphQLInputType {
  const { type } = at(coordinate);
  if (!isInputType(type)) throw new Error(`${coordinate} is not sent`);
  return type;
}

const typeOf = (coordinate: string): string => String(at(coordinate).type);

function actionOperation(action: Action, schemas: Record<string, JsonSchema>): object {
  const { operationId, summary, mutation } = action;
  return {
    operationId,
    summary,
    description: at(mutation).description,
    requestBody: { required: true, content: json(inputSchema(inputType(`${mutation}.input`), schemas)) },
    responses: {
      200: { description: 'The answer.', content: json(answerSchema(documentOf(action))) },
      ...REFUSED,
    },
  };
}

function postOperation(schemas: Record<string, JsonSchema>): object {
  return {
    operationId: 'sendEvents',
    summary: 'Sends events',
    description: at('Mutation.trackEvents').description,
    security: [{ bearer: [] }, {}],
    requestBody: {
      required: true,
      content: json(inputSchema(inputType('Mutation.trackEvents.input'), schemas)),
    },
    responses: {
      202: {
        description: 'What became of the events.',
        content: json(
          answerSchema(`mutation ($input: TrackEventsInput!) {
            answer: trackEvents(input: $input) {
              accepted duplicates durability rejected { index code field message }
            }
          }`),
        ),
      },
      ...REFUSED,
    },
  };
}
