import { defineConfig } from 'vitest/config';

/** Suites that need a real PostgreSQL, a real Redis and a real browser; .ci/run starts them. */
export default defineConfig({ test: { include: ['test/servers/**/*.test.ts', 'test/browser/**/*.test.ts'], pool: 'forks', testTimeout: 60_000 } });
