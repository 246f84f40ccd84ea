import { describe, expect, it } from 'vitest';
import { UsageError } from '../command.ts';
import { projectGlobalId } from '../ids.ts';
import { parseArguments } from './arguments.ts';

const GOOD = ['--format', 'combined', 'access.log', '--project', '7'];

describe('parseArguments', () => {
  it('reads what must be given', () => {
    expect(parseArguments(GOOD)).toEqual({
      file: 'access.log',
      projectId: 7,
      hostname: null,
      includeStatic: false,
    });
  });

  it("takes a project's global id", () => {
    expect(parseArguments([...GOOD, '--project', projectGlobalId(12)])).toMatchObject({ projectId: 12 });
  });

  it('takes standard input, a host name and static files', () => {
    expect(
      parseArguments([
        '-',
        '--format=combined',
        '--project=7',
        '--hostname',
        'Bücher.example',
        '--include-static',
      ]),
    ).toEqual({ file: '-', projectId: 7, hostname: 'xn--bcher-kva.example', includeStatic: true });
  });

  it('asks for nothing when help is wanted', () => {
    expect(parseArguments(['--help'])).toBeNull();
    expect(parseArguments([...GOOD, '-h'])).toBeNull();
  });

  it.each([
    [['access.log', '--project', '7'], '--format is missing'],
    [['access.log', '--project', '7', '--format', 'iis'], 'The format iis is not known'],
    [['access.log', '--format', 'combined'], '--project is missing'],
    [['--project', '7', '--format', 'combined'], 'The file is missing'],
    [[...GOOD, 'b.log'], 'One file at a time'],
    [[...GOOD, '--project', 'shop'], "--project shop is not a project's id"],
    [[...GOOD, '--project', '0'], "--project 0 is not a project's id"],
    [[...GOOD, '--hostname', 'https://example.com'], 'is not a host name'],
    [[...GOOD, '--hostname', 'example.com/shop'], 'is not a host name'],
    [[...GOOD, '--fast'], '--fast'],
  ])('refuses %j', (args, message) => {
    expect(() => parseArguments(args)).toThrow(UsageError);
    expect(() => parseArguments(args)).toThrow(message);
  });
});
