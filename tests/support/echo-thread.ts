import { serveThread } from '../../src/segments/serve.ts';

// A thread for tests of threads: it answers with what it was asked, and can be told to fail.

let answered = 0;
serveThread<string, string>(async (request) => {
  if (request === 'fail') throw new Error('told to fail');
  if (request === 'exit') process.exit(1);
  if (request === 'crash') setImmediate(() => Promise.reject(new Error('told to crash')));
  // Never answered: the crash, or the end of the thread, comes first.
  if (request === 'crash' || request === 'wait') await new Promise(() => undefined);
  return `${request} ${++answered}`;
});
