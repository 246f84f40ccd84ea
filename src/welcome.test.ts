import { expect, it } from 'vitest';
import { welcome } from './welcome.ts';

it('offers the simulator, with the address of a server that listens elsewhere', () => {
  expect(welcome('http://127.0.0.1:4000')).toContain('To look around first: npm run simulate makes');
  expect(welcome('http://127.0.0.1:5001')).toContain(
    'npm run simulate -- --url http://127.0.0.1:5001 makes a demo shop',
  );
});
