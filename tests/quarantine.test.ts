import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { choosePassword, launchBrowser, READER_AGENT, watchForProblems } from './browsers.ts';
import { eventually, RunningReadout, temporaryFolder } from './running-readout.ts';

const SCREENSHOTS = join(import.meta.dirname, '../.ci/out');

describe('the quarantine in the settings', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let readout: RunningReadout;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    await mkdir(SCREENSHOTS, { recursive: true });
    folder = await temporaryFolder();
    readout = await RunningReadout.start(folder.path);
    browser = await launchBrowser();
    page = await browser.newPage();
    await choosePassword(page, readout);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await readout?.kill('SIGTERM');
    await folder?.remove();
  });

  test('shows what could not be understood, and tries it again', async () => {
    const problems = watchForProblems(page);
    await fetch(`${readout.address}/o/nobodysissue/x.gif`, { headers: { 'user-agent': READER_AGENT } });
    await page.goto(`${readout.address}/settings`);
    // The event is put aside a moment after it was taken.
    await eventually(
      async () => {
        await page.reload();
        await page.getByRole('heading', { name: 'Quarantine' }).waitFor();
        return page.getByText('issue is not in the catalog').count();
      },
      (count) => count === 1,
    );
    await page.getByRole('button', { name: 'Try all again' }).click();
    await page.getByText('1 event was tried again.').waitFor();
    // It still is nobody's, so it is back: once, as it came.
    await page.getByText('1 event could not be understood and is kept here').waitFor();
    expect(await page.getByText('issue is not in the catalog').count()).toBe(1);
    expect(await page.locator('code', { hasText: 'nobodysissue' }).textContent()).toMatch(/^\{"type":"hit"/);
    await page.getByRole('heading', { name: 'Quarantine' }).scrollIntoViewIfNeeded();
    await page.screenshot({ path: join(SCREENSHOTS, 'quarantine.png') });
    expect(problems).toEqual([]);
  }, 60_000);
});
