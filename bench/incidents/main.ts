import { parseArgs } from 'node:util';
import { machine, writeReport } from '../report.ts';
import { report } from './report.ts';
import { type Outcome, talliesOf, watch } from './run.ts';
import { HISTORY, WATCHED } from './scenario.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '20' },
    first: { type: 'string', default: '1' },
    out: { type: 'string' },
  },
});
const first = Number(values.first);
const seeds = Number(values.seeds);

const outcomes: Outcome[] = [];
for (let seed = first; seed < first + seeds; seed++) {
  for (const { kind, counts } of talliesOf(seed)) {
    const outcome = watch(seed, kind, counts);
    outcomes.push(outcome);
    console.log(lineOf(outcome));
  }
}

const text = report(outcomes, [
  `${new Date().toISOString().slice(0, 10)}; ${machine()}; Node ${process.versions.node}; seeds ${first} to ${first + seeds - 1}, each once with each kind of incident and once without; ${HISTORY} days of past, ${WATCHED} days watched.`,
]);
console.log(`\n${text}`);
if (values.out) await writeReport(values.out, text, 'incidents');

function lineOf({ seed, kind, told, delay }: Outcome): string {
  const found = kind === null ? '' : delay === null ? ', not found' : `, found after ${delay.toFixed(1)} h`;
  const wrong = told.filter(({ isTrue }) => !isTrue);
  const leads = wrong.map(({ finding: { kind, lead, direction } }) => {
    const { metric, part } = lead.watched;
    return `${kind} ${metric}${part ? ` ${part.dimension}=${part.value}` : ''} ${direction}`;
  });
  return `seed ${seed}, ${kind ?? 'none'}${found}; told ${told.length}${leads.length > 0 ? `, false: ${leads.join('; ')}` : ''}`;
}
