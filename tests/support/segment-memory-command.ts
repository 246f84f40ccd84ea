import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { pino } from 'pino';
import { createEngine } from '../../src/segments/engine.ts';
import { openStore } from '../../src/store/store.ts';

// Asks about all of the time of projects, one after the other, as often as said, and tells what that takes of memory:
// `segment-memory-command.ts URL LIMIT_MB ROUNDS PROJECT...`. A line for each question.

const [url = '', limit, rounds, ...projects] = process.argv.slice(2);
const store = openStore({ url, poolSize: 4, statementTimeout: 30, onConnectionError: () => undefined });
const scanners = 2;
const engine = createEngine({
  questions: store.questions,
  url,
  maxBytes: Number(limit) * 1024 * 1024,
  scanners,
  statementTimeout: 30,
  log: pino({ level: 'silent' }),
});
const span = { start: Date.UTC(1990, 0, 1), end: Date.UTC(2026, 0, 1) };

/** Megabytes that the process takes. */
async function resident(): Promise<number> {
  const status = await readFile('/proc/self/status', 'utf8');
  return Math.round(Number(/VmRSS:\s*(\d+)/.exec(status)?.[1]) / 1024);
}

async function ask(projectId: number): Promise<string> {
  const snapshot = await engine.snapshot(projectId, span);
  if (typeof snapshot === 'string') return snapshot;
  const scan = () =>
    engine.scan(projectId, snapshot, { ask: 'panels', span, condition: null, panels: [{ by: 'nothing' }] });
  // One for each thread that scans.
  const answers = await Promise.all(Array.from({ length: scanners }, scan));
  const [[totals] = []] = answers[0] ?? [];
  return `parts ${snapshot.parts.length} visits ${totals?.visits} visitors ${totals?.visitors}`;
}

await engine.warm();
for (let round = 0; round < Number(rounds); round++)
  for (const project of round === 0 ? ['0', ...projects] : projects) {
    const said = await ask(Number(project));
    // What is left behind: threads that have nothing to do collect what they dropped within a second (engine.ts).
    await delay(1_500);
    globalThis.gc?.();
    console.log(
      JSON.stringify({ project: Number(project), said, resident: await resident(), held: engine.held() }),
    );
  }
await engine.stop();
await store.close();
process.exit(0);
