import { serveThread } from '../segments/serve.ts';
import type { Collected } from './collect.ts';
import type { Finding } from './detect/story.ts';
import { findingsOfLooks } from './look.ts';

// A thread that looks: a week of a project takes seconds, for which nobody else should wait.

export interface LookRequest {
  collected: readonly Collected[];
  looks: number;
}

serveThread<LookRequest, Finding[]>(({ collected, looks }) => findingsOfLooks(collected, looks));
