import type { Evidence } from '../evidence/evidence.ts';
import type { JsonObject } from '../scalars.ts';
import type { InsightType } from '../store/generated/client/enums.ts';

/** A finding in the words of a template, before it is stored. */
export interface Draft {
  type: InsightType;
  /** Names the finding and its period, among all of the project. */
  key: string;
  /** What findings that tell the same story share, such as `ANOMALY traffic`. */
  story: string;
  title: string;
  /** Markdown: every number in it stands in the evidence. */
  content: string;
  evidence: Evidence[];
  metadata: JsonObject;
  /** start <= t < end, in milliseconds since 1970. */
  period: { start: number; end: number };
  /** The model that phrased it; null for the template's words. */
  model: string | null;
}
