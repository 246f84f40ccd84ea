import { serveInSlices } from '../../src/segments/serve.ts';

// A thread for tests of slices: each request is so many milliseconds of work, in steps of one.

interface Request {
  line: number;
  work: number;
}

serveInSlices<Request>(({ line, work }) => {
  if (work < 0) throw new Error('cannot be begun');
  return {
    line,
    steps: (function* () {
      for (let done = 0; done < work; done++) {
        const end = performance.now() + 1;
        while (performance.now() < end);
        if (work === 13) throw new Error('told to fail');
        yield;
      }
      return work;
    })(),
  };
});
