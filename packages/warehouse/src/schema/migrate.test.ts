import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openEmbeddedEngine } from '../engine/embedded-engine.ts';
import type { Engine } from '../engine/engine.ts';
import { schemaStatements } from './migrate.ts';
import { text } from './table.ts';

describe('the tables in a cluster', () => {
  let folder: string;
  let engine: Engine;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'readout-schema-'));
    engine = await openEmbeddedEngine(folder);
  }, 60_000);
  afterAll(async () => {
    await engine.close();
    await rm(folder, { recursive: true, force: true });
  });
  const statements = schemaStatements({ name: "the 'big' one" });

  test.each(statements.map((statement) => [statement.split('\n', 1)[0] ?? '', statement]))(
    'ClickHouse can read: %s',
    async (_, statement) => {
      const [row] = await engine.rows<{ formatted: string }>(
        `SELECT formatQuerySingleLine(${text(statement)}) AS formatted`,
      );
      expect(row?.formatted).toContain("ON CLUSTER `the 'big' one`");
    },
  );

  test('each has its rows on replicas, and a name for all shards together', () => {
    const local = statements.filter((statement) => /CREATE TABLE IF NOT EXISTS \w+_local /.test(statement));
    const together = statements.filter((statement) => statement.includes('ENGINE = Distributed('));
    expect(together.length).toBe(local.length);
    for (const statement of local) expect(statement).toMatch(/ENGINE = (Null|Replicated\w*MergeTree\()/);
  });

  test('what cannot be read is noticed', async () => {
    await expect(engine.rows(`SELECT formatQuery('CREATE TABEL x')`)).rejects.toThrow('Syntax error');
  });
});
