import { defineConfig } from 'prisma/config';

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  // Only the stock Prisma CLI reads this; the server takes its URL from src/env.ts.
  datasource: { url: process.env.DATABASE_URL ?? '' },
});
