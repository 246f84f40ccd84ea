import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** One file of the benchmark: its values in order, and the windows in which its anomalies are to be found. */
export interface LabelledSeries {
  group: string;
  /** `group/file.csv`, the key of its labels. */
  name: string;
  /** Milliseconds; the files tell the clock without a zone, which is read as UTC. */
  times: Float64Array;
  values: Float64Array;
  /** First and last instant of each window, both inside it, in order. */
  windows: (readonly [number, number])[];
}

const Labels = z.record(z.string(), z.array(z.tuple([z.string(), z.string()])));

const instant = (stamp: string): number => Date.parse(`${stamp.trim().replace(' ', 'T')}Z`);

/** Every file under `folder/data` with its labels, sorted by name. The labels lie beside `data` or, as in NAB's own repository, in `labels`. */
export async function readCorpus(folder: string): Promise<LabelledSeries[]> {
  const labelFile = [
    join(folder, 'combined_windows.json'),
    join(folder, 'labels', 'combined_windows.json'),
  ].find((file) => existsSync(file));
  if (labelFile === undefined)
    throw new Error(`No combined_windows.json in ${folder} or ${join(folder, 'labels')}.`);
  const labels = Labels.parse(JSON.parse(await readFile(labelFile, 'utf8')));
  const corpus: LabelledSeries[] = [];
  for (const [group, file] of await files(join(folder, 'data'))) {
    const name = `${group}/${file}`;
    const windows = labels[name];
    if (windows === undefined) throw new Error(`${labelFile} has no labels for ${name}.`);
    corpus.push({
      group,
      name,
      ...parseSeries(await readFile(join(folder, 'data', name), 'utf8'), name),
      windows: windows.map(([first, last]) => [instant(first), instant(last)] as const),
    });
  }
  if (corpus.length === 0) throw new Error(`No files in ${join(folder, 'data')}.`);
  return corpus;
}

/** Group and file name of every CSV file, sorted. */
async function files(folder: string): Promise<[string, string][]> {
  const groups = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  const found: [string, string][] = [];
  for (const { name } of groups.sort((left, right) => left.name.localeCompare(right.name)))
    for (const file of (await readdir(join(folder, name))).sort())
      if (file.endsWith('.csv')) found.push([name, file]);
  return found;
}

/** The rows of a file of the benchmark: a head, then `timestamp,value`. */
export function parseSeries(text: string, name: string): Pick<LabelledSeries, 'times' | 'values'> {
  const lines = text.trim().split(/\r?\n/).slice(1);
  const times = new Float64Array(lines.length);
  const values = new Float64Array(lines.length);
  lines.forEach((line, row) => {
    const [stamp = '', value = ''] = line.split(',');
    times[row] = instant(stamp);
    values[row] = Number(value);
    if (value.trim() === '' || Number.isNaN(times[row]) || !Number.isFinite(values[row]))
      throw new Error(`${name}, line ${row + 2}: not a timestamp and a number: ${line}`);
  });
  return { times, values };
}
