import { execFileSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { createStreamDetector } from '../../src/insights/detect/stream.ts';
import { machine, writeReport } from '../report.ts';
import { readCorpus } from './corpus.ts';
import { report } from './report.ts';
import { runBenchmark } from './run.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/data/nab' },
    out: { type: 'string' },
  },
});

const corpus = await readCorpus(values.data);
const run = runBenchmark(corpus, () => {
  const detector = createStreamDetector();
  return (at, value) => detector.next(at, value).score;
});
const text = report(run, {
  date: new Date().toISOString().slice(0, 10),
  machine: machine(),
  node: process.versions.node,
  commit: commit(),
});
console.log(text);
if (values.out) await writeReport(values.out, text, 'nab');

function commit(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  } catch {
    return 'unknown';
  }
}
