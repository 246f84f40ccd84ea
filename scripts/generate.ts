import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';

// `prisma generate` looks for the native schema engine, which it does not use, and downloads it where it is missing.
// Any file that exists stands in for it here; never set this for commands that do use the engine.
const { status } = spawnSync(
  process.execPath,
  [createRequire(import.meta.url).resolve('prisma/build/index.js'), 'generate'],
  {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1' },
  },
);
process.exit(status ?? 1);
