import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { choosePassword, launchBrowser, watchForProblems } from './browsers.ts';
import { examine, SCREENS, SCREENSHOTS } from './examine.ts';
import {
  EMPTY_LOOKING,
  LONG,
  MANY,
  type ManyIssues,
  RIGHT_TO_LEFT,
  readersOf,
  writeManyIssues,
} from './many-issues.ts';
import { eventually, RunningReadout, temporaryFolder } from './running-readout.ts';

describe('the table of 2,000 issues', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let readout: RunningReadout;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let many: ManyIssues;
  let problems: readonly string[];

  beforeAll(async () => {
    await mkdir(SCREENSHOTS, { recursive: true });
    folder = await temporaryFolder();
    many = await writeManyIssues(folder.path);
    readout = await RunningReadout.start(folder.path);
    browser = await launchBrowser();
    context = await browser.newContext({
      locale: 'en-GB',
      viewport: { width: 1280, height: 900 },
      reducedMotion: 'reduce',
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    page = await context.newPage();
    problems = watchForProblems(page);
    await choosePassword(page, readout);
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await readout?.kill('SIGTERM');
    await folder.remove();
  });

  const open = async (query = ''): Promise<void> => {
    await page.goto(`${readout.address}/p/${many.publication}/issues${query}`);
    await page.locator('tbody tr, li h2').first().waitFor();
  };
  const titles = () => page.locator('tbody th[scope=row] a').allTextContents();
  const column = async (head: string): Promise<string[]> => {
    const heads = await page.locator('thead th').allTextContents();
    const at = heads.findIndex((text) => text.includes(head));
    return page.locator(`tbody tr > :nth-child(${at + 1})`).allTextContents();
  };
  /** Waits until what was asked for has come. */
  const settled = () => page.locator('[data-old]').waitFor({ state: 'detached' });

  test('shows the newest first, with titles of every kind, and more of them on demand', async () => {
    await open();
    const first = await titles();
    expect(first).toHaveLength(50);
    expect(first[0]).toBe('Issue 2000: what the tide brings');
    expect(first.slice(1, 4)).toEqual([RIGHT_TO_LEFT, LONG, 'No visible title']);
    expect(await page.locator('tbody').textContent()).not.toContain(EMPTY_LOOKING);
    const direction = await page.getByText(RIGHT_TO_LEFT).evaluate((one) => getComputedStyle(one).direction);
    expect(direction).toBe('rtl');
    // Three lines of a title, however long it is.
    const heights = await page.locator('tbody tr').evaluateAll((rows) => rows.map((row) => row.clientHeight));
    expect(heights[2]).toBeLessThan(110);
    await page.getByRole('button', { name: 'Load more' }).click();
    await page.getByText('250 of 2,000 shown').waitFor();
    expect(new Set(await titles()).size).toBeGreaterThan(240);
  }, 60_000);

  test('all 2,000 come in ten steps and can be scrolled through', async () => {
    await open();
    for (let shown = 50; shown < MANY; ) {
      await page.getByRole('button', { name: 'Load more' }).click();
      shown = Math.min(MANY, shown + 200);
      if (shown < MANY) await page.getByText(`${shown.toLocaleString('en')} of 2,000 shown`).waitFor();
    }
    await page
      .getByRole('table')
      .and(page.locator(`[aria-rowcount="${MANY + 1}"]`))
      .waitFor();
    const newest = page.getByRole('link', { name: 'Issue 2000: what the tide brings' });
    const oldest = page.getByRole('link', { name: 'Issue 1: the quiet harbour' });
    const end = () => page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await page.evaluate(() => scrollTo(0, 0));
    await newest.focus();
    // Rows are as high as they are only once they are drawn, so that the end may move away once or twice.
    await eventually(
      async () => {
        await end();
        return oldest.isVisible();
      },
      (isThere) => isThere,
    );
    // What holds the place of rows that are not drawn goes with the next drawing.
    const last = () => page.locator('tbody tr').last().getAttribute('aria-rowindex');
    expect(await eventually(last, (index) => index !== null)).toBe(String(MANY + 1));
    // What is far away is not drawn, but for what has the focus: Tab goes on from there.
    expect(await page.locator('tbody tr').count()).toBeLessThan(100);
    expect(await newest.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(RIGHT_TO_LEFT);
    const rows = await page.locator('tbody tr[aria-rowindex]').evaluateAll((all) => all.map((row) => row.ariaRowIndex));
    expect(new Set(rows).size).toBe(rows.length);
    // Everything that is seen is drawn, wherever one scrolls to.
    for (const share of [0.5, 0.25, 0.9]) {
      await page.evaluate((to) => scrollTo(0, document.body.scrollHeight * to), share);
      await page.waitForFunction(() => {
        const row = document.elementFromPoint(400, innerHeight / 2)?.closest('tr');
        return row?.hasAttribute('aria-rowindex') === true;
      });
    }
    await page.screenshot({ path: join(SCREENSHOTS, 'issues-table-all.png') });
  }, 120_000);

  test('sorts by its heads, says so to everybody, and keeps it in the address', async () => {
    await open();
    const head = page.getByRole('columnheader', { name: /^Readers/ });
    expect(await head.getAttribute('aria-sort')).toBe('none');
    await head.getByRole('button').click();
    await page.waitForURL(/sort=-readers/);
    await settled();
    expect(await head.getAttribute('aria-sort')).toBe('descending');
    expect(new Set(await column('Readers'))).toEqual(new Set(['15']));
    await head.getByRole('button').press('Enter');
    await page.waitForURL(/sort=readers/);
    await settled();
    expect(await head.getAttribute('aria-sort')).toBe('ascending');
    expect(new Set(await column('Readers'))).toEqual(new Set(['0']));
    await page.getByRole('columnheader', { name: 'Issue' }).getByRole('button').click();
    await page.waitForURL(/sort=title/);
    await settled();
    const sorted = (await titles()).filter((title) => title.startsWith('Issue'));
    expect(sorted.slice(0, 3)).toEqual(['Issue 1: the quiet harbour', 'Issue 2: low water', 'Issue 3: a señal at sea']);
    await page.goBack();
    await page.waitForURL(/sort=readers/);
  }, 60_000);

  test('is narrowed down by words, tags, audience and weekday, and by a link that says so', async () => {
    await open();
    await page.getByRole('searchbox', { name: 'Search titles' }).fill('SENAL sea');
    await page.getByText('499 of 2,000 issues match').waitFor();
    await page.getByRole('button', { name: /^Tags/ }).click();
    await page.getByLabel(/^Harbour/).check();
    const expected = Array.from({ length: MANY }, (_, at) => at).filter((at) => at % 4 === 2 && at % 5 === 0);
    await page.getByText(`${expected.length} of 2,000 issues match`).waitFor();
    await page.keyboard.press('Escape');
    await page.getByLabel('Audience').selectOption('Paying readers only');
    await page.getByText('100 of 2,000 issues match').waitFor();
    await page.getByLabel('Weekday').selectOption('Friday');
    await page.waitForURL(/weekday=5/);
    await settled();
    const seen = await titles();
    expect((await column('Sent')).every((sent) => sent.startsWith('Fri'))).toBe(true);
    const link = page.url();

    const elsewhere = await browser.newContext({
      storageState: await context.storageState(),
      viewport: { width: 1280, height: 900 },
      locale: 'en-GB',
    });
    const other = await elsewhere.newPage();
    await other.goto(link);
    await other.locator('tbody tr').first().waitFor();
    expect(await other.locator('tbody th[scope=row] a').allTextContents()).toEqual(seen);
    expect(await other.getByRole('searchbox', { name: 'Search titles' }).inputValue()).toBe('SENAL sea');
    await elsewhere.close();

    await page.getByRole('searchbox', { name: 'Search titles' }).fill('nowhere');
    await page.getByText('No issue matches').waitFor();
    await page.getByRole('button', { name: 'Clear all filters' }).first().click();
    await page.getByRole('link', { name: 'Issue 2000: what the tide brings' }).waitFor();
    expect(await page.getByRole('searchbox', { name: 'Search titles' }).inputValue()).toBe('');
  }, 60_000);

  test('shows the columns of one’s choice, here and the next time', async () => {
    await open();
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('checkbox', { name: 'Delivered' }).uncheck();
    await page.getByRole('checkbox', { name: 'Tags' }).check();
    await page.waitForURL(/columns=sent%2Ctags/);
    const heads = async () => (await page.locator('thead th').allTextContents()).join('|');
    expect(await heads()).not.toContain('Delivered');
    expect(await column('Tags')).toContain('Harbour · Tides');
    await open();
    await page.waitForURL(/columns=sent%2Ctags/);
    // A link shows its own view, whatever was chosen here.
    await open('?sort=-readers');
    expect(await heads()).toContain('Delivered');
    await open();
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('button', { name: 'The usual columns' }).click();
    await page.waitForURL((url) => !url.search.includes('columns'));
    expect(await heads()).toContain('Delivered');
  }, 60_000);

  test('is copied as CSV, all that matches and not what is shown', async () => {
    await open('?audience=paying');
    await page.getByText('200 of 2,000 issues match').waitFor();
    await page.getByRole('button', { name: /^Export/ }).click();
    await page.getByRole('menuitem', { name: 'Copy as CSV' }).click();
    await page.getByText('“200 matching issues” is on the clipboard').waitFor();
    const lines = (await page.evaluate(() => navigator.clipboard.readText())).split('\r\n');
    expect(lines).toHaveLength(201);
    expect(lines[0]).toContain('Issue,Sent (UTC),Audience');
    expect(lines.slice(1).every((line) => line.includes('Paying readers only'))).toBe(true);
  }, 60_000);

  test('two to six are compared; a seventh is not chosen, and it says why', async () => {
    await open('?sort=-readers');
    const boxes = page.getByRole('checkbox', { name: /^Compare/ });
    await boxes.nth(0).focus();
    await page.keyboard.press('Space');
    await page.getByText('Choose at least one more').waitFor();
    for (const at of [1, 2, 3, 4, 5]) await boxes.nth(at).check();
    await page.getByRole('link', { name: 'Compare 6 issues' }).waitFor();
    await boxes.nth(6).click();
    await page.getByText('Six issues at most can be compared').waitFor();
    expect(await boxes.nth(6).isChecked()).toBe(false);
    await page.getByRole('button', { name: 'Choose none' }).click();
    expect(await page.getByText('Six issues at most can be compared').count()).toBe(0);
    for (const at of [0, 1, 2]) await boxes.nth(at).check();
    await page.screenshot({ path: join(SCREENSHOTS, 'issues-chosen.png') });
    await page.getByRole('link', { name: 'Compare 3 issues' }).click();
    await page.getByRole('heading', { name: '3 issues compared' }).waitFor();
    await page.locator('.apexcharts-line-series .apexcharts-series').nth(2).waitFor();
    await page.getByRole('button', { name: /^Take/ }).first().click();
    await page.getByRole('heading', { name: '2 issues compared' }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: '3 issues compared' }).waitFor();
    // They are still chosen when one comes back.
    await page.getByRole('main').getByRole('link', { name: 'Issues', exact: true }).click();
    await page.getByRole('link', { name: 'Compare 3 issues' }).waitFor();
  }, 60_000);

  test('a comparison says figures, ranges and the best in words, as share or counts, and by its link', async () => {
    const [few, most] = [3, 9].map((at) => MANY - 1 - at);
    const ids = [few, most].map((at) => many.issues[at ?? 0]);
    await page.goto(`${readout.address}/p/${many.publication}/compare?issues=${ids.join(',')}`);
    const row = (name: string) => page.getByRole('row', { name: new RegExp(`^${name}`) });
    await row('Open rate').waitFor();
    const readers = await row('Readers').getByRole('cell').allTextContents();
    expect(readers.map((text) => Number.parseInt(text, 10))).toEqual([readersOf(few ?? 0), readersOf(most ?? 0)]);
    expect(await row('Readers').textContent()).toContain('most');
    expect(await row('Open rate').textContent()).toMatch(/highest.*% to .*%/);
    await page.getByText('Counts', { exact: true }).click();
    await page.waitForURL(/as=counts/);
    await page.getByRole('heading', { name: /most readers after 48 hours$/ }).waitFor();
    await page.screenshot({ path: join(SCREENSHOTS, 'compare-two.png'), fullPage: true });
    await page.goto(`${readout.address}/p/${many.publication}/compare?issues=${ids[0]},2NothingHere`);
    await page.getByRole('heading', { name: 'Nothing is here' }).waitFor();
  }, 60_000);

  test('tags are changed on the issue’s page and found in the list', async () => {
    const id = many.issues[MANY - 1];
    await page.goto(`${readout.address}/p/${many.publication}/issues/${id}`);
    await page.getByRole('button', { name: 'Add tags' }).click();
    const field = page
      .getByRole('textbox', { name: 'Tags of this issue' })
      .or(page.getByRole('combobox', { name: 'Tags of this issue' }));
    await field.fill('Spring tide');
    await field.press('Enter');
    await field.fill('spring TIDE');
    await field.press('Enter');
    await page.getByRole('button', { name: 'Done' }).click();
    expect(await page.getByRole('list', { name: 'Tags' }).getByRole('listitem').allTextContents()).toEqual([
      'Spring tide',
    ]);
    await open('?tag=%5B%22spring%20tide%22%5D');
    await page.getByText('1 of 2,000 issues matches').waitFor();
  }, 60_000);

  test('on a telephone there are cards with sort and filters behind one button', async () => {
    await page.setViewportSize({ width: 360, height: 800 });
    await open('?weekday=5&audience=paying');
    expect(await page.getByLabel('Weekday').count()).toBe(0);
    await page.getByRole('button', { name: 'Filter (2)' }).click();
    await page.getByLabel('Weekday').selectOption('Any weekday');
    await page.getByRole('button', { name: 'Filter (1)' }).waitFor();
    await page.getByLabel('Sort by').selectOption('Most readers');
    await page.waitForURL(/sort=-readers/);
    await settled();
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await page.setViewportSize({ width: 1280, height: 900 });
  }, 60_000);

  test.each(SCREENS)(
    '$scheme, $width px: no obstacle, nothing sticks out',
    async ({ scheme, width }) => {
      await page.emulateMedia({ colorScheme: scheme });
      await page.setViewportSize({ width, height: 900 });
      await open(`?sort=-openRate&chosen=${many.issues.slice(0, 2).join(',')}`);
      await settled();
      await examine(page, `issues-table-${scheme}-${width}`);
    },
    60_000,
  );

  test('nothing went wrong on the way', () => {
    // The one issue that was asked for and is not there.
    expect(problems.filter((one) => !one.includes('404'))).toEqual([]);
  });
});
