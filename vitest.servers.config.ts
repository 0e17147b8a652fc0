import { defineConfig } from 'vitest/config';

/** Suites that need a real PostgreSQL and a real Redis; .ci/run starts both. */
export default defineConfig({ test: { include: ['test/servers/**/*.test.ts'], pool: 'forks' } });
