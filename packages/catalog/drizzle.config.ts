import { defineConfig } from 'drizzle-kit';

/**
 * After a change of src/schema.ts: `../../node_modules/.bin/drizzle-kit generate`, here; then read what it wrote,
 * and take `"public".` out of it: the catalog may live in another schema of the operator's server.
 */
export default defineConfig({
  dialect: 'postgresql',
  schema: './src/schema.ts',
  out: './migrations',
  casing: 'snake_case',
});
