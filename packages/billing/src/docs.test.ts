import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { readSubscriptionsCsv } from './csv.ts';
import { readDocumented } from './documented.ts';

let text = '';
beforeAll(async () => {
  text = await readFile(join(import.meta.dirname, '../../../docs/billing.md'), 'utf8');
});
/** What stands in the guide as an example of this kind. */
const example = (kind: string) => new RegExp(`\`\`\`${kind}\\n(.*?)\`\`\``, 's').exec(text)?.[1] ?? '';

test('the statements of docs/billing.md are understood as they stand there', () => {
  const stated = readDocumented(JSON.parse(example('json')));
  expect(typeof stated === 'string' ? stated : stated.map(({ says }) => says.what)).toEqual([
    'standing',
    'payment',
    'failure',
    'charge',
    'refund',
    'identity',
  ]);
});

test('so is the file', async () => {
  const read = await readSubscriptionsCsv(example('csv'), 0);
  expect(read).toMatchObject({ ok: true, rows: 3, unknownColumns: [] });
});
