import { EventEmitter, once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { assignedOffer, type CreatedIssue, experimentView, offerView } from '@readout/api-contract';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser, READER_AGENT } from './browsers.ts';
import { eventually, RunningReadout, temporaryFolder } from './running-readout.ts';
import { siteWith } from './site-with.ts';

const PACKAGE = join(import.meta.dirname, '../packages/reader-script/dist');
const MOST_BYTES = 1_024;
const MODULES = ['index', 'attention', 'offers', 'outbox', 'reader', 'reader-token', 'signals'];

interface Reported {
  readonly token?: string;
  readonly events: readonly { readonly kind: string; readonly offer?: string }[];
}

test('the script for offers is under 1 KB compressed', () => {
  expect(gzipSync(readFileSync(join(PACKAGE, 'pages/offers.js')), { level: 9 }).length).toBeLessThan(MOST_BYTES);
});

describe('a page with an experiment on it', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let readout: RunningReadout;
  let browser: Browser;
  let site: { readonly server: Server; readonly address: string };
  let publication: string;
  let issue: CreatedIssue;
  let control: string;
  let other: string;
  let experiment: string;
  /** By the offer that each is shown. */
  const tokens = { control: [] as string[], other: [] as string[] };
  const contexts: BrowserContext[] = [];

  beforeAll(async () => {
    folder = await temporaryFolder();
    readout = await RunningReadout.start(folder.path);
    browser = await launchBrowser([`--user-agent=${READER_AGENT}`]);
    publication = (await readout.createPublication('Pages')).id;
    const path = `/publications/${publication}`;
    const pages: Record<string, () => string> = {
      '/tides': () => pageOf({ issue: issue.id, control, other, readout: readout.address }),
      '/unfilled': () =>
        pageOf({ issue: issue.id, control, other, readout: readout.address, given: 'data-token="{{token}}"' }),
      '/typed': () => '<!doctype html><title>Typed</title><p>Typed<script type="module" src="/typed.js"></script>',
      '/typed.js': () => typedScript(readout.address, issue.id, other),
    };
    for (const name of MODULES) pages[`/${name}.js`] = () => readFileSync(join(PACKAGE, `${name}.js`), 'utf8');
    site = await siteWith(pages, readout.address, "'self'");
    await readout.fetch(path, { method: 'PATCH', body: { sites: [site.address] } });
    issue = await readout.createIssue(
      publication,
      `<h1>Tides</h1><p><a href="${site.address}/tides?page=2#top">On</a>`,
    );
    const terms = { price: 800, currency: 'EUR', headline: 'Read on', button: 'Start' };
    control = (await readout.call(offerView, `${path}/offers`, { name: 'Week', trialDays: 7, ...terms })).id;
    other = (await readout.call(offerView, `${path}/offers`, { name: 'Month', trialDays: 30, ...terms })).id;
    const arms = [control, other].map((offer) => ({ offer, weight: 1 }));
    const draft = { name: 'Which', arms, measure: 'trial_starts', smallestEffect: 0.2 };
    experiment = (await readout.call(experimentView, `${path}/experiments`, draft)).id;
    await readout.call(experimentView, `${path}/experiments/${experiment}/start`, {});
    for (const token of await readout.addRecipients(publication, issue.id, 24)) {
      const { offer } = await readout.call(assignedOffer, `${path}/offer?token=${token}`);
      (offer?.id === other ? tokens.other : tokens.control).push(token);
    }
    await eventually(
      () =>
        fetch(`${readout.address}/offer/${issue.id}?token=${tokens.other[0]}`, { headers: { origin: site.address } }),
      ({ status }) => status === 200,
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

  async function visit(address: string, prepare?: (page: Page) => Promise<unknown>) {
    const context = await browser.newContext({ viewport: { width: 800, height: 600 } });
    contexts.push(context);
    const page = await context.newPage();
    const reported: Reported[] = [];
    const errors: string[] = [];
    page.on('request', (request) => {
      if (request.url() === `${readout.address}/b` && request.resourceType() !== 'ping')
        reported.push(JSON.parse(request.postData() ?? ''));
    });
    // What goes out as a page is left is nowhere else to be seen.
    await page.addInitScript(() => {
      const send = navigator.sendBeacon.bind(navigator);
      navigator.sendBeacon = (address, body) => {
        localStorage.setItem('sent', `${localStorage.getItem('sent') ?? ''}${body}\n`);
        return send(address, body);
      };
    });
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    await prepare?.(page);
    await page.goto(address);
    const told = () =>
      reported.flatMap(({ events }) => events.map(({ kind, offer }) => [kind, offer].join(' ').trim()));
    const shown = async () => {
      const all = await page.locator('[data-readout-offer]').all();
      const ids = await Promise.all(all.map(async (one) => [await one.isVisible(), await one.getAttribute('id')]));
      return ids.flatMap(([isVisible, id]) => (isVisible ? [id] : []));
    };
    return { page, reported, errors, told, shown };
  }
  const page = (token = '') => `${site.address}/tides?readout_token=${token}`;

  test('there are readers of both kinds', () => {
    expect(tokens.control.length).toBeGreaterThan(4);
    expect(tokens.other.length).toBeGreaterThan(4);
  });

  test.each(['control', 'other'] as const)(
    'shows the reader’s own offer, and says with what happens which one it was: %s',
    async (kind) => {
      const [token] = tokens[kind];
      const id = kind === 'other' ? other : control;
      const { page: tab, told, shown, errors, reported } = await visit(page(token));
      await eventually(shown, (all) => all.length === 1 && all[0] === kind);
      expect(new URL(tab.url()).search).toBe('');
      await eventually(
        async () => told(),
        (all) => all.includes(`offer_shown ${id}`),
      );
      await tab.locator(`#${kind} a`).click();
      await tab.waitForURL(/elsewhere/);
      const sent = await tab.evaluate(() => localStorage.getItem('sent') ?? '');
      for (const line of sent.split('\n')) if (line !== '') reported.push(JSON.parse(line));
      expect(told().toSorted()).toEqual(
        [`call_to_action ${id}`, `offer_shown ${id}`, `paywall_hit ${id}`, 'viewed'].toSorted(),
      );
      expect(new Set(reported.map((one) => one.token))).toEqual(new Set([token]));
      expect(errors).toEqual([]);
      expect(await tab.context().cookies()).toEqual([]);
    },
    30_000,
  );

  test('a button that stands in no offer is reported without one, once', async () => {
    const { page: tab, told } = await visit(page(tokens.other[1]));
    await tab.locator('#elsewhere').click();
    await tab.locator('#elsewhere').click();
    await eventually(
      async () => told(),
      (all) => all.includes('call_to_action'),
    );
    await tab.waitForTimeout(2_500);
    expect(told().filter((one) => one.startsWith('call_to_action'))).toEqual(['call_to_action']);
  }, 30_000);

  test.each([
    ['does not answer', async () => new Promise<void>(() => {})],
    ['is not reached', async (route: { abort(): Promise<void> }) => route.abort()],
    [
      'answers with what it should not',
      async (route: { fulfill(answer: object): Promise<void> }) =>
        route.fulfill({ headers: { 'access-control-allow-origin': '*' }, body: '<html>' }),
    ],
  ] as const)(
    'shows the control within a second where the endpoint %s',
    async (_, answers) => {
      const { page: tab, shown } = await visit(page(tokens.other[2]), (tab) =>
        tab.route(`${readout.address}/offer/**`, answers),
      );
      await tab.waitForTimeout(1_000);
      expect(await shown()).toEqual(['control']);
    },
    30_000,
  );

  test('stays as it was written where the script is blocked', async () => {
    const { shown } = await visit(page(tokens.other[2]), (tab) =>
      tab.route(`${readout.address}/offers.js`, (route) => route.abort()),
    );
    expect(await shown()).toEqual(['control']);
  }, 30_000);

  test('shows nothing else for as long as it asks', async () => {
    // Let go as soon as it was looked at, and not after a time: on a busy machine that may be the second it waits at most.
    const asking = new EventEmitter();
    const asked = once(asking, 'asked');
    const { shown } = await visit(page(tokens.other[2]), (tab) =>
      tab.route(`${readout.address}/offer/**`, async (route) => {
        const answered = once(asking, 'answered');
        asking.emit('asked');
        await answered;
        await route.continue();
      }),
    );
    await asked;
    expect(await shown()).toEqual([]);
    asking.emit('answered');
    await eventually(shown, (all) => all.length === 1 && all[0] === 'other');
  }, 30_000);

  test('does not say who it is where the browser asks not to be followed', async () => {
    const asked: string[] = [];
    const { shown } = await visit(page(tokens.other[3]), async (tab) => {
      await tab.addInitScript(() => Object.defineProperty(navigator, 'globalPrivacyControl', { value: true }));
      tab.on('request', (request) => request.url().includes('/offer/') && asked.push(request.url()));
    });
    await eventually(shown, (all) => all.length === 1 && all[0] === 'control');
    expect(asked).toEqual([`${readout.address}/offer/${issue.id}`]);
  }, 30_000);

  test('takes the token of the address where nobody filled in the tag’s own', async () => {
    const { shown, reported } = await visit(`${site.address}/unfilled?readout_token=${tokens.other[4]}`);
    await eventually(shown, (all) => all.length === 1 && all[0] === 'other');
    await eventually(
      async () => reported,
      (all) => all.length > 0,
    );
    expect(new Set(reported.map(({ token }) => token))).toEqual(new Set([tokens.other[4]]));
  }, 30_000);

  test('is told who comes by a link in the mail', async () => {
    const link = `${readout.address}/c/${issue.links[0]?.id}/${tokens.other[0]}`;
    const { page: tab, reported, shown } = await visit(link);
    await eventually(shown, (all) => all.length === 1 && all[0] === 'other');
    await eventually(
      async () => reported,
      (all) => all.length > 0,
    );
    expect(new Set(reported.map(({ token }) => token))).toEqual(new Set([tokens.other[0]]));
    expect(tab.url()).toBe(`${site.address}/tides?page=2#top`);
  }, 30_000);

  test('may do it by itself, with the package', async () => {
    const { page: tab, told, errors } = await visit(`${site.address}/typed?readout_token=${tokens.other[1]}`);
    await eventually(
      async () => told(),
      (all) => all.length === 4,
    );
    expect(told().toSorted()).toEqual(
      [`call_to_action ${other}`, 'offer_shown', `paywall_hit ${other}`, 'viewed'].toSorted(),
    );
    expect(await tab.title()).toBe(`${experiment} ${other} 30`);
    expect(errors).toEqual([]);
  }, 30_000);

  test('shows everybody the control once the experiment is stopped', async () => {
    await readout.call(experimentView, `/publications/${publication}/experiments/${experiment}/stop`, {});
    await eventually(
      async () => (await fetch(`${readout.address}/offer/${issue.id}?token=${tokens.other[0]}`)).json(),
      (answer) => JSON.stringify(answer).includes(control),
    );
    const { shown } = await visit(page(tokens.other[0]));
    await eventually(shown, (all) => all.length === 1 && all[0] === 'control');
  }, 30_000);
});

/** @param given further attributes of the scripts' tags */
function pageOf({
  issue,
  control,
  other,
  readout,
  given = '',
}: Readonly<Record<'issue' | 'control' | 'other' | 'readout', string> & { given?: string }>): string {
  return `<!doctype html><title>Tides</title><h1>Tides</h1>
    <aside data-readout-paywall data-readout-offers><h2>Keep reading</h2>
      <p id="control" data-readout-offer="${control}">A week: <a data-readout-cta href="/elsewhere">Start</a></p>
      <p id="other" data-readout-offer="${other}" hidden>A month: <a data-readout-cta href="/elsewhere">Start</a></p>
    </aside>
    <script async src="${readout}/offers.js" data-issue="${issue}" ${given}></script>
    <script async src="${readout}/reader.js" data-issue="${issue}" ${given}></script>
    <p>${'Out. '.repeat(200)}</p>
    <button id="elsewhere" data-readout-cta><b>Subscribe</b></button>`;
}

function typedScript(readout: string, issue: string, other: string): string {
  return `import { askOffer, startReader } from './index.js';
    const token = new URL(location.href).searchParams.get('readout_token');
    const reader = startReader({ endpoint: '${readout}/b', issue: '${issue}', token });
    reader.paywallHit('${other}');
    reader.offerShown('no id');
    reader.callToAction('${other}');
    const { experiment, offer } = await askOffer({ endpoint: '${readout}/offer/', issue: '${issue}', token });
    document.title = [experiment, offer.id, offer.trialDays].join(' ');`;
}
