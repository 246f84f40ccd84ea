import type { CodegenConfig } from '@graphql-codegen/cli';

const client = {
  preset: 'client' as const,
  presetConfig: { fragmentMasking: false },
  config: {
    useTypeImports: true,
    enumsAsTypes: true,
    importExtension: '.ts',
    emitLegacyCommonJSImports: false,
    strictScalars: true,
    scalars: {
      DateTime: 'string',
      TimeZone: 'string',
      Duration: 'string',
      Date: 'string',
      JSONObject: 'Record<string, unknown>',
      Count: 'number',
    },
  },
};

const config: CodegenConfig = {
  schema: 'schema.graphql',
  generates: {
    'tests/gql/': { ...client, documents: ['tests/**/*.ts', 'src/**/*.test.ts', '!tests/gql/**'] },
    'examples/gql/': { ...client, documents: ['examples/**/*.ts', '!examples/gql/**'] },
  },
};

export default config;
