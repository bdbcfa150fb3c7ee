import { beforeAll, describe, expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import readXlsx from 'read-excel-file/node';
import { monthReportOf } from '../kinds/month-report.ts';
import { sponsorReportOf } from '../kinds/sponsor-report.ts';
import { renderReport } from '../render.ts';
import { CONTEXT, monthFindings, sponsorFindings } from '../testing/findings.ts';
import { PNG } from '../testing/pictures.ts';
import { sheetNames } from './sheet-names.ts';

const BRAND = { colour: '#7a3b00', logo: PNG };
const FINDINGS = monthFindings();

describe('the workbook of a monthly report', () => {
  let sheets: Map<string, unknown[][]>;
  let parts: Record<string, string>;
  beforeAll(async () => {
    const bytes = await renderReport(monthReportOf(CONTEXT, FINDINGS), BRAND, 'xlsx');
    sheets = new Map((await readXlsx(Buffer.from(bytes))).map(({ sheet, data }) => [sheet, data]));
    parts = Object.fromEntries(
      Object.entries(unzipSync(bytes)).flatMap(([name, part]) =>
        name.endsWith('.xml') ? [[name, strFromU8(part)]] : [],
      ),
    );
  });

  test('begins with whose it is, on what, in which time zone and when it was made', () => {
    const cover = (sheets.get('Monthly report') ?? []).map((row) => row.slice(0, 2));
    expect(cover).toEqual(
      expect.arrayContaining([
        ['Publication', 'The Tide Table'],
        ['Time zone', 'Europe/Madrid'],
        ['Made', 'Mar 31, 2026, 2:00 PM'],
        ['Open rate', 'Readers ÷ delivered.'],
      ]),
    );
  });

  test('has each issue with real dates, numbers as numbers, and text that is no formula', () => {
    const rows = sheets.get('Issues of the month') ?? [];
    expect(rows).toHaveLength(FINDINGS.issues.length + 2);
    const [, first, second] = rows;
    const { figures } = FINDINGS.issues[0] ?? {};
    expect(first?.[0]).toEqual(new Date('2026-03-01T00:00:00Z'));
    expect(first?.slice(2, 5)).toEqual([figures?.delivered, figures?.readers, figures?.openRate]);
    expect(second?.[1]).toBe('=2+5 ways to read a tide table');
    expect(rows[6]?.[1]).toBe('الميناء الهادئ 2026');
  });

  test('sums by formulas that come to what the report says', () => {
    const rows = sheets.get('Issues of the month') ?? [];
    const sum = (at: number) => rows.slice(1, -1).reduce((all, row) => all + Number(row[at]), 0);
    expect(rows.at(-1)?.slice(2, 4)).toEqual([sum(2), sum(3)]);
    expect(rows.at(-1)?.[4]).toBeCloseTo(sum(3) / sum(2), 12);
    const formulas = Object.values(parts).flatMap((part) =>
      [...part.matchAll(/<f>([^<]*)<\/f>/g)].map(([, text]) => text),
    );
    const last = FINDINGS.issues.length + 1;
    expect(formulas).toEqual(
      expect.arrayContaining([`SUM(C2:C${last})`, `IF(C${last + 1}=0,"",D${last + 1}/C${last + 1})`]),
    );
    // Only ours: none that a title smuggled in.
    expect(
      formulas.filter(
        (text) => !/^(?:SUM\([A-Z]+2:[A-Z]+\d+\)|IF\([A-Z]+\d+=0,"",[A-Z]+\d+\/[A-Z]+\d+\))$/.test(text ?? ''),
      ),
    ).toEqual([]);
  });

  test('keeps every cent', () => {
    const rows = sheets.get('What moved the recurring revenu') ?? [];
    expect(rows[1]?.[1]).toBe(750.15);
    expect(rows[1]?.[5]).toBe(-380.03);
  });

  test('has the figures behind its chart, and its logo', () => {
    expect(sheets.get('Open rate of each issue')).toHaveLength(FINDINGS.issues.length + 1);
    expect(Object.keys(parts).some((name) => name.startsWith('xl/drawings/'))).toBe(true);
  });
});

test('a sponsor report lists each link with its own clicks', async () => {
  const bytes = await renderReport(sponsorReportOf(CONTEXT, sponsorFindings({ issues: 2 })), BRAND, 'xlsx');
  const sheets = await readXlsx(Buffer.from(bytes));
  const links = sheets.find(({ sheet }) => sheet === 'Link by link')?.data ?? [];
  expect(links).toHaveLength(1 + 2 * 2);
  const issues = sheets.find(({ sheet }) => sheet === 'Issue by issue')?.data ?? [];
  expect(issues.at(-1)?.[4]).toBe(links.slice(1).reduce((sum, row) => sum + Number(row[4]), 0));
});

describe('the name of a sheet', () => {
  test('is short, and has nothing that a spreadsheet refuses', () => {
    const nameOf = sheetNames();
    expect(nameOf("'Prices: [a/b]*?'")).toBe('Prices a b');
    expect(nameOf('')).toBe('–');
    expect(nameOf('History')).toBe('History 2');
  });

  test('is given once, whatever its case', () => {
    const nameOf = sheetNames();
    const long = 'A rather long name of a rather long table';
    const all = [nameOf(long), nameOf(long.toUpperCase()), nameOf(long)];
    expect(new Set(all.map((name) => name.toLowerCase())).size).toBe(3);
    for (const name of all) expect(name.length).toBeLessThanOrEqual(31);
  });

  test('never ends within a character', () => {
    expect(sheetNames()(`${'x'.repeat(30)}🐟`)).toBe('x'.repeat(30));
  });
});
