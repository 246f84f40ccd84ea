import pg from 'pg';
import { compactProject } from '../../src/segments/compact.ts';

// Compacts a project in a process of its own: `compact-command.ts URL PROJECT`. It says how far it is, and at the end
// whether it was the one that compacted.

const [url, project] = process.argv.slice(2);
const client = new pg.Client({ connectionString: url, application_name: 'compact-command' });
await client.connect();
const done = await compactProject(client, Number(project), {
  onProgress: (days) => console.log(`${days.done} of ${days.total}`),
});
console.log(`compacted: ${done}`);
await client.end();
