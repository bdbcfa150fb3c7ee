import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { ReportView } from '@readout/api-contract';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { growthReportOf } from '../kinds/growth-report.ts';
import { issueReportOf } from '../kinds/issue-report.ts';
import { monthReportOf } from '../kinds/month-report.ts';
import { sponsorReportOf } from '../kinds/sponsor-report.ts';
import { renderReport } from '../render.ts';
import { CONTEXT, growthFindings, issueFindings, monthFindings, sponsorFindings } from '../testing/findings.ts';
import { PNG } from '../testing/pictures.ts';

const BRAND = { colour: '#7a3b00', logo: null };
const SPANISH = { ...CONTEXT, language: 'es' as const };
/** Kept by the tests of a change, to be looked at. */
const KEPT = join(import.meta.dirname, '../../../../.ci/out/reports');

interface Read {
  readonly file: PDFDocumentProxy;
  /** The text of each page, its pieces in the order in which they were written. */
  readonly pages: readonly string[];
}

async function read(
  report: ReportView,
  name: string | null = null,
  brand: { colour: string; logo: Uint8Array | null } = BRAND,
): Promise<Read> {
  const bytes = await renderReport(report, brand, 'pdf');
  if (name !== null) {
    await mkdir(KEPT, { recursive: true });
    await writeFile(join(KEPT, `${name}.pdf`), bytes);
  }
  const file = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= file.numPages; number++) {
    const { items } = await (await file.getPage(number)).getTextContent();
    pages.push(
      items
        .map((item) => ('str' in item ? item.str : ''))
        .join(' ')
        .replace(/\s+/g, ' '),
    );
  }
  return { file, pages };
}

/** Parts of a page's structure by their kind, with what they hold. */
async function parts(file: PDFDocumentProxy, number: number): Promise<readonly { role: string; alt?: string }[]> {
  const found: { role: string; alt?: string }[] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null || !('role' in node)) return;
    const { role, alt, children } = node as { role: string; alt?: string; children?: unknown[] };
    found.push(alt === undefined ? { role } : { role, alt });
    for (const child of children ?? []) walk(child);
  };
  walk(await (await file.getPage(number)).getStructTree());
  return found;
}

const cells = (report: ReportView) =>
  report.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      block.type === 'figures'
        ? block.items.map(({ cell }) => cell.text)
        : block.type === 'table'
          ? block.rows.flatMap((row) => row.map(({ text }) => text))
          : [],
    ),
  );

describe.each([
  ['issue', issueReportOf(CONTEXT, issueFindings())],
  ['month', monthReportOf(SPANISH, monthFindings())],
  ['growth', growthReportOf(CONTEXT, growthFindings())],
  ['sponsor', sponsorReportOf(SPANISH, sponsorFindings())],
] as const)('the PDF of the %s report', (name, report) => {
  let made: Read;
  beforeAll(async () => {
    made = await read(report, name);
  });

  test('has every figure of the report, as it is written there', () => {
    const text = made.pages.join(' ');
    const missing = cells(report).filter((cell) => /^[\d.,%€]+$/.test(cell) && !text.includes(cell));
    expect(missing).toEqual([]);
  });

  test('names its title, language and makers, and is tagged', async () => {
    const { info } = await made.file.getMetadata();
    expect(info).toMatchObject({
      Title: expect.stringContaining(report.title),
      Author: 'The Tide Table',
      Language: report.language,
    });
    expect(await made.file.getMarkInfo()).toMatchObject({ Marked: true });
    expect((await parts(made.file, 1)).map(({ role }) => role)).toEqual(
      expect.arrayContaining(['Root', 'Document', 'H1', 'TOC', 'TOCI']),
    );
  });

  test('leads to its sections by bookmarks, and says on which page each begins', async () => {
    const outline = await made.file.getOutline();
    expect(outline?.map(({ title }) => title)).toEqual(report.sections.map(({ title }) => title));
    for (const { title } of report.sections)
      expect(made.pages[0]).toMatch(new RegExp(`${title.replace(/[()]/g, '\\$&')} \\d`));
  });

  test('numbers every page but the first', () => {
    const of = made.pages.length;
    for (const [at, text] of made.pages.entries()) {
      const number = report.language === 'en' ? `Page ${at + 1} of ${of}` : `Página ${at + 1} de ${of}`;
      expect(text.includes(number)).toBe(at > 0);
    }
  });
});

describe('a PDF', () => {
  test('tells what its charts show, and which cells are heads', async () => {
    const { file } = await read(growthReportOf(CONTEXT, growthFindings()));
    const all = (await Promise.all(Array.from({ length: file.numPages }, (_, at) => parts(file, at + 1)))).flat();
    const charts = all.filter(({ role }) => role === 'Figure');
    expect(charts.length).toBeGreaterThanOrEqual(4);
    for (const { alt } of charts) expect(alt).toMatch(/\w+.*\d/);
    expect(all.map(({ role }) => role)).toEqual(
      expect.arrayContaining(['Table', 'TR', 'TH', 'TD', 'H2', 'H3', 'L', 'LI']),
    );
  });

  test('repeats the head of a table on each of its pages, and cuts no row', async () => {
    const { pages } = await read(issueReportOf(CONTEXT, issueFindings({ links: 150 })));
    const continued = pages.filter((text) => text.includes('Links (continued)'));
    expect(continued.length).toBeGreaterThan(2);
    for (const text of continued) expect(text).toMatch(/Link Address Clickers Clicks/);
    // Each address and the text of its link are on one page.
    for (const number of [20, 70, 130]) {
      const page = pages.filter((text) => text.includes(`/archive/1911/maps/${number} `));
      expect(page).toHaveLength(number % 3 === 0 ? 0 : 1);
      for (const text of page) expect(text).toContain(`${1911 + number}`);
    }
  });

  test('has no page without anything on it', async () => {
    for (const links of [0, 1, 5, 9, 14, 20, 33]) {
      const { pages } = await read(issueReportOf(CONTEXT, issueFindings({ links })));
      for (const text of pages) expect(text.length).toBeGreaterThan(90);
    }
  }, 60_000);

  test('is made of titles in any script, with emoji, and of what no font has', async () => {
    const findings = monthFindings({ issues: 8 });
    const { pages, file } = await read(monthReportOf(CONTEXT, findings));
    const text = pages.join(' ');
    for (const word of ['Приливы', 'λιμάνι', '=2+5 ways']) expect(text).toContain(word);
    // Right-to-left letters are written from the right: a reader of the file turns them around again.
    expect(text).toMatch(/הנמל|למנה/);
    const odd = { ...findings.issues[0], title: '漢字 \u0000\ud800 \u202e' } as (typeof findings.issues)[number];
    expect((await read(monthReportOf(CONTEXT, { ...findings, issues: [odd] }))).pages.length).toBeGreaterThan(1);
    expect(file.numPages).toBeGreaterThan(3);
  });

  test('shows the logo in place of the name', async () => {
    const { file, pages } = await read(sponsorReportOf(CONTEXT, sponsorFindings()), null, { ...BRAND, logo: PNG });
    expect((await parts(file, 1)).find(({ role }) => role === 'Figure')?.alt).toBe('The Tide Table');
    expect(pages[0]?.startsWith('The Tide Table')).toBe(false);
  });

  test('is not made with a logo that is no picture', async () => {
    const broken = { ...BRAND, logo: PNG.subarray(0, 40) };
    await expect(renderReport(sponsorReportOf(CONTEXT, sponsorFindings()), broken, 'pdf')).rejects.toThrow();
  });
});
