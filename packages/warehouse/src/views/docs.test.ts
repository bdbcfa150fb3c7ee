import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { PublicId } from '@readout/events';
import { type EngineInTest, engineInTest } from '../testing/engine-in-test.ts';
import { checkedSql } from './checked-sql.ts';
import { VIEW_DEFINITIONS, VIEW_NAMES } from './definitions.ts';
import { databaseOf, OfferedViews } from './offer-views.ts';

const PUBLIC_ID = '123456789abc' as PublicId;
let text: string;
let inTest: EngineInTest;
beforeAll(async () => {
  text = await readFile(join(import.meta.dirname, '../../../../docs/sql-views.md'), 'utf8');
  inTest = await engineInTest();
  const nothing = { issues: [], sections: [], links: [], offers: [] };
  const of = { publication: 1 as never, publicId: PUBLIC_ID, timeZone: 'UTC', readerKey: new Uint8Array(16) };
  await new OfferedViews(inTest.engine).offer({ ...of, ...nothing });
}, 60_000);
afterAll(() => inTest.close());

const blocks = () => [...text.matchAll(/```sql\n([\s\S]+?)```/g)].map(([, sql = '']) => sql);

describe('the page about views', () => {
  test('names each view, in the order of their definitions', () => {
    expect([...text.matchAll(/^### (\w+)$/gm)].map(([, name]) => name)).toEqual(VIEW_NAMES);
  });

  test.each(VIEW_NAMES)('says of %s what its columns are, with their types', (name) => {
    const [, part = ''] = new RegExp(`^### ${name}\n([\\s\\S]+?)(?=\n### |(?![\\s\\S]))`, 'm').exec(text) ?? [];
    const rows = [...part.matchAll(/^\| `(\w+)`\s*\| `(.+?)`\s*\| (.+?)\s*\|$/gm)].map(([, ...cells]) => cells);
    expect(rows).toEqual(
      Object.entries(VIEW_DEFINITIONS[name].columns).map(([column, { type, says }]) => [column, type, says]),
    );
    expect(part).toContain(`A row is ${VIEW_DEFINITIONS[name].row}.`);
  });

  test('has questions that can be asked, and statements that ClickHouse can read', async () => {
    const { engine } = inTest;
    const database = await databaseOf(engine, PUBLIC_ID);
    expect(blocks().length).toBeGreaterThan(3);
    for (const sql of blocks()) {
      if (sql.startsWith('SELECT')) {
        await checkedSql(engine, database, sql);
        continue;
      }
      for (const statement of sql.split(';\n').filter((one) => one.trim() !== '')) {
        const [row] = await engine.rows<{ formatted: string }>(
          `SELECT formatQuerySingleLine('${statement.replace(/['\\]/g, '\\$&')}') AS formatted`,
        );
        expect(row?.formatted).toMatch(/^(GRANT|CREATE)/);
      }
    }
  }, 60_000);
});
