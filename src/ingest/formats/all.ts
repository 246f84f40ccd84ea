import type { Format } from './format.ts';
import { ga4, ga4Debug } from './ga4.ts';
import { plausible } from './plausible.ts';
import { posthog, posthogExtras } from './posthog.ts';
import { segment, segmentSettings } from './segment.ts';
import { umami, umamiBatch } from './umami.ts';

const FORMATS: readonly Format[] = [
  posthog,
  posthogExtras,
  segment,
  segmentSettings,
  umami,
  umamiBatch,
  plausible,
  ga4,
  ga4Debug,
];

/** The format whose path it is, or null. */
export const formatOf = (path: string): Format | null =>
  FORMATS.find(({ paths }) => paths.test(path)) ?? null;
