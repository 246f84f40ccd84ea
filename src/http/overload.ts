import type { ExecutionResult, GraphQLError } from 'graphql';
import { isAsyncIterable, type Plugin } from 'graphql-yoga';
import { RETRY_AFTER } from '../errors.ts';

/** Says by status and header, too, that a request is to be sent again where nothing of it was answered. */
export function tellOverload(): Plugin {
  return {
    onExecutionResult({ result, setResult }) {
      if (!result || isAsyncIterable(result) || Array.isArray(result)) return;
      const { data, errors, extensions } = result as ExecutionResult;
      const overload = errors?.find(isOverload);
      if (!overload || Object.values(data ?? {}).some((value) => value !== null)) return;
      const retryAfter = String(overload.extensions.retryAfter ?? RETRY_AFTER);
      const http = { status: 503, headers: { 'retry-after': retryAfter } };
      setResult({ ...result, extensions: { ...extensions, http } } as typeof result);
    },
  };
}

const isOverload = ({ extensions }: GraphQLError): boolean => extensions?.code === 'OVERLOADED';
