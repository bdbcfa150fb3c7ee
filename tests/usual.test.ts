import { mkdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { issueUsual, noteList, recipientsResponse } from '@readout/api-contract';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { choosePassword, launchBrowser, READER_AGENT, watchForProblems } from './browsers.ts';
import { examine, SCREENS, SCREENSHOTS } from './examine.ts';
import { eventually, RunningReadout, temporaryFolder } from './running-readout.ts';

const HOUR = 3_600_000;
const PAYWALL = '<h1>x</h1><h2>One</h2><p>Free.</p><!-- paywall --><h2>Two</h2><p>Paid.</p>';

/** Readers of the issues that went out before; the last one has more than any of them. */
const BEFORE = [10, 12, 11, 13, 14, 12];
const LAST = 20;

describe('what is usual, on the page of an issue', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let readout: RunningReadout;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let publication: string;
  let problems: string[];
  const issues: string[] = [];

  const send = async (hoursAgo: number, readers: number, html: string): Promise<string> => {
    const issue = await readout.createIssue(publication, html);
    const recipients = Array.from({ length: 30 }, (_, at) => ({ reader: `r${at + 1}`, segment: 'free' }));
    const { tokens } = await readout.call(
      recipientsResponse,
      `/publications/${publication}/issues/${issue.id}/recipients`,
      {
        sentAt: new Date(Date.now() - hoursAgo * HOUR).toISOString(),
        recipients,
      },
    );
    for (const { token } of tokens.slice(0, readers)) {
      await fetch(`${readout.address}/o/${issue.id}/${token}.gif`, { headers: { 'user-agent': READER_AGENT } });
    }
    return issue.id;
  };

  beforeAll(async () => {
    await mkdir(SCREENSHOTS, { recursive: true });
    folder = await temporaryFolder();
    readout = await RunningReadout.start(folder.path);
    publication = (await readout.createPublication('Low Tide')).id;
    for (const [at, readers] of BEFORE.entries()) issues.push(await send((20 - at) * 24, readers, PAYWALL));
    issues.push(await send(8 * 24, LAST, '<h1>x</h1><p>Free for all.</p>'));
    issues.push(await send(3, 9, PAYWALL));
    await eventually(
      () => readout.report(publication, issues.at(-1) ?? ''),
      ({ figures }) => figures.readers === 9,
    );
    browser = await launchBrowser();
    context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
    page = await context.newPage();
    await choosePassword(page, readout);
    problems = watchForProblems(page);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await readout?.kill('SIGTERM');
    await folder.remove();
  });

  const open = async (issue: string | undefined) => {
    await page.goto(`${readout.address}/p/${publication}/issues/${issue}`);
    await page.locator('.apexcharts-series').first().waitFor({ state: 'attached' });
  };
  const notes = async () =>
    (await readout.call(noteList, `/publications/${publication}/notes`)).items.map(({ text }) => text);

  test('an issue that is done: its figures stand beside those of the issues before it, in words', async () => {
    const issue = issues.at(-2);
    // What other issues had may be some seconds old.
    const usual = await eventually(
      () => readout.call(issueUsual, `/publications/${publication}/issues/${issue}/usual`),
      ({ issues: compared, figures: { readers } }) =>
        compared === BEFORE.length && readers?.low === 10.5 && readers.high === 13.5,
    );
    expect(usual).toMatchObject({ age: null, issues: 6, figures: { readers: { low: 10.5, median: 12, high: 13.5 } } });
    await open(issue);
    await page.getByRole('heading', { name: 'More readers than usual: 20, usually 11 to 14' }).waitFor();
    const figures = page.getByRole('region', { name: 'Figures' });
    await figures.getByText('above the usual').first().waitFor();
    await figures.getByText('usually 11 to 14').waitFor();
    await figures.getByText('usually 35.0% to 45.0%').waitFor();
    await figures.getByText('Compared with the last 6 issues before it.').waitFor();
    await figures.getByText('This issue has no paywall.').waitFor();
    await page
      .locator('.apexcharts-rangeArea-series, .apexcharts-rangearea-series')
      .first()
      .waitFor({ state: 'attached' });
  }, 60_000);

  test('a young issue is compared at its age, with where it will end; the table has the band', async () => {
    await open(issues.at(-1));
    await page.getByRole('heading', { name: /expected to end at [\d,]+( to [\d,]+)? readers$/ }).waitFor();
    await page
      .getByText(/^usually .* after 3 hours/)
      .first()
      .waitFor();
    await page.getByText('Table', { exact: true }).click();
    for (const name of ['Usual, low', 'Usual, middle', 'Usual, high']) {
      await page.getByRole('columnheader', { name }).waitFor();
    }
    expect(await page.getByRole('rowheader', { name: /^Hours / }).count()).toBe(4);
  }, 60_000);

  test('the first issue has nothing to be compared with, and says so', async () => {
    await open(issues[0]);
    await page.getByText('What is usual is said once five issues have gone out before it.').waitFor();
    expect(await page.getByText(/^usually /).count()).toBe(0);
    expect(await page.locator('[class*=rangeArea-series]').count()).toBe(0);
  }, 60_000);

  test('a note is written, stands on the curve, is changed, removed and put back', async () => {
    await open(issues.at(-1));
    await page.getByRole('button', { name: 'Add a note: what happened then?' }).click();
    await page.getByRole('button', { name: 'Keep the note' }).click();
    await page.getByText('A note needs a text.').waitFor();
    await page.getByLabel('What happened?').fill('Panel appearance');
    await page.getByRole('button', { name: 'Keep the note' }).click();
    await page.locator('.apexcharts-xaxis-annotation-label', { hasText: 'Panel appearance' }).waitFor();
    expect(await notes()).toEqual(['Panel appearance']);
    await page.getByRole('button', { name: 'Edit the note “Panel appearance”' }).click();
    await page.getByLabel('What happened?').fill('Panel appearance, and the host named us');
    await page.getByRole('button', { name: 'Keep the note' }).click();
    const edit = page.getByRole('button', { name: 'Edit the note “Panel appearance, and the host named us”' });
    await edit.waitFor();
    expect(await edit.evaluate((one) => one === document.activeElement)).toBe(true);
    // A note is read beside the table as well.
    await page.getByText('Table', { exact: true }).click();
    await page.getByText('Panel appearance, and the host named us', { exact: true }).waitFor();
    await page.getByText('Chart', { exact: true }).click();
    expect(await notes()).toEqual(['Panel appearance, and the host named us']);
    await page.getByRole('button', { name: /^Remove the note/ }).click();
    await page.getByText('The note was removed.').waitFor();
    expect(await notes()).toEqual([]);
    await page.getByText('The note was removed.').locator('..').getByRole('button', { name: 'Undo' }).click();
    await page.locator('.apexcharts-xaxis-annotation-label', { hasText: 'Panel appearance' }).waitFor();
    expect(await notes()).toEqual(['Panel appearance, and the host named us']);
  }, 60_000);

  test('notes stand on the curve of the machines as well', async () => {
    await page.goto(`${readout.address}/p/${publication}/machines`);
    await page.locator('.apexcharts-xaxis-annotation-label', { hasText: 'Panel appearance' }).waitFor();
    expect(problems).toEqual([]);
  }, 60_000);

  test.each(SCREENS)(
    '$scheme, $width px: no obstacle, nothing sticks out',
    async ({ scheme, width }) => {
      await page.emulateMedia({ colorScheme: scheme });
      await page.setViewportSize({ width, height: 900 });
      for (const [name, issue] of [
        ['young', issues.at(-1)],
        ['done', issues.at(-2)],
        ['first', issues[0]],
      ] as const) {
        await open(issue);
        await examine(page, `usual-${name}-${scheme}-${width}`);
      }
      expect(problems).toEqual([]);
    },
    60_000,
  );
});
