import { describe, expect, test } from '@jest/globals';
import { nameOfFile, rolesOf, standsBeside } from './import-files.ts';

const file = (name: string, size = 10) => ({ name, size });

describe('files of an import', () => {
  test.each([
    ['substack', [file('Low tide.ZIP')], [{ role: 'main', name: 'Low tide.ZIP' }]],
    [
      'ghost',
      [file('site.members.2026.csv'), file('site.ghost.2026.json')],
      [
        { role: 'members', name: 'members.csv' },
        { role: 'main', name: 'export.json' },
      ],
    ],
    ['table', [file('a/b\\c\u0001.ndjson')], [{ role: 'main', name: 'a_b_c_.ndjson' }]],
  ] as const)('of %s are known by their names', (format, files, roles) => {
    expect(rolesOf(format, files)).toEqual(roles);
  });

  test.each([
    ['none', 'substack', []],
    ['wrong-kind', 'substack', [file('posts.csv')]],
    ['wrong-kind', 'table', [file('a.csv'), file('photo.jpg')]],
    ['empty', 'substack', [file('a.zip', 0)]],
    ['too-many', 'substack', [file('a.zip'), file('b.zip')]],
    ['too-many', 'ghost', [file('a.json'), file('b.json')]],
  ] as const)('are refused as %s', (why, format, files) => {
    expect(rolesOf(format, files)).toBe(why);
  });

  test('a long name keeps its end', () => {
    const [role] = rolesOf('substack', [file(`${'a'.repeat(300)}.zip`)]) as readonly { name: string }[];
    expect(role?.name).toHaveLength(200);
    expect(role?.name).toMatch(/\.zip$/);
  });

  test('a second file of one sort stands beside the first, the same one and members do not', () => {
    const main = { role: 'main', name: 'b.zip' } as const;
    expect(standsBeside(main, [])).toBe(false);
    expect(standsBeside(main, [{ name: 'b.zip' }])).toBe(false);
    expect(standsBeside(main, [{ name: 'a.zip' }])).toBe(true);
    expect(standsBeside({ role: 'main', name: 'export.json' }, [{ name: 'members.csv' }])).toBe(false);
    expect(standsBeside({ role: 'members', name: 'members.csv' }, [{ name: 'export.json' }])).toBe(false);
  });
});

test.each([
  ['low-tide_export.zip', 'low tide'],
  ['export-1764320000.zip', ''],
  ['Low Tide (2).zip', 'Low Tide'],
  ['substack.zip', ''],
])('a publication is first called after %s: %j', (name, called) => {
  expect(nameOfFile(name)).toBe(called);
});
