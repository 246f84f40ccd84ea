import { spawnSync } from 'node:child_process';

// The tests drive a real browser, a real Redis, nginx and PgBouncer, which npm does not ship: they are installed where that can be done
// without asking, and named where it cannot.
const has = (command: string): boolean =>
  spawnSync(command, ['--version'], { stdio: 'ignore' }).error === undefined;

const missing = [
  ...(process.env.CHROMIUM_PATH || has('chromium') ? [] : ['chromium']),
  ...(has('redis-server') ? [] : ['redis-server']),
  ...(has('nginx') || has('/usr/sbin/nginx') ? [] : ['nginx']),
  ...(has('pgbouncer') || has('/usr/sbin/pgbouncer') ? [] : ['pgbouncer']),
];
if (missing.length > 0) {
  const install = `apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  if (!has('apt-get') || process.getuid?.() !== 0) {
    console.error(
      `The tests need ${missing.join(' and ')}. On Debian: sudo ${install}\nElsewhere: put redis-server, nginx and pgbouncer on the PATH, and set CHROMIUM_PATH to a Chromium or Chrome.`,
    );
    process.exit(1);
  }
  console.log(`The tests need ${missing.join(' and ')}: ${install}`);
  const { status } = spawnSync(
    'sh',
    ['-c', `apt-get update -qq && DEBIAN_FRONTEND=noninteractive ${install} >/dev/null`],
    {
      stdio: 'inherit',
    },
  );
  if (status !== 0) process.exit(1);
}
