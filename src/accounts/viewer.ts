import type { ApiKeyScope } from '../store/generated/client/enums.ts';

/** Who is asking. */
export type Viewer =
  | {
      kind: 'anonymous';
      /** Why the credentials that were sent are not good; absent when none were sent. */
      problem?: string;
    }
  | ({ kind: 'user'; userId: string; sessionId: string } & Expiring)
  /** An API key, or a project's write key: that has no id, and the scope WRITE alone. */
  | ({ kind: 'key'; id: string | null; projectId: number; scopes: readonly ApiKeyScope[] } & Expiring);

interface Expiring {
  /** When the credentials end, in milliseconds since 1970; absent where they do not. */
  expiresAt?: number;
}

export const ANONYMOUS: Viewer = { kind: 'anonymous' };
