import {
  createSourceEventStream,
  type ExecutionArgs,
  type ExecutionResult,
  type FieldNode,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  getArgumentValues,
  getDirectiveValues,
  getOperationAST,
  getVariableValues,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { isAsyncIterable, type Plugin } from 'graphql-yoga';
import type { Context } from '../context.ts';
import { projectNumber } from '../ids.ts';
import { LiveQuery } from './question.ts';

type Subscribed = AsyncIterable<ExecutionResult> | ExecutionResult | Bare;

/** Asked for by a transport that can send answers of live queries as they are. */
export interface Barely {
  bare?: true;
}

/** The answers of a live query without the layers that Yoga puts around a stream: they are masked, and ready to be sent. */
export class Bare {
  readonly results: AsyncIterable<ExecutionResult>;

  constructor(results: AsyncIterable<ExecutionResult>) {
    this.results = results;
  }
}

/** Shares the executions of live queries, and ends every subscription with the right to it; over any transport. */
export function watchSubscriptions(): Plugin<Context & Barely> {
  return {
    onSubscribe({ args, subscribeFn, setSubscribeFn }) {
      const { hub, viewer, bare } = args.contextValue;
      setSubscribeFn(async (): Promise<Subscribed> => {
        const field = rootField(args);
        const isLive = field?.name.value === 'stats';
        const subscribed = isLive ? await liveAnswers(args) : ((await subscribeFn(args)) as Subscribed);
        if (!isAsyncIterable(subscribed)) return subscribed;
        const guarded = hub.guard.stream({ viewer, projectId: projectOf(args, field) }, subscribed);
        return isLive && bare ? new Bare(guarded) : guarded;
      });
    },
  };
}

async function liveAnswers(args: ExecutionArgs & { contextValue: Context }): Promise<Subscribed> {
  const source = await createSourceEventStream(args);
  if (source instanceof LiveQuery) return args.contextValue.hub.answers(source, args);
  return source as Subscribed;
}

/** Whether a selection counts. A variable cannot decide it here: then the subscription is not valid. */
const isSelected = (selection: SelectionNode): boolean =>
  getDirectiveValues(GraphQLSkipDirective, selection)?.if !== true &&
  getDirectiveValues(GraphQLIncludeDirective, selection)?.if !== false;

/** The one field of a valid subscription. */
function rootField({ document, operationName }: ExecutionArgs): FieldNode | null {
  const first = ({ selections }: SelectionSetNode): FieldNode | null => {
    for (const selection of selections) {
      if (!isSelected(selection)) continue;
      if (selection.kind === Kind.FIELD) return selection;
      const { selectionSet } =
        selection.kind === Kind.INLINE_FRAGMENT ? selection : (fragmentOf(selection.name.value) ?? {});
      const found = selectionSet && first(selectionSet);
      if (found) return found;
    }
    return null;
  };
  const fragmentOf = (name: string) =>
    document.definitions.find(
      (definition) => definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === name,
    ) as { selectionSet: SelectionSetNode } | undefined;
  const operation = getOperationAST(document, operationName);
  return operation ? first(operation.selectionSet) : null;
}

/** The project that a subscription is about. */
function projectOf(
  { schema, document, operationName, variableValues }: ExecutionArgs,
  field: FieldNode | null,
) {
  const definition = field && schema.getSubscriptionType()?.getFields()[field.name.value];
  const operation = getOperationAST(document, operationName);
  if (!definition || !operation) return null;
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variableValues ?? {});
  const { projectId } = getArgumentValues(definition, field, coerced);
  return projectNumber(String(projectId));
}
