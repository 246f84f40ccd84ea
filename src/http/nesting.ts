import { getOperationAST } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { failure } from '../errors.ts';
import { MAX_NESTING } from '../limits.ts';
import { isTrackEvents } from './cost.ts';

/**
 * Refuses variables that are nested so deeply that what goes through them would run out of stack. Events are read one by
 * one (src/ingest/input.ts): one that is nested too deeply is rejected alone.
 */
export function limitNesting(): Plugin {
  return {
    onValidate({ params: { documentAST }, context: { params } }) {
      return ({ valid }) => {
        if (valid && !isTrackEvents(getOperationAST(documentAST, params.operationName)))
          checkNesting(params.variables);
      };
    },
  };
}

function checkNesting(variables: unknown): void {
  let level: object[] = isObject(variables) ? [variables] : [];
  for (let depth = 1; level.length > 0; depth++) {
    if (depth > MAX_NESTING) {
      throw failure('BAD_USER_INPUT', `Variables are nested ${MAX_NESTING} levels deep at most.`, {
        field: 'variables',
        http: { status: 400, spec: true },
      });
    }
    level = level.flatMap((value) => Object.values(value).filter(isObject));
  }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
