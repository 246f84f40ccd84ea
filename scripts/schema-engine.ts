import { readFile } from 'node:fs/promises';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlQuery,
  type SqlResultSet,
} from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';

// The types of Node declare this name without its functions.
declare const WebAssembly: {
  instantiate(
    bytes: Uint8Array,
    imports: Record<string, unknown>,
  ): Promise<{ instance: { exports: { __wbindgen_start(): void } } }>;
};

const { CHAR, TIME } = pg.types.builtins;

// The bindings hold one instance a process.
let instantiated: Promise<void> | undefined;

/**
 * Prisma's schema engine on the database of `url`: the wasm build from npm, because the native one has to be downloaded.
 * `close` ends its connections.
 */
export async function openSchemaEngine(url: string) {
  instantiated ??= instantiate();
  await instantiated;
  const pool = cataloguePool(url);
  const factory = bindMigrationAwareSqlAdapterFactory(new CatalogueAdapterFactory(pool));
  const engine = await bindings.SchemaEngine.new({ datamodels: undefined }, () => undefined, factory);
  return { engine, close: () => pool.end() };
}

async function instantiate(): Promise<void> {
  const glue = import.meta.resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const bytes = await readFile(new URL(glue.replace(/\.js$/, '.wasm')));
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': bindings });
  bindings.__wbg_set_wasm(instance.exports);
  // Where the engine leaves the message of a panic; a panic ends the process.
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: panic } });
  instance.exports.__wbindgen_start();
}

function panic(message: string): never {
  throw new Error(`The schema engine failed: ${message}`);
}

// The engine's queries of the catalogue return "char" columns, which the adapter refuses. No column of the catalogue is
// a `time`: they pass the adapter as one, and get the name that the engine expects behind it.
function cataloguePool(url: string): pg.Pool {
  const pool = new pg.Pool({ connectionString: url });
  const query = pool.query.bind(pool);
  const charAsTime = async (config: pg.QueryConfig) => {
    const result = await query(config);
    for (const field of result.fields) if (field.dataTypeID === CHAR) field.dataTypeID = TIME;
    return result;
  };
  return Object.assign(pool, { query: charAsTime });
}

class CatalogueAdapterFactory extends PrismaPg {
  override async connect() {
    const adapter = await super.connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    const timeAsCharacter = async (query: SqlQuery): Promise<SqlResultSet> => {
      const { columnTypes, ...result } = await queryRaw(query);
      const named = columnTypes.map((type) =>
        type === ColumnTypeEnum.Time ? ColumnTypeEnum.Character : type,
      );
      return { ...result, columnTypes: named };
    };
    return Object.assign(adapter, { queryRaw: timeAsCharacter });
  }
}
