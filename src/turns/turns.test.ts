import { describe, expect, it } from 'vitest';
import { type TurnLimits, Turns } from './turns.ts';

const LIMITS: TurnLimits = {
  slots: 2,
  perProject: 1,
  waitingOfProject: 5,
  waitingInAll: 100,
  longestWait: 60_000,
};

/** Turns whose work ends when the test says so; `begun` has the names of what was begun, in order. */
function withTurns(limits: Partial<TurnLimits> = {}) {
  const turns = new Turns({ ...LIMITS, ...limits });
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const ask = (name: string, options: { signal?: AbortSignal; background?: boolean } = {}) =>
    turns.run(
      { projectId: name.charCodeAt(0), ...options },
      () =>
        new Promise<string>((resolve) => {
          begun.push(name);
          ends.set(name, () => resolve(name));
        }),
    );
  const end = async (name: string): Promise<void> => {
    ends.get(name)?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { begun, ask, end };
}

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'answered',
    (error: { extensions?: { code?: string } }) => error.extensions?.code,
  );

describe('projects take turns', () => {
  it('however much one of them waits for', async () => {
    const { begun, ask, end } = withTurns();
    for (const name of ['a1', 'a2', 'a3', 'a4', 'b1', 'b2', 'c1']) void ask(name);
    expect(begun).toEqual(['a1', 'b1']);
    await end('a1');
    await end('c1');
    await end('b1');
    await end('a2');
    expect(begun).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'a3']);
  });

  it('and one of them has only its share', () => {
    const { begun, ask } = withTurns({ slots: 4, perProject: 3 });
    for (const name of ['a1', 'a2', 'a3', 'a4', 'b1']) void ask(name);
    expect(begun).toEqual(['a1', 'a2', 'a3', 'b1']);
  });

  it('whatever fails', async () => {
    const turns = new Turns(LIMITS);
    const fail = () => turns.run({ projectId: 1 }, () => Promise.reject(new Error('no')));
    const tries = await Promise.allSettled(Array.from({ length: 5 }, fail));
    expect(tries.every(({ status }) => status === 'rejected')).toBe(true);
    expect(await turns.run({ projectId: 1 }, () => 'yes')).toBe('yes');
  });
});

describe('what would wait too long is refused', () => {
  it('at once where enough of its project waits, and of that alone', async () => {
    const { begun, ask, end } = withTurns();
    for (let i = 0; i < 6; i++) void ask(`a${i}`);
    await expect(ask('a7')).rejects.toMatchObject({ extensions: { code: 'OVERLOADED', retryAfter: 5 } });
    void ask('b1');
    expect(begun).toEqual(['a0', 'b1']);
    await end('a0');
    void ask('a8');
    expect(await codeOf(ask('a9'))).toBe('OVERLOADED');
  });

  it('at once where enough of all projects waits', async () => {
    const { ask } = withTurns({ waitingInAll: 14 });
    for (const project of ['a', 'b', 'c', 'd']) for (let i = 0; i < 4; i++) void ask(`${project}${i}`);
    // Two are begun, and the fourteen others wait.
    expect(await codeOf(ask('e1'))).toBe('OVERLOADED');
  });

  it('after a while', async () => {
    const { ask, end } = withTurns({ longestWait: 20 });
    const first = ask('a1');
    expect(await codeOf(ask('a2'))).toBe('OVERLOADED');
    await end('a1');
    expect(await first).toBe('a1');
  });
});

describe('what nobody waits for any more', () => {
  it('is never begun, and leaves its place', async () => {
    const { begun, ask, end } = withTurns({ waitingOfProject: 1 });
    const leaving = new AbortController();
    void ask('a1');
    const left = ask('a2', { signal: leaving.signal });
    expect(await codeOf(ask('a3'))).toBe('OVERLOADED');
    leaving.abort();
    expect(await codeOf(left)).toBe('CANCELLED');
    void ask('a4');
    await end('a1');
    expect(begun).toEqual(['a1', 'a4']);
    expect(await codeOf(ask('a5', { signal: leaving.signal }))).toBe('CANCELLED');
  });
});

describe('background work', () => {
  it('leaves room to people, and waits for as long as it takes', async () => {
    const background = true;
    const { begun, ask, end } = withTurns({ longestWait: 1, waitingOfProject: 1, waitingInAll: 1 });
    for (const name of ['a1', 'b1', 'c1', 'd1']) void ask(name, { background });
    expect(begun).toEqual(['a1']);
    void ask('e1');
    expect(begun).toEqual(['a1', 'e1']);
    await new Promise((resolve) => setTimeout(resolve, 10));
    for (const name of ['a1', 'b1', 'c1']) await end(name);
    expect(begun).toEqual(['a1', 'e1', 'b1', 'c1', 'd1']);
  });

  it('comes after people, and goes on while they never stop', async () => {
    const { begun, ask, end } = withTurns({ slots: 1, waitingOfProject: 100, waitingInAll: 100 });
    void ask('z0');
    void ask('a0', { background: true });
    void ask('b0', { background: true });
    for (let i = 0; i < 8; i++) void ask(`p${i}`);
    await end('z0');
    for (let i = 0; i < 9; i++) await end(begun.at(-1) ?? '');
    const places = ['a0', 'b0'].map((name) => begun.indexOf(name));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(begun.slice(1, 3)).toEqual(['p0', 'p1']);
  });
});
