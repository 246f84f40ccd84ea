import { describe, expect, it } from 'vitest';
import { UsageError } from '../command.ts';
import { projectGlobalId } from '../ids.ts';
import { parseArguments } from './arguments.ts';
import { blog } from './blog.ts';
import { shop } from './shop.ts';

const KEY = ['--key', 'wk_1'];
const parse = (args: string[], environmentKey?: string) => parseArguments(args, environmentKey);

describe('parseArguments', () => {
  it('makes a demo with a past where nothing is given', () => {
    expect(parse([])).toEqual({
      url: 'http://127.0.0.1:4000',
      access: { kind: 'demo' },
      plan: { site: shop, seed: 1, backfill: 90, visitsPerDay: 300, rate: 5, duration: 300 },
    });
  });

  it('reads everything', () => {
    const args = '--site blog --rate 500 --duration 60 --seed 7 --backfill 30d --visits-per-day 50';
    expect(parse([...KEY, ...args.split(' '), '--project', projectGlobalId(3)])).toMatchObject({
      access: { kind: 'key', key: 'wk_1', projectId: 3 },
      plan: { site: blog, seed: 7, backfill: 30, visitsPerDay: 50, rate: 500, duration: 60 },
    });
  });

  it('takes a key from the environment, where the command line gives none', () => {
    expect(parse(['--project', '3'], 'sk_e')).toMatchObject({
      access: { kind: 'key', key: 'sk_e', projectId: 3 },
      plan: { backfill: 0 },
    });
    expect(parse(KEY, 'sk_e')).toMatchObject({ access: { key: 'wk_1' } });
    expect(parse([], '')).toMatchObject({ access: { kind: 'demo' } });
  });

  it('takes who signs in', () => {
    expect(parse(['--email', 'a@b.example', '--password', 'secret'], 'wk_e')).toMatchObject({
      access: { kind: 'login', email: 'a@b.example', password: 'secret', projectId: null },
    });
  });

  it.each([
    ['http://localhost:5000/', 'http://localhost:5000'],
    ['http://localhost:5000/graphql', 'http://localhost:5000'],
    ['https://example.com/stats/graphql/', 'https://example.com/stats'],
  ])('takes the URL %s as people copy it', (url, server) => {
    expect(parse(['--url', url])?.url).toBe(server);
  });

  it('asks for nothing when help is wanted', () => {
    expect(parse(['--help', '--rate', 'x'])).toBeNull();
  });

  it.each([
    [['--project', '3'], '--project needs a key'],
    [['--project', 'shop', ...KEY], "--project shop is not a project's id"],
    [['--key', 'nope'], '--key is a write key'],
    [['--email', 'a@b.example'], '--email and --password go together'],
    [[...KEY, '--email', 'a@b.example', '--password', 'x'], 'Give --key, or --email'],
    [['--site', 'bank'], 'Sites: shop, blog'],
    [['--rate', '0'], '--rate 0 is not a number from 0.01 to 50,000'],
    [['--rate', 'fast'], '--rate fast is not'],
    [['--seed', '1.5'], '--seed 1.5 is not a whole number'],
    [['--duration', '1e3'], '--duration 1e3 is not'],
    [['--backfill', '90'], '--backfill 90 is not a number of days such as 90d'],
    [['--backfill', '2000d'], 'at most 1100d'],
    [[...KEY, '--duration', '0'], '--duration 0 leaves nothing to send'],
    [['--url', 'localhost:4000'], '--url localhost:4000 is not a URL'],
    [['--fast'], '--fast'],
  ])('refuses %j', (args, message) => {
    expect(() => parse(args)).toThrow(UsageError);
    expect(() => parse(args)).toThrow(message);
  });
});
