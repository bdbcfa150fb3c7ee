import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { CreatedIssue } from '@readout/api-contract';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser, READER_AGENT } from './browsers.ts';
import { eventually, RunningReadout, temporaryFolder } from './running-readout.ts';
import { siteWith } from './site-with.ts';

const SCRIPT = join(import.meta.dirname, '../packages/reader-script/dist/pages/reader.js');
const MOST_BYTES = 2_048;

interface Reported {
  readonly v: number;
  readonly issue: string;
  readonly token?: string;
  readonly referrer?: string;
  readonly events: readonly { readonly kind: string; readonly ago: number; readonly section?: string }[];
}

test('the reader script is under 2 KB compressed', () => {
  expect(gzipSync(readFileSync(SCRIPT), { level: 9 }).length).toBeLessThan(MOST_BYTES);
});

describe('a page with the reader script', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let readout: RunningReadout;
  let browser: Browser;
  let site: { readonly server: Server; readonly address: string };
  let publication: string;
  let issue: CreatedIssue;
  let tokens: readonly string[];
  const contexts: BrowserContext[] = [];

  beforeAll(async () => {
    folder = await temporaryFolder();
    readout = await RunningReadout.start(folder.path);
    // Not as a context's agent: what goes out as a page is left has the browser's own.
    browser = await launchBrowser([`--user-agent=${READER_AGENT}`]);
    publication = (await readout.createPublication('Pages')).id;
    issue = await readout.createIssue(
      publication,
      '<h1>Tides</h1><h2>Ebb</h2><p>Out.</p><h2>Flood</h2><p>In.</p><!-- paywall --><h2>Slack</h2><p>Still.</p>',
    );
    tokens = await readout.addRecipients(publication, issue.id, 12);
    const tides = () => pageOf(issue, readout.address);
    site = await siteWith({ '/tides': tides, '/odd': () => withMistakes(tides()) }, readout.address);
    const sites = await readout.fetch(`/publications/${publication}`, {
      method: 'PATCH',
      body: { sites: [site.address] },
    });
    expect(sites.status).toBe(200);
    // The collector hears of it within seconds.
    await eventually(
      () => fetch(`${readout.address}/b`, { method: 'POST', headers: { origin: site.address }, body: '{}' }),
      ({ status }) => status === 400,
    );
  }, 90_000);
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close();
  });
  afterAll(async () => {
    await browser?.close();
    site?.server.close();
    await readout?.kill('SIGTERM');
    await folder.remove();
  });

  /** A page in a reader's own browser; what it reports, and what goes wrong on it, as it comes. */
  async function visit(path: string, prepare?: (page: Page) => Promise<unknown>) {
    const context = await browser.newContext({ viewport: { width: 800, height: 600 } });
    contexts.push(context);
    const page = await context.newPage();
    const reported: Reported[] = [];
    const answers: number[] = [];
    const errors: string[] = [];
    page.on('request', (request) => {
      if (request.url() === `${readout.address}/b`) reported.push(JSON.parse(request.postData() ?? ''));
    });
    page.on('response', (response) => {
      if (response.url() === `${readout.address}/b`) answers.push(response.status());
    });
    page.on('pageerror', (error) => errors.push(error.message));
    await prepare?.(page);
    await page.goto(site.address + path);
    const kinds = () =>
      reported.flatMap((one) => one.events.map(({ kind, section }) => [kind, section].join(' ').trim()));
    return { context, page, reported, answers, errors, kinds };
  }

  const paywallHits = async () => (await readout.report(publication, issue.id)).figures.paywallHits;
  const scrollTo = (page: Page, selector: string) =>
    page.locator(selector).evaluate((one) => one.scrollIntoView({ block: 'center' }));

  test('reports what was read, as it comes into view, and each once', async () => {
    const before = await paywallHits();
    const { page, reported, answers, kinds, errors } = await visit(`/tides?readout_token=${tokens[0]}&page=2#ebb`);
    const [ebb, flood] = issue.sections.map(({ id }) => id);
    await eventually(
      async () => kinds(),
      (all) => all.includes(`section_read ${ebb}`),
    );
    expect(kinds()).toEqual(['viewed', `section_read ${ebb}`]);
    await scrollTo(page, '#flood-text');
    await eventually(
      async () => kinds(),
      (all) => all.includes(`section_read ${flood}`),
    );
    expect(kinds()).not.toContain('paywall_hit');
    await scrollTo(page, '#paywall');
    await eventually(
      async () => kinds(),
      (all) => all.includes('paywall_hit') && all.includes('offer_shown'),
    );
    await scrollTo(page, '#ebb');
    await scrollTo(page, '#paywall');
    await page.waitForTimeout(3_500);
    expect(kinds().toSorted()).toEqual(
      ['offer_shown', 'paywall_hit', `section_read ${ebb}`, `section_read ${flood}`, 'viewed'].toSorted(),
    );
    expect(new Set(reported.map((one) => one.token))).toEqual(new Set([tokens[0]]));
    expect(new Set(answers)).toEqual(new Set([204]));
    await eventually(paywallHits, (hits) => hits === before + 1);
    // Who passes the address on does not pass on who they are.
    expect(new URL(page.url()).search + new URL(page.url()).hash).toBe('?page=2#ebb');
    expect(errors).toEqual([]);
    expect(await page.context().cookies()).toEqual([]);
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
  }, 60_000);

  test('counts no paywall that was passed by within a second', async () => {
    const { page, kinds } = await visit(`/tides?readout_token=${tokens[1]}`);
    await scrollTo(page, '#paywall');
    await page.waitForTimeout(500);
    await scrollTo(page, '#ebb');
    await page.waitForTimeout(3_500);
    expect(kinds()).toContain('viewed');
    expect(kinds()).not.toContain('paywall_hit');
  }, 30_000);

  test('reports what it can where the page was written wrong, and no section that is not shown', async () => {
    const [, flood] = issue.sections.map(({ id }) => id);
    const { page, reported, answers, kinds } = await visit(`/odd?readout_token=${tokens[7]}`);
    await page.waitForTimeout(3_500);
    await scrollTo(page, '#flood-text');
    await eventually(
      async () => kinds(),
      (all) => all.includes(`section_read ${flood}`),
    );
    expect(kinds()).toEqual(['viewed', `section_read ${flood}`]);
    // Of the tag's own token nothing was filled in: the address has one.
    expect(new Set(reported.map((one) => one.token))).toEqual(new Set([tokens[7]]));
    await eventually(
      async () => answers,
      (all) => all.length === reported.length,
    );
    expect(new Set(answers)).toEqual(new Set([204]));
  }, 30_000);

  test('counts no paywall for the time in which another tab was looked at', async () => {
    const { page, kinds } = await visit(`/tides?readout_token=${tokens[8]}`, (page) =>
      page.addInitScript(() => {
        const state = { now: 'visible' };
        Object.defineProperty(document, 'visibilityState', { get: () => state.now });
        Object.assign(globalThis, { show: (now: string) => Object.assign(state, { now }) });
      }),
    );
    const show = (state: string) => page.evaluate(`show('${state}')`);
    await scrollTo(page, '#paywall');
    for (let times = 0; times < 3; times++) {
      await page.waitForTimeout(500);
      await show('hidden');
      await page.waitForTimeout(1_000);
      await show('visible');
    }
    await scrollTo(page, '#ebb');
    await page.waitForTimeout(3_000);
    expect(kinds()).toContain('viewed');
    expect(kinds()).not.toContain('paywall_hit');
  }, 30_000);

  test('sends what waits when the page is left', async () => {
    const before = await paywallHits();
    // Of what the page sends, only what goes out as it is left comes through.
    const { page } = await visit(`/tides?readout_token=${tokens[2]}`, (page) =>
      page.addInitScript(() => {
        window.fetch = () => Promise.reject(new TypeError('not now'));
      }),
    );
    await scrollTo(page, '#paywall');
    await page.waitForTimeout(2_500);
    expect(await paywallHits()).toBe(before);
    await page.goto(`${site.address}/elsewhere`);
    await eventually(paywallHits, (hits) => hits === before + 1);
  }, 30_000);

  test('does not say whose it is where the browser asks not to be followed', async () => {
    const { reported } = await visit(`/tides?readout_token=${tokens[3]}`, (page) =>
      page.addInitScript(() => Object.defineProperty(navigator, 'globalPrivacyControl', { value: true })),
    );
    await eventually(
      async () => reported.length,
      (count) => count > 0,
    );
    expect(reported.map((one) => one.token)).toEqual([undefined]);
  }, 30_000);

  test('says which host led to it, and nothing else of the page before', async () => {
    const { reported } = await visit('/tides', (page) =>
      page.setExtraHTTPHeaders({ referer: 'https://t.co/abc?private=1' }),
    );
    await eventually(
      async () => reported.length,
      (count) => count > 0,
    );
    expect(reported.map((one) => one.referrer)).toEqual(['t.co']);
  }, 30_000);

  test('keeps what could not go out without a network for the next page of the tab', async () => {
    const { page, context, reported, kinds } = await visit(`/tides?readout_token=${tokens[4]}`);
    await context.setOffline(true);
    await page.evaluate(() => dispatchEvent(new Event('pagehide')));
    await page.waitForTimeout(100);
    expect(await page.evaluate(() => sessionStorage.length)).toBe(1);
    const sent = kinds().length;
    await context.setOffline(false);
    await page.goto(`${site.address}/tides?again`);
    await eventually(
      async () => kinds(),
      (all) => all.length > sent,
    );
    expect(reported.find((one) => one.token === tokens[4])?.events[0]?.kind).toBe('viewed');
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  }, 30_000);

  test.each([
    [
      'storage is forbidden',
      () => {
        const refuse = () => {
          throw new DOMException('no', 'SecurityError');
        };
        Object.defineProperty(window, 'sessionStorage', { get: refuse });
        Object.defineProperty(window, 'localStorage', { get: refuse });
      },
    ],
    [
      'another script of the page fails',
      () => {
        addEventListener('DOMContentLoaded', () => {
          throw new Error('of the page');
        });
      },
    ],
  ])(
    'works where %s',
    async (_, happens) => {
      const { kinds, errors } = await visit(`/tides?readout_token=${tokens[5]}`, (page) => page.addInitScript(happens));
      await eventually(
        async () => kinds(),
        (all) => all.includes('viewed'),
      );
      expect(errors.filter((one) => one !== 'of the page')).toEqual([]);
    },
    30_000,
  );

  test.each(['/reader.js', '/b'])(
    'is not disturbed where %s is blocked',
    async (path) => {
      const { page, errors } = await visit('/tides', (page) =>
        page.route(`${readout.address}${path}`, (route) => route.abort()),
      );
      await page.waitForTimeout(4_000);
      await page.goto(`${site.address}/elsewhere`);
      expect(errors).toEqual([]);
    },
    30_000,
  );

  test('tries again what an overloaded Readout refused, and not what it refuses for good', async () => {
    let status = 503;
    const { kinds, answers } = await visit(`/tides?readout_token=${tokens[6]}`, (page) =>
      page.route(`${readout.address}/b`, (route) =>
        status === 0
          ? route.continue()
          : route.fulfill({ status, headers: { 'access-control-allow-origin': site.address } }),
      ),
    );
    await eventually(
      async () => answers,
      (all) => all.includes(503),
    );
    status = 0;
    await eventually(
      async () => answers,
      (all) => all.includes(204),
    );
    expect(kinds().filter((one) => one === 'viewed').length).toBeGreaterThan(1);

    status = 404;
    const refused = await visit('/tides', (page) =>
      page.route(`${readout.address}/b`, (route) =>
        route.fulfill({ status: 404, headers: { 'access-control-allow-origin': site.address } }),
      ),
    );
    await refused.page.waitForTimeout(9_000);
    expect(refused.kinds().filter((one) => one === 'viewed')).toEqual(['viewed']);
  }, 60_000);

  test('comes compressed, is kept for an hour, and is asked for again with its tag', async () => {
    const answer = await fetch(`${readout.address}/reader.js`, { headers: { 'accept-encoding': 'br, gzip' } });
    expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(answer.headers.get('content-encoding')).toBe('br');
    expect(answer.headers.get('cache-control')).toBe('public, max-age=3600');
    expect(await answer.text()).toBe(readFileSync(SCRIPT, 'utf8'));
    const again = await fetch(`${readout.address}/reader.js`, {
      headers: { 'if-none-match': answer.headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);
    expect((await fetch(`${readout.address}/reader.js`, { method: 'POST' })).status).toBe(405);
  });
});

/** An issue's web page. */
function pageOf({ id, sections }: CreatedIssue, readout: string): string {
  const [ebb, flood] = sections.map((one) => one.id);
  return `<!doctype html><title>Tides</title><h1>Tides</h1>
    <h2 id="ebb" data-readout-section="${ebb}">Ebb</h2><p style="height: 900px">Out.</p>
    <h2 data-readout-section="${flood}">Flood</h2><p id="flood-text" style="height: 900px">In.</p>
    <aside id="paywall" data-readout-paywall style="height: 300px"><p data-readout-offer>Keep reading with a 7-day free trial</p></aside>
    <script async src="${readout}/reader.js" data-issue="${id}"></script>`;
}

/** The page as one gets it wrong: a token that nobody filled in, an id that is none, a section that is hidden. */
function withMistakes(page: string): string {
  return page
    .replace('<script async', '<script async data-token="*|TOKEN|*"')
    .replace(/(id="ebb") data-readout-section="[^"]+"/, '$1 data-readout-section="{{ section.id }}"')
    .replace('<aside', '<p style="display: none" data-readout-section="mkjihgfedcba">Later.</p><aside');
}
