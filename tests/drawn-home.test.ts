import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createdIssue, recipientsResponse } from '@readout/api-contract';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { choosePassword, launchBrowser, READER_AGENT, watchForProblems } from './browsers.ts';
import { eventually, OWNER_KEY, RunningReadout, temporaryFolder } from './running-readout.ts';

const HOSTILE = '</script><script>document.title = "taken"</script> & <b>“$&”</b>';
/** Bytes of the page as a browser gets it, compressed; a tenth more is let through. */
const PAGE_BUDGET = 35_000;

describe('home, as the server draws it', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let readout: RunningReadout;
  let browser: Browser;
  let state: Awaited<ReturnType<BrowserContext['storageState']>>;
  let cookie: string;
  let home: string;

  beforeAll(async () => {
    folder = await temporaryFolder();
    readout = await RunningReadout.start(folder.path);
    browser = await launchBrowser();
    const context = await browser.newContext();
    await choosePassword(await context.newPage(), readout);
    state = await context.storageState();
    await context.close();
    cookie = state.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    const { id } = await readout.createPublication('Mine');
    home = `/p/${id}`;
    const made = await readout.call(createdIssue, `/publications/${id}/issues`, {
      title: HOSTILE,
      editions: [{ edition: 'whole', html: '<h1>One</h1>' }],
    });
    const recipients = Array.from({ length: 1_234 }, (_, at) => ({ reader: `r${at}`, segment: 'free' }));
    const sentAt = new Date(Date.now() - 3_600_000).toISOString();
    await readout.call(recipientsResponse, `/publications/${id}/issues/${made.id}/recipients`, { sentAt, recipients });
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await readout?.kill('SIGTERM');
    await folder.remove();
  });

  const fetched = async (headers: Record<string, string>) => {
    const answer = await fetch(`${readout.address}${home}`, { headers: { accept: 'text/html', ...headers } });
    return { text: await answer.text(), headers: answer.headers };
  };
  /** A server with much else to do gives the plain page, which is right: then it is asked again. */
  const fetchedDrawn = (headers: Record<string, string>) =>
    eventually(
      () => fetched(headers),
      (page) => !isPlain(page),
      60_000,
    );
  const openDrawn = (page: Page) =>
    eventually(
      async () => {
        await page.goto(`${readout.address}${home}`, { waitUntil: 'commit' });
        await page.waitForSelector('noscript', { state: 'attached' });
        return page.locator('#drawn-home').count();
      },
      (count) => count > 0,
      60_000,
    );
  const isPlain = ({ text, headers }: Awaited<ReturnType<typeof fetched>>) =>
    text.includes('<div id="root"></div>') && headers.get('cache-control') === 'no-cache' && !text.includes('Mine');

  const opened = async (options: BrowserContextOptions, look: (page: Page) => Promise<void>) => {
    const context = await browser.newContext({ storageState: state, ...options });
    try {
      await look(await context.newPage());
    } finally {
      await context.close();
    }
  };

  test('stands in the page with its figures before any script has run', async () => {
    await opened({ javaScriptEnabled: false }, async (page) => {
      await openDrawn(page);
      await page.getByRole('heading', { name: 'Mine', level: 1 }).waitFor();
      await page.getByText('of 1,234 delivered').waitFor();
      expect(await page.locator('[data-figure="readersOverDays"]').textContent()).toBe('0');
      expect(await page.locator('main [aria-busy=true], main .mantine-Skeleton-root').count()).toBe(0);
      await page.getByRole('link', { name: 'Readers' }).click();
      expect(new URL(page.url()).pathname).toBe(`${home}/readers`);
    });
  }, 120_000);

  test('needs nothing else to be seen, and of itself little', async () => {
    await opened({}, async (page) => {
      await page.route('**/*', (route) => (route.request().isNavigationRequest() ? route.continue() : route.abort()));
      await openDrawn(page);
      await page.getByText('of 1,234 delivered').waitFor();
      const isStyled = () => getComputedStyle(document.documentElement).getPropertyValue('--mantine-scale') === '1';
      expect(await page.evaluate(isStyled)).toBe(true);
      const transferSize = await page.evaluate(() => {
        const [navigation] = performance.getEntriesByType('navigation');
        return navigation instanceof PerformanceNavigationTiming ? navigation.transferSize : Number.NaN;
      });
      expect({ transferSize, isWithin: transferSize <= PAGE_BUDGET * 1.1 }).toEqual({ transferSize, isWithin: true });
    });
  }, 120_000);

  test.each([
    ['en-GB', 'of 1,234 delivered'],
    ['es-ES', 'de 1.234 entregados'],
    ['de-DE', 'of 1.234 delivered'],
  ])(
    'is taken over as it is by a browser in %s, which asks for none of it again',
    async (locale, says) => {
      await opened({ locale }, async (page) => {
        const problems = watchForProblems(page);
        const asked: string[] = [];
        page.on('request', (request) => asked.push(new URL(request.url()).pathname));
        await page.addInitScript(() => {
          addEventListener('DOMContentLoaded', () => {
            document.querySelector('h1')?.setAttribute('data-as-drawn', '');
          });
        });
        await page.route('**/live', (route) => route.abort());
        await openDrawn(page);
        await page.getByText(says).waitFor();
        // The title is set by the scripts, once they have taken over.
        await page.waitForFunction(() => document.title.includes('Mine'));
        expect(await page.locator('h1[data-as-drawn]').count()).toBe(1);
        expect(await page.title()).not.toBe('taken');
        await page.getByText(HOSTILE).first().waitFor();
        // Since the page that was drawn: one before it may have been plain.
        const since = asked.slice(asked.lastIndexOf(home));
        expect(since.filter((path) => path.startsWith('/api/') && !path.endsWith('/live'))).toEqual([]);
        expect(problems.filter((problem) => !problem.includes('ERR_FAILED'))).toEqual([]);
      });
    },
    60_000,
  );

  test('is drawn anew where the browser wants it otherwise than the server thought', async () => {
    await opened({ locale: 'en-US', extraHTTPHeaders: { 'accept-language': 'es-ES' } }, async (page) => {
      const problems = watchForProblems(page);
      await openDrawn(page);
      await page.getByText('of 1,234 delivered').waitFor();
      expect(await page.locator('html').getAttribute('lang')).toBe('en');
      expect(problems).toEqual([]);
    });
  }, 120_000);

  test('is for whoever is signed in, and kept by nobody', async () => {
    const { text, headers } = await fetchedDrawn({ cookie });
    expect(text).toContain('of 1,234 delivered');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'self'; .*script-src 'self' 'sha256-[\w+/=]{44}'$/,
    );
  });

  test.each([
    ['without a session', {}],
    ['with a session that never was', { cookie: `readout_session=${'A'.repeat(43)}` }],
    ['with a cookie that is none', { cookie: 'readout_session=1' }],
    ["with an owner's key, with which no browser opens a page", { authorization: `Bearer ${OWNER_KEY}` }],
  ])('is given to nobody %s', async (_, headers) => {
    const plain = await fetched(headers);
    expect(isPlain(plain)).toBe(true);
    expect(plain.headers.get('content-security-policy')).not.toContain('script-src');
  });

  test.each(['script', 'iframe', 'image', 'empty'])(
    'is not given to a page that wants it as %s',
    async (destination) => {
      expect(isPlain(await fetched({ cookie, 'sec-fetch-dest': destination }))).toBe(true);
    },
  );

  test('is not given any more after signing out', async () => {
    const signedIn = await fetch(`${readout.address}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'user-agent': READER_AGENT },
      body: JSON.stringify({ password: 'a long enough password' }),
    });
    const other = { cookie: signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '' };
    await fetchedDrawn(other);
    await fetch(`${readout.address}/api/v1/session`, { method: 'DELETE', headers: other });
    expect(isPlain(await fetched(other))).toBe(true);
  });

  test('what draws it is not given to browsers', async () => {
    for (const path of ['draw-home.js', 'browser-files.json']) {
      expect((await fetch(`${readout.address}/server/${path}`, { headers: { cookie } })).status).toBe(404);
    }
  });
});
