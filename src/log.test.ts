import { pino } from 'pino';
import { expect, it } from 'vitest';
import { onceInAnOutage } from './log.ts';

it('has of each message one line while a database is away, whatever number it has', async () => {
  const lines: string[] = [];
  const log = pino(
    { hooks: { logMethod: onceInAnOutage() } },
    { write: (line) => void lines.push(JSON.parse(line).msg) },
  );
  const away = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
  for (let i = 1; i <= 3; i++) {
    log.error({ err: away }, `jobs: attempt ${i}, again in ${i * 100.5} ms`);
    log.error({ err: away }, 'rights could not be looked up');
    log.error({ err: new Error('another') }, 'rights could not be looked up');
    log.info('still here');
  }
  expect(lines.filter((line) => line.startsWith('jobs'))).toEqual(['jobs: attempt 1, again in 100.5 ms']);
  expect(lines.filter((line) => line.startsWith('rights'))).toHaveLength(4);
  expect(lines.filter((line) => line.startsWith('still'))).toHaveLength(3);
});
