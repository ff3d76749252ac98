import { defineConfig } from 'prisma/config';

// No url: the client gets its connection from the adapter, and migrations run through scripts/db-deploy.ts.
export default defineConfig({ schema: 'prisma/schema.prisma', migrations: { path: 'prisma/migrations' } });
