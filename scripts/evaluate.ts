import { startVitest } from 'vitest/node';

// The evaluation set (tests/evaluation/README.md), with the model of the environment where there is one.
const run = await startVitest('test', ['tests/evaluation.test.ts'], { watch: false, reporters: ['dot'] });
await run.close();
