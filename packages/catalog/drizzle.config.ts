import { defineConfig } from 'drizzle-kit';

/** After a change of src/schema.ts: `../../node_modules/.bin/drizzle-kit generate`, here; then read what it wrote. */
export default defineConfig({ dialect: 'postgresql', schema: './src/schema.ts', out: './migrations' });
