import { Repeater } from '@repeaterjs/repeater';
import type { InsightType } from '../store/generated/client/enums.ts';
import { slidingBuffer } from './events.ts';

/** Word of an insight that was stored. */
export interface InsightWord {
  projectId: number;
  id: string;
  type: InsightType;
}

/** Word of insights, as subscribers of this process hear it. */
export interface InsightTopic {
  publish(insight: InsightWord): void;
  /** Each insight of these types, of all without them, from the first `next` on, at most once, until the reader returns. */
  insights(projectId: number, types?: readonly InsightType[] | null): AsyncIterable<InsightWord>;
  size(): number;
  close(): void;
}

export function createInsightTopic(): InsightTopic {
  const readers = new Set<{ hear: (insight: InsightWord) => void; stop: () => void }>();
  let closed = false;
  return {
    publish(insight) {
      for (const { hear } of readers) hear(insight);
    },
    insights: (projectId, types) =>
      new Repeater<InsightWord>(async (push, stop) => {
        if (closed) return stop();
        const reader = {
          hear(insight: InsightWord) {
            if (insight.projectId === projectId && (!types || types.includes(insight.type)))
              void push(insight);
          },
          stop: () => stop(),
        };
        readers.add(reader);
        try {
          await stop;
        } finally {
          readers.delete(reader);
        }
      }, slidingBuffer([])),
    size: () => readers.size,
    close() {
      closed = true;
      for (const { stop } of readers) stop();
    },
  };
}
