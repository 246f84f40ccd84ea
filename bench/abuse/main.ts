import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildServer, startServerProcess, temporaryDirectory } from '../../tests/support/process.ts';
import { ATTACKS } from './attacks.ts';
import { observe, quantile, type Seen } from './innocent.ts';
import { createTenant, fill, type Tenant } from './tenants.ts';

// What an innocent tenant of a server sees while another one attacks it: npm run bench:abuse [-- --seconds 15] [--only NAME].

const MOST = 3;

const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '15' }, only: { type: 'string' } },
});
const seconds = Number(values.seconds);

async function attacked(name: string, attacker: Tenant, innocent: Tenant): Promise<Seen> {
  const script = fileURLToPath(new URL('./attacker.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script, name, JSON.stringify(attacker)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  const seen = await observe(innocent, seconds);
  child.stdin.end();
  await once(child, 'close');
  // What was still under way.
  await observe(innocent, 3);
  return seen;
}

const directory = await temporaryDirectory();
const { program, url } = await startServerProcess(await buildServer(), directory, { LOG_LEVEL: 'silent' });
let missed = 0;
try {
  const [innocent, attacker] = [await createTenant(url, 'innocent'), await createTenant(url, 'attacker')];
  await fill(innocent, 5_000);
  await fill(attacker, 100_000);
  await observe(innocent, 5);
  const quiet = await observe(innocent, seconds);
  const row = (name: string, seen: Seen) => {
    const [p50, p99] = [quantile(seen, 0.5), quantile(seen, 0.99)];
    const ratio = p99 / quantile(quiet, 0.99);
    console.log(
      `| ${name} | ${p50.toFixed(0)} | ${p99.toFixed(0)} | ${ratio.toFixed(1)} | ${seen.times.length} | ${seen.failures.length} |`,
    );
    for (const failure of [...new Set(seen.failures)].slice(0, 3)) console.log(`  ${failure}`);
    if (ratio > MOST || seen.failures.length > 0) missed++;
  };
  console.log(
    '| attack | p50 ms | p99 ms | of quiet | requests | failed |\n| --- | --- | --- | --- | --- | --- |',
  );
  row('none', quiet);
  for (const name of Object.keys(ATTACKS))
    if (values.only === undefined || values.only === name)
      row(name, await attacked(name, attacker, innocent));
  console.log(
    missed === 0
      ? `\nNo request failed, and no p99 was above ${MOST} times the quiet one.`
      : `\n${missed} attacks were felt: a request failed, or the p99 was above ${MOST} times the quiet one.`,
  );
} finally {
  program.kill('SIGTERM');
  await program.exit;
  await rm(directory, { recursive: true, force: true });
}
process.exit(missed === 0 ? 0 : 1);
