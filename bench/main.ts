import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { DATA, openServer, runOnce } from './database.ts';
import { load } from './load.ts';
import { measure } from './measure.ts';
import { machine, type Run, report, writeReport } from './report.ts';

const { values } = parseArgs({
  options: {
    events: { type: 'string', default: '10000000' },
    out: { type: 'string' },
    baseline: { type: 'string' },
    'load-only': { type: 'boolean', default: false },
  },
});
const events = Number(values.events);

const server = await openServer();
try {
  const { loaded, times } = await load(server, events);
  console.log(`project ${loaded.projectId} of ${loaded.url}`);
  if (!values['load-only']) {
    const { rows } = await runOnce(
      loaded.url,
      `select current_setting('server_version') as postgres, current_setting('shared_buffers') as "sharedBuffers",
              (select count(*)::float8 from visits where started_at < '2026-11-20') as visits,
              (select count(*)::float8 from visitors where key not like 'bench-%') as visitors`,
    );
    const run: Run = {
      date: new Date().toISOString().slice(0, 10),
      machine: machine(),
      node: process.versions.node,
      events,
      ...rows[0],
      load: times,
      results: await measure(loaded),
    };
    const baseline = values.baseline ? (JSON.parse(await readFile(values.baseline, 'utf8')) as Run) : null;
    const text = report(run, baseline);
    console.log(`\n${text}`);
    const saved = `${DATA}/${events}-${new Date().toISOString().replaceAll(':', '')}.json`;
    await writeFile(saved, `${JSON.stringify(run, null, 2)}\n`);
    console.log(`\nTo compare a later run with this one: --baseline ${saved}`);
    if (values.out) await writeReport(values.out, text);
  }
} finally {
  await server.stop();
}
