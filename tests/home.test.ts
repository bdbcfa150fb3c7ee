import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createdIssue, publicationOverview, recipientsResponse } from '@readout/api-contract';
import type { Browser, Page } from 'playwright-core';
import { choosePassword, launchBrowser, READER_AGENT, watchForProblems } from './browsers.ts';
import { eventually, RunningReadout, temporaryFolder } from './running-readout.ts';

const SCREENSHOTS = join(import.meta.dirname, '../.ci/out');
const DAY_MS = 86_400_000;

describe('home, as an author sees it in the morning', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let readout: RunningReadout;
  let browser: Browser;
  let page: Page;
  let problems: string[];
  let publication: string;
  let newest: {
    readonly id: string;
    readonly title: string;
    readonly tokens: readonly string[];
    readonly link: string;
  };

  /** An issue that went out some days ago to readers r1, r2, …: what recipients are recorded with, and nothing else. */
  const send = async (to: string, title: string, daysAgo: number, readers: number) => {
    const html = `<h1>${title}</h1><p><a href="https://example.com/a">a source</a></p>`;
    const made = await readout.call(createdIssue, `/publications/${to}/issues`, {
      title,
      editions: [{ edition: 'whole', html }],
    });
    const sentAt = new Date(Date.now() - daysAgo * DAY_MS).toISOString();
    const recipients = Array.from({ length: readers }, (_, at) => ({ reader: `r${at + 1}`, segment: 'free' }));
    const { tokens } = await readout.call(recipientsResponse, `/publications/${to}/issues/${made.id}/recipients`, {
      sentAt,
      recipients,
    });
    return { id: made.id, title, tokens: tokens.map(({ token }) => token), link: made.links[0]?.id ?? '' };
  };
  const open = (token: string) =>
    fetch(`${readout.address}/o/${newest.id}/${token}.gif`, { headers: { 'user-agent': READER_AGENT } });
  const lead = () => page.locator('main [data-figure="readers"]');

  beforeAll(async () => {
    await mkdir(SCREENSHOTS, { recursive: true });
    folder = await temporaryFolder();
    readout = await RunningReadout.start(folder.path);
    browser = await launchBrowser();
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
    page = await context.newPage();
    await choosePassword(page, readout);
    publication = (await readout.createPublication('Mine')).id;
    // Weekly for ten weeks, but for one week, and two on one day.
    for (const weeks of [10, 9, 8, 7, 6, 5, 4, 2, 1]) await send(publication, `Week ${weeks}`, weeks * 7, 20);
    await send(publication, 'Second of the day', 14 - 1e-5, 20);
    newest = await send(publication, 'This morning', 5e-4, 40);
    for (const token of newest.tokens.slice(0, 12)) await open(token);
    for (const token of newest.tokens.slice(0, 5)) {
      await fetch(`${readout.address}/c/${newest.link}/${token}`, {
        redirect: 'manual',
        headers: { 'user-agent': READER_AGENT, accept: 'text/html', 'accept-language': 'en' },
      });
    }
    await eventually(
      () => readout.report(publication, newest.id),
      ({ figures }) => figures.readers === 12 && figures.clicks === 5,
    );
    problems = watchForProblems(page);
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await readout?.kill('SIGTERM');
    await folder.remove();
  });

  const expectNoProblems = () => expect(problems.splice(0)).toEqual([]);

  test('is where a publication begins, with the last issue, the last days and the calendar', async () => {
    await page.goto(`${readout.address}/`);
    await page.getByRole('heading', { name: 'Mine', level: 1 }).waitFor();
    expect(new URL(page.url()).pathname).toBe(`/p/${publication}`);
    await page.getByRole('heading', { name: 'This morning' }).waitFor();
    expect(await lead().textContent()).toBe('12');
    await page.getByText('of 40 delivered').waitFor();
    await page.getByText('Nothing needs your attention.').waitFor();
    const overview = await readout.call(publicationOverview, `/publications/${publication}/overview`);
    expect(overview.readers.now).toBe(12);
    expect(overview.issues).toMatchObject({ now: 5 });
    await page.getByRole('heading', { name: 'The last 30 days' }).waitFor();
    expect(await page.locator('[data-figure="readersOverDays"]').textContent()).toBe('12');
    expect(await page.locator('[data-figure="clickersOverDays"]').textContent()).toBe('5');
    expect(await page.locator('[data-figure="issuesOverDays"]').textContent()).toBe('5');
    await page.getByText('11 issues in twelve months, 1 day skipped').waitFor();
    await page.screenshot({ path: join(SCREENSHOTS, 'home-ordinary.png'), fullPage: true });
    expectNoProblems();
  }, 60_000);

  test('the days are in the address: a link shows the same', async () => {
    await page.getByText('90 days', { exact: true }).click();
    await page.getByRole('heading', { name: 'The last 90 days' }).waitFor();
    expect(new URL(page.url()).search).toBe('?days=90');
    await page.reload();
    await page.getByRole('heading', { name: 'The last 90 days' }).waitFor();
    await page.getByText('30 days', { exact: true }).click();
    await page.getByRole('heading', { name: 'The last 30 days' }).waitFor();
    expect(new URL(page.url()).search).toBe('');
    expectNoProblems();
  }, 60_000);

  test('figures follow an open without a reload', async () => {
    await page.getByText('Live', { exact: true }).waitFor();
    await open(newest.tokens[20] ?? '');
    await eventually(
      async () => [await lead().textContent(), await page.locator('[data-figure="readersOverDays"]').textContent()],
      ([last, days]) => last === '13' && days === '13',
    );
    expectNoProblems();
  }, 60_000);

  test('the calendar is gone through with the arrow keys, and leads to an issue', async () => {
    const grid = page.getByRole('grid', { name: 'Publication calendar' });
    const skipped = grid.getByText(/: skipped$/);
    expect(await skipped.count()).toBe(1);
    await grid.locator('[tabindex="0"]').first().focus();
    const focused = () => page.evaluate(() => document.activeElement?.closest('td')?.getAttribute('data-day') ?? '');
    const start = await focused();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    const back = await focused();
    expect(Date.parse(start) - Date.parse(back)).toBe(14 * DAY_MS);
    await page.getByText(/Week 2”.* · .*Second of the day/).waitFor();
    expect(await grid.locator('[tabindex="0"]').count()).toBe(2);
    await page.keyboard.press('ArrowUp');
    expect(Date.parse(back) - Date.parse(await focused())).toBe(DAY_MS);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Week 2', level: 1 }).waitFor();
    await page.getByRole('navigation').getByRole('link', { name: 'Issues' }).click();
    await page.getByRole('heading', { name: 'Issues', level: 1 }).waitFor();
    expect(new URL(page.url()).pathname).toBe(`/p/${publication}/issues`);
    expectNoProblems();
  }, 60_000);

  test('what could not be understood is pointed out, with where to look', async () => {
    await fetch(`${readout.address}/o/nobodysissue/${newest.tokens[0]}.gif`, {
      headers: { 'user-agent': READER_AGENT },
    });
    await eventually(
      async () => ((await (await readout.fetch('/quarantine')).json()) as { total: number }).total,
      (total) => total === 1,
    );
    await page.goto(`${readout.address}/p/${publication}`);
    await page.getByRole('link', { name: /^Look into it: 1 event could not be understood/ }).click();
    await page
      .getByRole('heading', { name: /Quarantine|not understood/i })
      .first()
      .waitFor();
    expect(new URL(page.url()).pathname).toBe('/settings');
    expectNoProblems();
  }, 60_000);

  test('an empty publication says what to do next; one whose issue waits says so', async () => {
    const { id } = await readout.createPublication('Empty');
    await page.goto(`${readout.address}/p/${id}`);
    await page.getByText('No issue has gone out yet').waitFor();
    await page.getByRole('link', { name: 'Create an issue' }).waitFor();
    await page.screenshot({ path: join(SCREENSHOTS, 'home-empty.png'), fullPage: true });
    await readout.createIssue(id, '<h1>Ready</h1><p><a href="https://example.com/a">a</a></p>');
    await page.reload();
    await page.getByText('An issue is ready.').waitFor();
    await page.getByRole('link', { name: 'See the issues' }).waitFor();
    expectNoProblems();
  }, 60_000);

  test('with one issue nothing is compared and nothing claimed', async () => {
    const { id } = await readout.createPublication('One');
    await send(id, 'The only one', 1, 3);
    await page.goto(`${readout.address}/p/${id}`);
    await page.getByRole('heading', { name: 'The only one' }).waitFor();
    await page.getByText('What is usual is said once five issues have gone out before it.').waitFor();
    await page.getByText('Nothing is compared').waitFor();
    await page.getByText('It has not happened yet.').first().waitFor();
    await page.getByText('1 issue in twelve months, 0 days skipped').waitFor();
    expectNoProblems();
  }, 60_000);

  test('each part says by itself that it could not be loaded, and is asked for again', async () => {
    const route = '**/api/v1/publications/*/calendar';
    await page.route(route, (request) =>
      request.fulfill({ status: 503, contentType: 'application/problem+json', body: '{"detail":"Not now."}' }),
    );
    // From another page: one that is opened comes with its figures.
    await page.goto(`${readout.address}/p/${publication}/issues`);
    await page.getByRole('navigation').getByRole('link', { name: 'Home' }).click();
    await page.getByText('The calendar could not be loaded.').waitFor({ timeout: 30_000 });
    await page.getByRole('heading', { name: 'This morning' }).waitFor();
    await page.unroute(route);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('11 issues in twelve months').waitFor();
    expect(problems.splice(0).filter((one) => !one.includes('503'))).toEqual([]);
  }, 60_000);
});
