import { projectsFor } from '../accounts/access.ts';
import type { Viewer } from '../accounts/viewer.ts';
import { notFound } from '../errors.ts';
import { evidence } from '../evidence/evidence.ts';
import { NO_UUID, uuidOf } from '../ids.ts';
import type { Prisma, Thread } from '../store/generated/client/client.ts';
import type { Store } from '../store/store.ts';
import type { Turn } from './answer.ts';

const REMEMBERED = 5;
const TITLE = 100;

/** The threads that the viewer began, in projects that they may read. */
export function threadsOf(viewer: Viewer): Prisma.ThreadWhereInput {
  const project = projectsFor(viewer, 'READ');
  if (viewer.kind === 'user') return { project, userId: viewer.userId };
  // Write keys have no id, and nothing that is null may match theirs.
  return { project, apiKeyId: viewer.kind === 'key' ? (viewer.id ?? NO_UUID) : NO_UUID };
}

/** The viewer's thread of the project, or NOT_FOUND. */
export async function requireThread(
  { prisma }: Store,
  globalId: string | number,
  viewer: Viewer,
  projectId?: number,
): Promise<Thread> {
  const id = uuidOf('Thread', globalId) ?? NO_UUID;
  const ofProject = projectId === undefined ? {} : { projectId };
  const thread = await prisma.thread.findFirst({ where: { AND: [{ id }, ofProject, threadsOf(viewer)] } });
  if (!thread) throw notFound('thread');
  return thread;
}

/** The last turns of a thread, the earliest first. */
export async function historyOf({ prisma }: Store, threadId: string): Promise<Turn[]> {
  const turns = await prisma.turn.findMany({
    where: { threadId },
    orderBy: [{ askedAt: 'desc' }, { id: 'desc' }],
    take: REMEMBERED,
  });
  return turns.toReversed().map((turn) => ({ ...turn, evidence: evidence.array().parse(turn.evidence) }));
}

/** Keeps a turn, in its thread or in a new one, and returns the thread's id. */
export async function keepTurn(
  { prisma }: Store,
  {
    thread,
    projectId,
    viewer,
    turn,
    model,
    at,
  }: { thread: Thread | null; projectId: number; viewer: Viewer; turn: Turn; model: string; at: Date },
): Promise<string> {
  const { question, answer } = turn;
  const turns = { create: { question, answer, model, evidence: turn.evidence, askedAt: at } };
  if (thread) {
    await prisma.thread.update({ where: { id: thread.id }, data: { updatedAt: at, turns } });
    return thread.id;
  }
  const owner =
    viewer.kind === 'user' ? { userId: viewer.userId } : viewer.kind === 'key' ? { apiKeyId: viewer.id } : {};
  const title = question.length > TITLE ? `${question.slice(0, TITLE - 1)}…` : question;
  const made = await prisma.thread.create({
    data: { projectId, ...owner, title, createdAt: at, updatedAt: at, turns },
  });
  return made.id;
}
