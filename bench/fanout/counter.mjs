import { writeFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { BroadcastChannel, isMainThread } from 'node:worker_threads';
import pg from 'pg';

// Loaded into the server before its own code: counts the statements that its threads send to Postgres, and writes what it
// has counted to the file of FANOUT_COUNTS at each SIGUSR2. At SIGHUP it collects garbage first, which stops the server for
// as long as thousands of messages take: not while times are measured.

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
  const write = () =>
    writeFileSync(process.env.FANOUT_COUNTS, JSON.stringify({ counts, memory: process.memoryUsage() }));
  // Threads tell what they counted a few times a second.
  process.on('SIGUSR2', () => setTimeout(write, 500));
  process.on('SIGHUP', () => {
    collect();
    // Other threads give the pages back.
    setTimeout(write, 500);
  });
} else {
  setInterval(() => {
    if (Object.keys(counts).length === 0) return;
    channel.postMessage({ ...counts });
    for (const text of Object.keys(counts)) delete counts[text];
  }, 100).unref();
}
