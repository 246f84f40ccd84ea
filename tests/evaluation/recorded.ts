import { resultsIn } from '../support/chat.ts';
import type { LlmServer, Received, Scripted } from '../support/llm-server.ts';
import recorded from './recorded.json' with { type: 'json' };

// Replies of a model. What it says has the places of numbers instead of the numbers: {stats.totals.visits}, with a form
// after a colon (:% as a percentage), and rows by what they are: {stats.breakdown[value=DE].metrics.visitors}.

type Reply = { calls: { name: string; arguments: object }[] } | { text: string } | { sentences: string[] };

const REPLIES = recorded as Record<string, Reply[]>;

/** Has the server answer as the model did. */
export function replay(server: LlmServer, id: string): void {
  const replies = REPLIES[id];
  if (!replies) throw new Error(`nothing is recorded for ${id}`);
  server.reset();
  let results: Record<string, unknown>[] = [];
  server.script(
    ...replies.map((reply) => (received: Received): Scripted => {
      const arrived = resultsIn(received);
      if (arrived.length > 0) results = arrived;
      const fill = (text: string) => filled(text, results.at(-1) ?? {});
      if ('calls' in reply) return reply;
      return {
        text: 'text' in reply ? fill(reply.text) : JSON.stringify({ sentences: reply.sentences.map(fill) }),
      };
    }),
  );
}

const filled = (text: string, result: object): string =>
  text.replaceAll(/\{([^{}:]+)(?::(%))?\}/g, (_place, path: string, form?: string) => {
    const value = valueAt(result, path);
    if (typeof value !== 'number') return String(value);
    const digits = { maximumFractionDigits: 2 };
    return form ? `${(value * 100).toLocaleString('en', digits)} %` : value.toLocaleString('en', digits);
  });

function valueAt(result: unknown, path: string): unknown {
  return path.split(/\.(?![^[]*\])/).reduce((value: unknown, key) => {
    const [, name = '', place] = /^(\w+)(?:\[([^\]]+)\])?$/.exec(key) ?? [];
    const found = (value as Record<string, unknown> | undefined)?.[name];
    return place === undefined ? found : itemOf(found, place);
  }, result);
}

/** By number, by a field's value, or the one with the highest value of a field: [0], [value=DE], [max metrics.visits]. */
function itemOf(list: unknown, place: string): unknown {
  if (!Array.isArray(list)) return undefined;
  const [field = '', wanted] = place.split('=');
  if (wanted !== undefined) return list.find((item: Record<string, unknown>) => item[field] === wanted);
  if (!place.startsWith('max ')) return list[Number(place)];
  const measured = (item: unknown) => Number(valueAt(item, place.slice(4)));
  return list.reduce((best: unknown, item: unknown) => (measured(item) > measured(best) ? item : best));
}
