import { METRICS } from '../stats/plan.ts';

/** What a threshold can be on: every number of Metrics. */
export const THRESHOLD_METRICS = [...METRICS, 'TIME_ON_PAGE', 'REVENUE', 'MEASURE'] as const;
export type ThresholdMetric = (typeof THRESHOLD_METRICS)[number];
