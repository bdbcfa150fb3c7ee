import { mkdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createdIssue, createdShare, issueList } from '@readout/api-contract';
import type { Browser, BrowserContext } from 'playwright-core';
import { choosePassword, launchBrowser, READER_AGENT, watchForProblems } from './browsers.ts';
import { examineInBothSchemes, SCREENSHOTS, WIDTHS } from './examine.ts';
import { withHistory } from './publication-with-history.ts';
import { eventually, RunningReadout, temporaryFolder } from './running-readout.ts';

describe('every page, in light and dark, wide and 360 px', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let readout: RunningReadout;
  let browser: Browser;
  let signedIn: Awaited<ReturnType<BrowserContext['storageState']>>;
  let paths: Readonly<Record<string, string>>;

  beforeAll(async () => {
    await mkdir(SCREENSHOTS, { recursive: true });
    folder = await temporaryFolder();
    readout = await RunningReadout.start(folder.path, 0, [], { READOUT_ALLOW_READER_HISTORY: 'on' });
    browser = await launchBrowser();
    const context = await browser.newContext();
    const page = await context.newPage();
    await choosePassword(page, readout);
    signedIn = await context.storageState();

    const publication = await readout.createPublication('A publication with quite a long name, as some have');
    const issue = await readout.createIssue(
      publication.id,
      `<h1>An issue whose title is long enough to need two lines on a telephone</h1><p>In this issue</p><ul><li>One</li><li>Two</li></ul>
      <h2>One</h2><p><a href="https://example.com/${'a-long-path/'.repeat(12)}">a source with a rather long text that says what it is</a></p>
      <!-- paywall --><h2>Two</h2><p><a href="https://example.com/premium">Keep reading with a 7-day free trial</a></p>`,
    );
    const tokens = await readout.addRecipients(publication.id, issue.id, 60);
    const headers = { 'user-agent': READER_AGENT };
    for (const [at, token] of tokens.entries()) {
      if (at % 2 === 0) await fetch(`${readout.address}/o/${issue.id}/${token}.gif`, { headers });
      const link = issue.links[at % 3]?.id;
      if (at % 3 === 0) await fetch(`${readout.address}/c/${link}/${token}`, { headers, redirect: 'manual' });
    }
    await eventually(
      () => readout.report(publication.id, issue.id),
      ({ figures }) => figures.opens === 30,
    );
    // What else a list of issues may hold, and what is compared.
    for (const [title, tags] of [
      ['مد وجزر في المرفأ', ['Tides']],
      ['A title of three hundred characters '.repeat(9).slice(0, 300), []],
      ['\u200B', ['Tides']],
    ] as const) {
      const body = {
        title,
        tags,
        sentAt: '2026-03-02T07:00:00+01:00',
        editions: [{ edition: 'whole', html: '<h1>One</h1>' }],
      };
      await readout.call(createdIssue, `/publications/${publication.id}/issues`, body);
    }
    const { items } = await readout.call(issueList, `/publications/${publication.id}/issues`);
    const all = items.map(({ id }) => id).join(',');
    const empty = await readout.createPublication('An empty one');
    const history = await withHistory(readout);
    await readout.fetch(`/publications/${publication.id}/schedules`, {
      method: 'POST',
      body: {
        name: 'Figures for the people who pay for the weekly letter',
        what: { report: { kind: 'growth', formats: ['pdf', 'xlsx'] }, export: { what: 'links', format: 'csv' } },
        cadence: { every: 'week', weekday: 1, hour: 7 },
        destination: { by: 'email', to: ['somebody@example.com', 'somebody.else@example.com'] },
      },
    });
    await readout.fetch('/keys', { method: 'POST', body: { name: 'A program', publication: publication.id } });
    const shared = async (of: string, subject: object) => {
      const body = { label: 'For the board', subject, expiresAt: null, files: 'language' in subject };
      return `/s/${(await readout.call(createdShare, `/publications/${of}/shares`, body)).token}`;
    };
    // Of an issue that nobody made: into quarantine with it.
    await fetch(`${readout.address}/o/nobodysissue/${tokens[0]}.gif`, { headers });
    paths = {
      start: '/start',
      home: `/p/${publication.id}`,
      'home without an issue': `/p/${empty.id}`,
      issues: `/p/${publication.id}/issues`,
      issue: `/p/${publication.id}/issues/${issue.id}`,
      'issues narrowed down': `/p/${publication.id}/issues?q=title&sort=-openRate&chosen=${all}&columns=tags,readers`,
      'issues without a match': `/p/${publication.id}/issues?q=nowhere&weekday=3`,
      'no issues': `/p/${empty.id}/issues`,
      compare: `/p/${publication.id}/compare?issues=${all}`,
      'compare nothing': `/p/${publication.id}/compare`,
      'issue as free readers get it': `/p/${publication.id}/issues/${issue.id}?edition=cut&links=outbound`,
      'why these opens': `/p/${publication.id}/issues/${issue.id}?why=opens`,
      'a report on an issue': `/p/${publication.id}/reports?kind=issue&issue=${issue.id}`,
      schedules: `/p/${publication.id}/schedules`,
      'no schedules': `/p/${empty.id}/schedules`,
      'a report on growth': `/p/${history.publication}/reports?kind=growth`,
      'a report for a sponsor': `/p/${publication.id}/reports?kind=sponsor`,
      'no report': `/p/${empty.id}/reports`,
      readers: `/p/${history.publication}/readers`,
      'one reader': `/p/${history.publication}/readers/${history.reader}`,
      'readers too early': `/p/${publication.id}/readers`,
      'readers of nothing': `/p/${empty.id}/readers`,
      subjects: `/p/${history.publication}/subjects`,
      'subjects too few': `/p/${publication.id}/subjects`,
      machines: `/p/${publication.id}/machines`,
      'own rules': `/p/${publication.id}/rules`,
      'new issue': `/p/${publication.id}/new`,
      settings: '/settings',
      connections: `/p/${publication.id}/connections`,
      'settings of a publication': `/p/${publication.id}/settings`,
      'a shared issue': await shared(publication.id, { show: 'issue', issue: issue.id }),
      'shared last days': await shared(history.publication, { show: 'overview', days: 30 }),
      'a shared report': await shared(history.publication, { show: 'growth_report', language: 'en', days: 90 }),
      'nothing there': '/p/nothing-there',
    };
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await readout?.kill('SIGTERM');
    await folder.remove();
  });

  const browserOf = (width: number, as: 'owner' | 'stranger') =>
    browser.newContext({
      viewport: { width, height: 900 },
      colorScheme: 'light',
      reducedMotion: 'reduce',
      ...(as === 'owner' ? { storageState: signedIn } : {}),
    });
  const openIn = async (context: BrowserContext, path: string) => {
    const page = await context.newPage();
    const problems = watchForProblems(page);
    await page.goto(readout.address + path);
    await page.locator('h1').first().waitFor();
    await page.waitForFunction(() => document.querySelector('.mantine-Skeleton-root') === null);
    return { page, problems };
  };
  const open = async (width: number, path: string, as: 'owner' | 'stranger') =>
    openIn(await browserOf(width, as), path);

  for (const width of WIDTHS) {
    test(`${width} px: no obstacle, nothing sticks out`, async () => {
      // One after the other in one browser, whose cache spares the time of loading the program anew.
      const owner = await browserOf(width, 'owner');
      for (const [name, path] of Object.entries(paths)) {
        const { page, problems } = await openIn(owner, path);
        if (['issue', 'compare', 'readers'].includes(name))
          await page.locator('.apexcharts-series').first().waitFor({ state: 'attached' });
        if (name === 'issue') await page.locator('[data-place]').first().waitFor();
        await examineInBothSchemes(page, name);
        expect(problems).toEqual([]);
        await page.close();
      }
      await owner.close();
      const { page, problems } = await open(width, '/', 'stranger');
      await examineInBothSchemes(page, 'sign in');
      expect(problems).toEqual([]);
      await page.context().close();
    }, 300_000);
  }

  test('the panels of a chart stay what they are when the page changes under them', async () => {
    const { page } = await open(1280, paths['issue'] ?? '', 'owner');
    const kinds = () =>
      page.locator('.apexcharts-series-markers-wrap, .apexcharts-area-series, .apexcharts-bar-series');
    const classes = async () =>
      (await kinds().evaluateAll((all) => all.map((one) => one.getAttribute('class') ?? '')))
        .filter((name) => /area-series|bar-series/.test(name))
        .map((name) => (name.includes('area') ? 'area' : 'bar'));
    await page.locator('.apexcharts-bar-series').nth(1).waitFor({ state: 'attached' });
    expect(await classes()).toEqual(['area', 'bar', 'bar']);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 600, height: 900 });
    await page.waitForTimeout(500);
    expect(await classes()).toEqual(['area', 'bar', 'bar']);
    await page.context().close();
  }, 60_000);

  test('the keyboard reaches the content first, then everything that can be used', async () => {
    const { page } = await open(1280, paths['issue'] ?? '', 'owner');
    // What comes last is there before the first key: nobody reaches what is not drawn yet.
    await page.locator('[data-place]').first().waitFor();
    for (const name of ['In order', 'By mail client']) await page.getByText(name, { exact: true }).first().waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the content');
    const reached = new Set<string>();
    // What has the focus by its label or its own text; behind the last of the page nothing has it.
    const focused = () =>
      page.evaluate(() => {
        const { activeElement: one, body } = document;
        if (one === null || one === body) return null;
        return ((one instanceof HTMLInputElement && one.labels?.[0]?.textContent) || one.textContent).trim();
      });
    for (let at = 0; at < 300; at++) {
      await page.keyboard.press('Tab');
      const text = await focused();
      if (text === null) break;
      reached.add(text);
    }
    for (const name of ['Issues', 'Readers', 'Add a note', 'In order', 'Export', 'By mail client']) {
      expect([...reached].some((text) => text.includes(name)) ? name : [...reached]).toBe(name);
    }
    await page.context().close();
  }, 60_000);
});
