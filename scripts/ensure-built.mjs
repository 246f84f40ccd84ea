import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

// `npm ci` builds; where it ran with --ignore-scripts, the first start does.
if (!existsSync('dist/main.js')) {
  const { status } = spawnSync('npm', ['run', 'build'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  process.exit(status ?? 1);
}
