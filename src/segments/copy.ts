import type pg from 'pg';
import { to } from 'pg-copy-streams';

// `copy … to stdout (format binary)`: three times as fast as rows of hexadecimal text, which is the only form in which
// the driver reads bytea. https://www.postgresql.org/docs/current/sql-copy.html#id-1.9.3.55.9.4

const SIGNATURE = 11;
const FLAGS = 4;

/** The tuples of a binary COPY: the bytes of all fields of a row, each with its length before it. */
export async function copyTuples(client: pg.ClientBase, copy: string): Promise<Buffer[]> {
  const chunks: Buffer[] = [];
  for await (const chunk of client.query(to(copy))) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  const tuples: Buffer[] = [];
  let offset = SIGNATURE + FLAGS + 4 + bytes.readInt32BE(SIGNATURE + FLAGS);
  for (;;) {
    const fields = bytes.readInt16BE(offset);
    offset += 2;
    if (fields < 0) return tuples;
    const start = offset;
    for (let field = 0; field < fields; field++) offset += 4 + Math.max(0, bytes.readInt32BE(offset));
    tuples.push(bytes.subarray(start, offset));
  }
}
