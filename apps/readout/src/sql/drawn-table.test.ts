import { expect, test } from '@jest/globals';
import { drawnTable } from './drawn-table.ts';

test('rows are drawn in columns, figures to the right, and nothing in them moves the cursor', () => {
  const lines =
    '{"title":"One\\u001b[2J","readers":7}\n{"title":"עברית","readers":null}\n{"title":"Three","readers":1200}\n';
  expect(drawnTable(lines, 2)).toBe(
    ['title    readers', '───────  ───────', 'One [2J        7', 'עברית', '… and 1 more rows', ''].join('\n'),
  );
});

test('that there are none is said', () => {
  expect(drawnTable('', 10)).toBe('No rows.\n');
});
