import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import manifest from '../package.json' with { type: 'json' };

const root = join(import.meta.dirname, '..');

/** Bundles the tracker and returns its minified source. Throws esbuild's error when a source does not compile. */
export async function buildTracker(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'tracker/src/tracker.ts')],
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2017',
    charset: 'utf8',
    define: { LIBRARY: JSON.stringify(`pulsegraph-tracker/${manifest.version}`) },
    write: false,
  });
  return outputFiles.map((file) => file.text).join('');
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const path = join(root, 'dist/tracker.js');
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, await buildTracker());
  console.log(`wrote ${path}`);
}
