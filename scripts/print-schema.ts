import { writeFile } from 'node:fs/promises';
import { printedSchema } from '../src/http/sdl.ts';

await writeFile('schema.graphql', printedSchema());
