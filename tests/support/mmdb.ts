import { isIPv4 } from 'node:net';

/** What an MMDB record can hold here; whole numbers are written as uint32. */
export type MmdbValue = string | number | readonly MmdbValue[] | { readonly [key: string]: MmdbValue };

type Node = [left: Child, right: Child];
type Child = Node | { readonly data: number } | null;

const RECORD_BYTES = 3;
const SEPARATOR = Buffer.alloc(16);
const METADATA_MARKER = Buffer.concat([Buffer.from([0xab, 0xcd, 0xef]), Buffer.from('MaxMind.com')]);

/**
 * An MMDB file (https://maxmind.github.io/MaxMind-DB/, version 2.0) with a value for each network, written as
 * `203.0.113.0/24` or `2001:db8:0:0:0:0:0:0/32` (IPv6 in full). Networks must not overlap. The tree is IPv6, or IPv4 with `ipVersion` 4.
 */
export function mmdb(
  networks: Record<string, MmdbValue>,
  databaseType: string,
  ipVersion: 4 | 6 = 6,
): Buffer {
  const root: Node = [null, null];
  const data: Buffer[] = [];
  let size = 0;
  for (const [network, value] of Object.entries(networks)) {
    insert(root, networkBits(network, ipVersion), size);
    const encoded = encode(value);
    data.push(encoded);
    size += encoded.length;
  }
  const nodes = breadthFirst(root);
  return Buffer.concat([
    tree(nodes),
    SEPARATOR,
    ...data,
    METADATA_MARKER,
    metadata(nodes.length, databaseType, ipVersion),
  ]);
}

function networkBits(network: string, ipVersion: 4 | 6): string {
  const [address = '', prefix = ''] = network.split('/');
  const v4 = isIPv4(address);
  const parts = v4
    ? address.split('.').map(Number)
    : address.split(':').map((part) => Number.parseInt(part, 16));
  const bits = parts.map((part) => part.toString(2).padStart(v4 ? 8 : 16, '0')).join('');
  // An IPv6 tree has the IPv4 addresses at ::/96.
  return (v4 && ipVersion === 6 ? '0'.repeat(96) : '') + bits.slice(0, Number(prefix));
}

function insert(root: Node, bits: string, data: number): void {
  let node = root;
  for (const [depth, bit] of [...bits].entries()) {
    const side = bit === '1' ? 1 : 0;
    const child = node[side];
    const last = depth === bits.length - 1;
    if (child && (last || 'data' in child)) throw new Error('Networks of a test database must not overlap.');
    const next: Node = Array.isArray(child) ? child : [null, null];
    node[side] = last ? { data } : next;
    node = next;
  }
}

function breadthFirst(root: Node): Node[] {
  const nodes = [root];
  for (const node of nodes) for (const child of node) if (Array.isArray(child)) nodes.push(child);
  return nodes;
}

/** Records are node numbers, the node count for "not here", or node count + 16 + an offset into the data section. */
function tree(nodes: Node[]): Buffer {
  const numbers = new Map<Child, number>(nodes.map((node, number) => [node, number]));
  const records = nodes.flat().map((child) => {
    if (child && 'data' in child) return nodes.length + SEPARATOR.length + child.data;
    return numbers.get(child) ?? nodes.length;
  });
  const bytes = Buffer.alloc(records.length * RECORD_BYTES);
  for (const [i, record] of records.entries()) bytes.writeUIntBE(record, i * RECORD_BYTES, RECORD_BYTES);
  return bytes;
}

const TYPE = { string: 2, uint16: 5, uint32: 6, map: 7, uint64: 9, array: 11 };

function encode(value: MmdbValue): Buffer {
  if (typeof value === 'string') return field(TYPE.string, Buffer.from(value));
  if (typeof value === 'number') return uint(TYPE.uint32, value);
  if (isArray(value)) return field(TYPE.array, Buffer.concat(value.map(encode)), value.length);
  return map(Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, encode(entry)])));
}

const isArray = (value: MmdbValue): value is readonly MmdbValue[] => Array.isArray(value);

function map(entries: Record<string, Buffer>): Buffer {
  const pairs = Object.entries(entries).flatMap(([key, value]) => [encode(key), value]);
  return field(TYPE.map, Buffer.concat(pairs), pairs.length / 2);
}

function uint(type: number, value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return field(type, bytes.subarray(bytes.findIndex((byte) => byte !== 0)));
}

/** Control byte: three bits of type (0: the type, less 7, is in the next byte), five of size (29: 29 more than the next byte says). */
function field(type: number, payload: Buffer, size = payload.length): Buffer {
  if (size >= 29 + 256) throw new Error(`A field of ${size} is larger than a test database needs.`);
  const control = [((type <= 7 ? type : 0) << 5) | Math.min(size, 29)];
  if (type > 7) control.push(type - 7);
  if (size >= 29) control.push(size - 29);
  return Buffer.concat([Buffer.from(control), payload]);
}

function metadata(nodeCount: number, databaseType: string, ipVersion: number): Buffer {
  return map({
    binary_format_major_version: uint(TYPE.uint16, 2),
    binary_format_minor_version: field(TYPE.uint16, Buffer.alloc(0)),
    build_epoch: uint(TYPE.uint64, 1_780_000_000),
    database_type: encode(databaseType),
    description: encode({ en: 'Networks of a test' }),
    ip_version: uint(TYPE.uint16, ipVersion),
    languages: encode(['en']),
    node_count: uint(TYPE.uint32, nodeCount),
    record_size: uint(TYPE.uint16, RECORD_BYTES * 8),
  });
}
