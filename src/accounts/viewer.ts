import type { ApiKeyScope } from '../store/generated/client/enums.ts';

/** Who is asking. */
export type Viewer =
  | {
      kind: 'anonymous';
      /** Why the credentials that were sent are not good; absent when none were sent. */
      problem?: string;
    }
  | { kind: 'user'; userId: string; sessionId: string }
  /** An API key, or a project's write key: then the scope is WRITE alone. */
  | { kind: 'key'; projectId: number; scopes: readonly ApiKeyScope[]; secret: boolean };

export const ANONYMOUS: Viewer = { kind: 'anonymous' };
