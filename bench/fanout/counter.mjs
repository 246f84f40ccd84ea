import { writeFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { BroadcastChannel, isMainThread } from 'node:worker_threads';
import pg from 'pg';

// Loaded into the server before its own code: counts the statements that its threads send to Postgres, and writes what it
// has counted, with the memory after a collection, to the file of FANOUT_COUNTS at each SIGUSR2.

const counts = {};
const channel = new BroadcastChannel('pulsegraph bench');
channel.unref();

const { query } = pg.Client.prototype;
pg.Client.prototype.query = function (...args) {
  const [first] = args;
  const text = typeof first === 'string' ? first : String(first.text ?? first.cursor?.text ?? 'other');
  counts[text] = (counts[text] ?? 0) + 1;
  return Reflect.apply(query, this, args);
};

if (isMainThread) {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc');
  channel.onmessage = ({ data }) => {
    for (const [text, count] of Object.entries(data)) counts[text] = (counts[text] ?? 0) + count;
  };
  process.on('SIGUSR2', () => {
    // Threads tell what they counted a few times a second.
    setTimeout(() => {
      collect();
      writeFileSync(process.env.FANOUT_COUNTS, JSON.stringify({ counts, memory: process.memoryUsage() }));
    }, 500);
  });
} else {
  setInterval(() => {
    if (Object.keys(counts).length === 0) return;
    channel.postMessage({ ...counts });
    for (const text of Object.keys(counts)) delete counts[text];
  }, 100).unref();
}
