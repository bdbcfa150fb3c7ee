import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { issueList, publicationList, sampleStatus } from '@readout/api-contract';
import type { Browser } from 'playwright-core';
import { choosePassword, launchBrowser, watchForProblems } from './browsers.ts';
import { eventually, RunningReadout, temporaryFolder } from './running-readout.ts';

const SCREENSHOTS = join(import.meta.dirname, '../.ci/out');
const LOADED_WITHIN_MS = 480_000;

describe('the sample publication', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let readout: RunningReadout;
  let browser: Browser;
  beforeAll(async () => {
    await mkdir(SCREENSHOTS, { recursive: true });
    folder = await temporaryFolder();
    readout = await RunningReadout.start(folder.path);
    browser = await launchBrowser();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await readout?.kill('SIGTERM');
    await folder.remove();
  });

  test('is loaded with a click and a progress bar, labelled, plausible, and removed with one action', async () => {
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
    const problems = watchForProblems(page);
    await choosePassword(page, readout);
    expect(await page.getByRole('button', { name: 'Import' }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Load the sample' }).click();
    await page.getByRole('progressbar').first().waitFor();
    await page.screenshot({ path: join(SCREENSHOTS, 'sample-loading.png') });
    await eventually(
      () => readout.call(sampleStatus, '/sample'),
      ({ state }) => state === 'ready',
      LOADED_WITHIN_MS,
    );

    const { items: publications } = await readout.call(publicationList, '/publications');
    expect(publications).toMatchObject([{ name: 'Tide Table', isSample: true }]);
    const sample = publications[0]?.id ?? '';
    const { items, total } = await readout.call(issueList, `/publications/${sample}/issues?limit=100`);
    expect(total).toBeGreaterThanOrEqual(58);
    expect(items).toHaveLength(total);
    // All of it was counted by the same way as a live hit, and the figures hang together.
    for (const { figures, readersByHour, hasPaywall } of items) {
      expect(figures.delivered).toBeGreaterThan(15_000);
      expect(figures.openRate).toBeGreaterThan(0.1);
      expect(figures.openRate).toBeLessThan(0.5);
      expect(figures.clickers).toBeLessThanOrEqual(figures.readers);
      expect(readersByHour.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(figures.readers);
      expect(figures.paywallHits > 0).toBe(hasPaywall);
    }
    const [middle] = items.slice(30);
    const report = await readout.report(sample, middle?.id ?? '');
    expect(report.activity.at(-1)?.readersSoFar).toBeLessThanOrEqual(report.figures.readers);
    expect(report.links.reduce((sum, { clicks }) => sum + clicks, 0)).toBe(report.figures.clicks);
    expect(report.segments.reduce((sum, { delivered }) => sum + delivered, 0)).toBe(report.figures.delivered);

    await page.goto(`${readout.address}/p/${sample}`);
    await page.getByText('Sample publication', { exact: true }).waitFor();
    await page.goto(`${readout.address}/p/${sample}/rules`);
    await page.getByRole('button', { name: 'Add a rule' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Outlook is a machine');
    await page.getByLabel('Client contains').fill('Outlook');
    await page.getByRole('button', { name: /^Preview/ }).click();
    await page.getByRole('heading', { name: /^[\d,]+ verdicts of [\d,]+ would change$/ }).waitFor({ timeout: 120_000 });
    await page.getByRole('button', { name: 'Discard changes' }).click();
    await page.getByText('No rules yet').waitFor();
    await page.goto(`${readout.address}/p/${sample}/issues/${middle?.id}`);
    await page.getByText('Sample publication', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Remove sample' }).click();
    await page.getByRole('button', { name: 'Undo' }).click();
    expect((await readout.call(sampleStatus, '/sample')).state).toBe('ready');
    await page.getByRole('button', { name: 'Remove sample' }).click();
    await eventually(
      () => readout.call(sampleStatus, '/sample'),
      ({ state }) => state === 'absent',
      60_000,
    );
    expect((await readout.call(publicationList, '/publications')).items).toEqual([]);
    await page.getByRole('button', { name: 'Load the sample' }).waitFor();
    expect(problems).toEqual([]);
  }, 700_000);
});
