import { mkdir } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { choosePassword, launchBrowser, READER_AGENT, watchForProblems } from './browsers.ts';
import { examine, examineInBothSchemes, SCREENSHOTS } from './examine.ts';
import { eventually, RunningReadout, temporaryFolder } from './running-readout.ts';

describe('a link without sign-in', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let readout: RunningReadout;
  let browser: Browser;
  let page: Page;
  let problems: string[];
  let publication: string;
  let issue: string;
  /** A page elsewhere that shows what it is asked to within it. */
  let elsewhere: Server;
  let sites: { readonly allowed: string; readonly other: string };

  beforeAll(async () => {
    await mkdir(SCREENSHOTS, { recursive: true });
    folder = await temporaryFolder();
    readout = await RunningReadout.start(folder.path);
    browser = await launchBrowser();
    page = await (
      await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' })
    ).newPage();
    await choosePassword(page, readout);
    publication = (await readout.createPublication('Low Tide')).id;
    const made = await readout.createIssue(
      publication,
      '<h1>An issue</h1><p><a href="https://example.com/a">a source</a></p>',
    );
    issue = made.id;
    const tokens = await readout.addRecipients(publication, issue, 40);
    const headers = { 'user-agent': READER_AGENT };
    for (const token of tokens.slice(0, 12)) await fetch(`${readout.address}/o/${issue}/${token}.gif`, { headers });
    await eventually(
      () => readout.report(publication, issue),
      ({ figures }) => figures.readers === 12,
    );
    elsewhere = createServer((request, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      const src = new URL(request.url ?? '', 'http://x').searchParams.get('src') ?? '';
      response.end(`<!doctype html><title>Board</title><iframe id="f" src="${src}" width="900" height="700"></iframe>`);
    });
    await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
    const { port } = elsewhere.address() as AddressInfo;
    // One machine under two names: two origins to a browser.
    sites = { allowed: `http://127.0.0.1:${port}`, other: `http://localhost:${port}` };
    problems = watchForProblems(page);
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await readout?.kill('SIGTERM');
    elsewhere?.close();
    await folder.remove();
  });

  /** In a browser that has never been here. */
  const stranger = async (width = 1280) => {
    const context = await browser.newContext({ viewport: { width, height: 900 }, reducedMotion: 'reduce' });
    return context.newPage();
  };
  const figures = (within: Pick<Page, 'locator'>) =>
    within
      .locator('[data-figure]')
      .evaluateAll((all) => all.map((one) => `${one.getAttribute('data-figure')}: ${one.textContent}`));
  let address = '';

  test('is made on the page of an issue, told once, and shows the same figures to a stranger', async () => {
    await page.goto(`${readout.address}/p/${publication}/issues/${issue}`);
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    await page.getByLabel('Name of the link').fill('For the board');
    await page.getByLabel('Web sites that may show it').fill(sites.allowed);
    await examine(page, 'share form');
    await page.getByRole('button', { name: 'Make the link' }).click();
    const code = page.locator('pre').filter({ hasText: '/s/rs_' }).first();
    await code.waitFor();
    address = (await code.textContent()) ?? '';
    expect(await page.locator('pre').filter({ hasText: '<iframe' }).textContent()).toContain(`${address}?embed=true`);
    await examine(page, 'share made');
    await page.getByRole('button', { name: 'Close sharing' }).click();

    const visitor = await stranger();
    const theirs = watchForProblems(visitor);
    const asked: string[] = [];
    visitor.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await visitor.goto(address);
    await visitor.getByRole('heading', { level: 1, name: 'An issue' }).waitFor();
    const shown = await figures(visitor);
    expect(shown).toContain('readers: 12');
    const own = await figures(page.locator('main'));
    expect(shown.filter((one) => !own.includes(one))).toEqual([]);
    await visitor.locator('.apexcharts-series').first().waitFor({ state: 'attached' });
    expect(asked.filter((path) => path.startsWith('/api/'))).toEqual([`/api/v1/shared/${address.split('/s/')[1]}`]);
    expect(await visitor.context().cookies()).toEqual([]);
    for (const width of [1280, 360]) {
      await visitor.setViewportSize({ width, height: 900 });
      await visitor.emulateMedia({ colorScheme: 'light' });
      await examineInBothSchemes(visitor, 'shared issue');
    }
    expect(theirs).toEqual([]);
    expect(problems).toEqual([]);
    await visitor.context().close();
  }, 120_000);

  test('stands within a page of a site that may show it, and of no other', async () => {
    const visitor = await stranger();
    const within = (site: string) => visitor.goto(`${site}/?src=${encodeURIComponent(`${address}?embed=true`)}`);
    await within(sites.allowed);
    const frame = visitor.frameLocator('#f');
    await frame.locator('[data-figure="readers"]').waitFor();
    expect(await figures(frame)).toContain('readers: 12');
    expect(await frame.getByText('Made with Readout').count()).toBe(0);
    await visitor.screenshot({ path: join(SCREENSHOTS, 'shared-embedded.png') });
    const refused: string[] = [];
    visitor.on('console', (message) => refused.push(message.text()));
    await within(sites.other);
    await eventually(
      async () => refused.join(' '),
      (text) => /frame-ancestors/.test(text),
    );
    expect(await frame.locator('[data-figure]').count()).toBe(0);
    await visitor.context().close();
  }, 60_000);

  test('opens nothing once it is revoked, and again when that was a mistake', async () => {
    await page.goto(`${readout.address}/p/${publication}/settings`);
    await page.getByText('For the board').first().waitFor();
    const item = page.locator('li').filter({ hasText: 'For the board' });
    expect(await item.textContent()).toContain('Opened 2 times');
    await item.getByRole('button', { name: /^Revoke/ }).click();
    await page.getByText('opens nothing any more').waitFor();
    const visitor = await stranger(360);
    await visitor.goto(address);
    await visitor.getByRole('heading', { level: 1, name: 'This link no longer works' }).waitFor();
    await examineInBothSchemes(visitor, 'a link that no longer works');
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('works again').waitFor();
    await page.locator('#shares').scrollIntoViewIfNeeded();
    await page.screenshot({ path: join(SCREENSHOTS, 'share-list.png') });
    await visitor.reload();
    await visitor.getByRole('heading', { level: 1, name: 'An issue' }).waitFor();
    await visitor.context().close();
    expect(problems.filter((one) => !/404/.test(one))).toEqual([]);
  }, 60_000);
});
