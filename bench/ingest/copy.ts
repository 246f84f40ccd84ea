import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from, to } from 'pg-copy-streams';

/**
 * The physical reference: the stored events of a project once more, by one COPY, into a table with the columns and the
 * indexes of `events`. Returns rows a second.
 */
export async function copyRate(url: string, projectId: number): Promise<{ rows: number; rate: number }> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    const chunks: Buffer[] = [];
    const out = client.query(
      to(`copy (select * from events where project_id = ${Number(projectId)} limit 100000) to stdout`),
    );
    for await (const chunk of out) chunks.push(chunk as Buffer);
    await client.query('drop table if exists copied_events');
    await client.query('create table copied_events (like events including all)');
    const started = performance.now();
    await pipeline(Readable.from(chunks), client.query(from('copy copied_events from stdin')));
    const seconds = (performance.now() - started) / 1000;
    const { rows } = await client.query<{ n: string }>('select count(*) as n from copied_events');
    await client.query('drop table copied_events');
    const count = Number(rows[0]?.n);
    return { rows: count, rate: count / seconds };
  } finally {
    await client.end();
  }
}
