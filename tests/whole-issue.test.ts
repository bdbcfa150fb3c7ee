import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { editionPreview } from '@readout/api-contract';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { choosePassword, launchBrowser, READER_AGENT, watchForProblems } from './browsers.ts';
import { hostileIssue } from './hostile-issue.ts';
import { eventually, RunningReadout, temporaryFolder } from './running-readout.ts';

const SITE = 'https://letters.example';
const WHOLE = `<!doctype html><h1>Ebb and flow</h1><p>In this issue</p><ul><li><a href="${SITE}/p/ebb#one">One</a></li><li><a href="${SITE}/p/ebb#two">Two</a></li></ul>
<h2>One</h2><p style="height:300px">Read <a href="https://example.org/first">the first</a> of them.</p>
<!-- paywall --><h2>Two</h2><p style="height:900px"><a href="https://example.org/second">the second</a></p>`;
const CUT = WHOLE.replace(/<h2>Two[\s\S]*/, '<p><a href="https://example.org/premium">Keep reading</a></p>');

describe('an issue itself, as an author sees it', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let readout: RunningReadout;
  let browser: Browser;
  let context: BrowserContext;
  let stranger: Server;
  let elsewhere: string;
  const asked: string[] = [];
  let strangersPage = '';

  beforeAll(async () => {
    folder = await temporaryFolder();
    readout = await RunningReadout.start(folder.path);
    browser = await launchBrowser();
    context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
    await choosePassword(await context.newPage(), readout);
    stranger = createServer((request, response) => {
      asked.push(request.url ?? '');
      if (request.url === '/page') response.setHeader('content-type', 'text/html');
      response.end(request.url === '/page' ? strangersPage : '');
    });
    await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
    elsewhere = `http://127.0.0.1:${(stranger.address() as AddressInfo).port}`;
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    stranger?.close();
    await readout?.kill('SIGTERM');
    await folder.remove();
  });

  const paper = (page: Page) => page.frameLocator('iframe');
  const places = (page: Page) => page.locator('[data-place]');

  test('is harmless, whatever stands in it: nothing runs, nothing is fetched, nothing leads away', async () => {
    const publication = await readout.createPublication('Hostile');
    const html = hostileIssue(elsewhere, readout.address);
    const issue = await readout.createIssue(publication.id, html);
    const path = `/p/${publication.id}/issues/${issue.id}`;

    // What it would do anywhere else, if it stayed there: otherwise this proves nothing.
    const staying = html.replace('top.location=', 'void ').replace('"refresh"', '"x"').replace('<base ', '<x ');
    const anywhere = await browser.newContext();
    const bare = await anywhere.newPage();
    strangersPage = staying;
    await bare.goto(`${elsewhere}/page`).catch(() => undefined);
    await eventually(
      async () => asked.length,
      (count) => count > 3,
    );
    await anywhere.close();
    asked.length = 0;

    const page = await context.newPage();
    const problems = watchForProblems(page);
    const requests: string[] = [];
    let dialogs = 0;
    page.on('request', (request) => requests.push(`${request.resourceType()} ${request.url()}`));
    page.on('dialog', (dialog) => {
      dialogs++;
      void dialog.dismiss();
    });
    await page.goto(readout.address + path);
    await paper(page).locator('h2', { hasText: 'Second' }).waitFor({ state: 'attached' });
    await places(page).nth(1).waitFor();
    await page.waitForTimeout(1_500);
    expect(asked).toEqual([]);
    const foreign = requests.filter((one) => {
      const [kind = '', url = ''] = one.split(' ');
      const isOurs = url.startsWith(`${readout.address}/`);
      return (
        url !== 'about:srcdoc' && (!isOurs || /\/(o|c)\//.test(url) || (kind === 'image' && !url.endsWith('.svg')))
      );
    });
    expect(foreign).toEqual([]);
    expect(dialogs).toBe(0);
    expect(await page.title()).toMatch(/An issue/);
    expect(new URL(page.url()).pathname).toBe(path);
    // Not even the second wall, the frame's own policy, had anything to refuse.
    expect(problems).toEqual([]);

    // Nothing lies over the page around it, or stays while it moves.
    const over = paper(page).locator('div', { hasText: /^over/ });
    for (const one of await over.all()) {
      expect(await one.evaluate((element) => getComputedStyle(element).position)).toBe('static');
    }
    expect(await paper(page).locator('script, iframe, form, input, object, embed, svg, link, base').count()).toBe(0);
    await paper(page).getByText('A picture').waitFor({ state: 'attached' });

    // A click shows the link in the list, and leads nowhere.
    for (const place of await places(page).all()) await place.click();
    await page.waitForTimeout(300);
    expect(new URL(page.url()).pathname).toBe(path);
    expect(page.frames().map((frame) => frame.url())).toEqual([readout.address + path, 'about:srcdoc']);
    expect(asked).toEqual([]);
    expect(problems).toEqual([]);
    await page.close();
  }, 120_000);

  test('is harmless by its own policy too, where a hole was left in what was taken out', async () => {
    const page = await context.newPage();
    const publication = await readout.createPublication('Second wall');
    const issue = await readout.createIssue(publication.id, '<h2>A</h2><p><a href="https://example.org">a</a></p>');
    await page.route('**/whole/preview', async (route) => {
      const answer = editionPreview.parse(await (await route.fetch()).json());
      const hole = `<img src="${elsewhere}/hole.png" onerror="parent.document.title='ran'"><style>@import "${elsewhere}/hole.css";</style><script>parent.document.title='ran'</script><iframe src="${elsewhere}/hole"></iframe><img src="/api/v1/session">`;
      await route.fulfill({ json: { ...answer, html: answer.html.replace('<h2>', `${hole}<h2>`) } });
    });
    const images: string[] = [];
    page.on('response', (answer) => answer.request().resourceType() === 'image' && images.push(answer.url()));
    asked.length = 0;
    await page.goto(`${readout.address}/p/${publication.id}/issues/${issue.id}`);
    await places(page).first().waitFor();
    await page.waitForTimeout(1_000);
    expect(await paper(page).locator('script').count()).toBe(1);
    expect(asked).toEqual([]);
    expect(images.filter((url) => !url.endsWith('.svg'))).toEqual([]);
    expect(await page.title()).not.toBe('ran');
    await page.close();
  }, 60_000);

  describe('that has been read', () => {
    let page: Page;
    let problems: string[];
    let publication: string;
    let issue: string;
    let tokens: readonly string[];
    let links: readonly { readonly id: string; readonly url: string }[];
    const headers = { 'user-agent': READER_AGENT, accept: 'text/html', 'accept-language': 'en' };
    const click = (url: string, token: string | undefined) =>
      fetch(`${readout.address}/c/${links.find((one) => one.url === url)?.id}/${token}`, {
        headers,
        redirect: 'manual',
      });

    beforeAll(async () => {
      publication = (await readout.createPublication('Mine')).id;
      const changed = await readout.fetch(`/publications/${publication}`, { method: 'PATCH', body: { sites: [SITE] } });
      expect(changed.status).toBe(200);
      const made = await readout.createIssue(publication, WHOLE, CUT);
      issue = made.id;
      links = made.links;
      tokens = await readout.addRecipients(publication, issue, 40);
      const [one, two] = made.sections.map(({ id }) => id);
      const report = (token: string, events: readonly object[]) =>
        fetch(`${readout.address}/b`, {
          method: 'POST',
          headers: { ...headers, origin: SITE, 'content-type': 'text/plain' },
          body: JSON.stringify({ v: 1, issue, token, referrer: 'https://t.co/x', events }),
        });
      for (const token of tokens.slice(0, 12)) await click('https://example.org/first', token);
      for (const [at, token] of tokens.slice(0, 30).entries()) {
        const seen = [
          { kind: 'viewed', ago: 5_000 },
          ...(at < 24 ? [{ kind: 'section_read', section: one, ago: 4_000 }] : []),
          ...(at < 9
            ? [
                { kind: 'paywall_hit', ago: 3_000 },
                { kind: 'offer_shown', ago: 2_000 },
              ]
            : []),
          ...(at < 6 ? [{ kind: 'section_read', section: two, ago: 1_000 }] : []),
        ];
        // The collector learns of the site a moment later.
        await eventually(
          () => report(token, seen),
          ({ status }) => status === 204,
        );
      }
      await eventually(
        () => readout.report(publication, issue),
        ({ figures }) => figures.clickers === 12 && figures.paywallHits === 9,
      );
      page = await context.newPage();
      problems = watchForProblems(page);
      await page.goto(`${readout.address}/p/${publication}/issues/${issue}`);
      await places(page).nth(1).waitFor();
    }, 120_000);

    test('has its clickers on its links, and a number moves with the next click', async () => {
      const badges = page.locator('[data-ink]');
      expect(await badges.allTextContents()).toEqual(['12']);
      await click('https://example.org/second', tokens[20]);
      await badges.filter({ hasText: /^1$/ }).waitFor({ timeout: 5_000 });
      expect(await badges.allTextContents()).toEqual(['12', '1']);
    }, 60_000);

    test('shows a link’s place from the list by keyboard, and the list from the place', async () => {
      const id = links.find(({ url }) => url.endsWith('/first'))?.id;
      const row = page.getByRole('button', { name: /^the first\s+12 clickers, 92\.3% of the clickers/ });
      await row.focus();
      await page.locator(`[data-place="${id}"][data-active]`).waitFor();
      const note = page.locator('section[aria-labelledby=the-issue]').getByText('12 clickers', { exact: true });
      await note.waitFor();
      await page.keyboard.press('Tab');
      await page.locator(`[data-place="${id}"][data-active]`).waitFor({ state: 'detached' });
      await places(page)
        .and(page.locator(`[data-place="${id}"]`))
        .click();
      expect(await page.evaluate(() => document.activeElement?.getAttribute('data-link'))).toBe(id);
      // Where there is no room beside the issue the list is below: the page stays where one looks.
      await page.setViewportSize({ width: 360, height: 700 });
      const other = places(page).and(page.locator('[data-place]')).first();
      await other.scrollIntoViewIfNeeded();
      const before = await page.evaluate(() => scrollY);
      await other.click();
      expect(await page.evaluate(() => scrollY)).toBe(before);
      await page.setViewportSize({ width: 1280, height: 900 });
    }, 60_000);

    test('has reading depth along its side, where the sections begin, and the paywall where it stood', async () => {
      const top = async (what: string) => (await page.locator(what).first().boundingBox())?.y ?? Number.NaN;
      const stretches = page.locator('[data-stretch]');
      expect(await stretches.allTextContents()).toEqual(['100.0%', '80.0%', '20.0%']);
      const widths = await stretches
        .locator('span:first-child')
        .evaluateAll((all) => all.map((one) => one.clientWidth));
      expect(widths).toEqual(widths.toSorted((a, b) => b - a));
      const marks = paper(page).locator('[data-readout-section]');
      for (const [at, stretch] of (await stretches.all()).slice(1).entries()) {
        const mark = await marks.nth(at).boundingBox();
        expect(Math.abs((mark?.y ?? 0) - ((await stretch.boundingBox())?.y ?? 99))).toBeLessThan(3);
      }
      const second = await marks.nth(1).boundingBox();
      expect(await page.locator('[data-paywall-line]').textContent()).toBe('Paywall: 9 people hit it');
      expect(await top('[data-paywall-line]')).toBeLessThan(second?.y ?? 0);
      await page.getByRole('row', { name: /^Paywall: 9 people hit it, 6 read on$/ }).waitFor();
      await page.getByRole('row', { name: /^One 24 / }).waitFor();
    }, 60_000);

    test('keeps the edition and the kind of links in the address, and “Why?” leaves them', async () => {
      const asked = () => Object.fromEntries(new URL(page.url()).searchParams);
      const previews = () =>
        page.evaluate(() =>
          performance
            .getEntriesByType('resource')
            .flatMap(({ name }) => /editions\/(\w+)\/preview$/.exec(name)?.[1] ?? []),
        );
      // An edition is fetched when it is shown.
      expect(new Set(await previews())).toEqual(new Set(['whole']));
      await page.getByText('Free edition', { exact: true }).click();
      await paper(page).getByText('Keep reading').waitFor({ state: 'attached' });
      expect(asked()).toEqual({ edition: 'cut' });
      await page.getByRole('link', { name: /^Calls to action/ }).click();
      await page.getByRole('rowheader', { name: /Keep reading/ }).waitFor();
      expect(await page.getByRole('rowheader', { name: /the first/ }).count()).toBe(0);
      expect(asked()).toEqual({ edition: 'cut', links: 'call_to_action' });
      expect(await page.locator('section[aria-labelledby=links] nav [aria-current]').allTextContents()).toEqual([
        expect.stringContaining('Calls to action'),
      ]);
      await page.getByRole('link', { name: /^Outbound/ }).click();
      await page.getByRole('link', { name: /^Why .* “the first”\?$/ }).click();
      await page.getByRole('dialog').waitFor();
      expect(asked()).toMatchObject({ edition: 'cut', links: 'outbound', why: 'clicks' });
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      expect(asked()).toEqual({ edition: 'cut', links: 'outbound' });
      await page.reload();
      await paper(page).getByText('Keep reading').waitFor({ state: 'attached' });
      await page.getByRole('link', { name: /^All/ }).click();
      await page.getByRole('heading', { name: 'From the contents' }).waitFor();
    }, 60_000);

    test('a table is taken along with what it is of and how its figures are counted, a chart as a picture', async () => {
      const links = page.locator('section[aria-labelledby=links]');
      await links.getByRole('button', { name: /^Export: / }).click();
      const [csv] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('menuitem', { name: 'Download as CSV' }).click(),
      ]);
      const lines = (await readFile(await csv.path(), 'utf8')).replace('\ufeff', '').trimEnd().split('\r\n');
      expect(lines).toEqual(
        expect.arrayContaining([
          expect.stringMatching(/^# Publication: /),
          expect.stringMatching(/^# Filter: edition = cut$/),
          expect.stringMatching(/^# Time zone: /),
          expect.stringMatching(/^# Made at: \d{4}-/),
          expect.stringMatching(/^# Definition: Clickers: Different people who clicked/),
          expect.stringMatching(/^the first,https:\/\/example\.org\/first,.*,12,12,0$/),
        ]),
      );
      const chart = page.locator('figure', { has: page.locator('.apexcharts-canvas') }).first();
      await chart
        .getByRole('button', { name: /^Export: / })
        .first()
        .click();
      const [png] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('menuitem', { name: 'Download chart as PNG' }).click(),
      ]);
      const bytes = await readFile(await png.path());
      expect(bytes.subarray(1, 4).toString()).toBe('PNG');
      // The sizes stand in the first chunk: wider than on the screen, for print.
      expect(bytes.readUInt32BE(16)).toBeGreaterThan(1_000);
    }, 60_000);

    test('says what came of its paywall, and who read it', async () => {
      await page.getByRole('heading', { name: '9 people hit the paywall, 0 started a trial' }).waitFor();
      await page.getByRole('row', { name: /^Were shown an offer 9 9 100\.0%/ }).waitFor();
      await page.getByText('Nothing is known to have been paid.').waitFor();
      await page.getByRole('row', { name: /^X \(Twitter\) 30 100\.0%$/ }).waitFor();
      await page.getByRole('row', { name: /^Computer 30 100\.0%$/ }).waitFor();
      await page.getByText('too early to say').waitFor();
      expect(problems).toEqual([]);
    }, 60_000);
  });
});
