import { mkdir } from 'node:fs/promises';
import type { Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  assignedOffer,
  type CreatedIssue,
  experimentResults,
  experimentView,
  funnelView,
  issuePaywall,
  offerView,
  revenueView,
  trialsView,
} from '@readout/api-contract';
import type { Browser, Page } from 'playwright-core';
import {
  byStripe,
  STRIPE_SECRET,
  stripeEvent,
  stripeSubscription,
} from '../apps/collector/src/testing/billing-requests.ts';
import { invoice } from '../packages/billing/src/testing/stripe-objects.ts';
import { choosePassword, launchBrowser, READER_AGENT, watchForProblems } from './browsers.ts';
import { examineInBothSchemes, SCREENSHOTS, WIDTHS } from './examine.ts';
import { eventually, RunningReadout, temporaryFolder } from './running-readout.ts';
import { siteWith } from './site-with.ts';

const GROWTH = [
  'growth',
  'growth/trials',
  'growth/revenue',
  'growth/paywall',
  'growth/cohorts',
  'growth/attribution',
  'growth/experiments',
];

/** The whole way in a real browser. Stripe's cloud is played: events in its shapes, signed as it signs them. */
describe('from the paywall to payment', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let readout: RunningReadout;
  let browser: Browser;
  let site: { readonly server: Server; readonly address: string };
  let publication: string;
  let issue: CreatedIssue;
  let control: string;
  let other: string;
  let experiment: string;
  let token: string;
  let mine: string;

  beforeAll(async () => {
    await mkdir(SCREENSHOTS, { recursive: true });
    folder = await temporaryFolder();
    readout = await RunningReadout.start(folder.path);
    browser = await launchBrowser([`--user-agent=${READER_AGENT}`]);
    publication = (await readout.createPublication('Ebb')).id;
    const path = `/publications/${publication}`;
    site = await siteWith(
      { '/tides': () => pageOf(readout.address, issue.id, control, other) },
      readout.address,
      "'self'",
    );
    await readout.fetch(path, { method: 'PATCH', body: { sites: [site.address] } });
    issue = await readout.createIssue(
      publication,
      '<h1>Tides</h1><h2>Springs</h2><p>Text</p><p><a href="https://example.org/">On</a>',
    );
    const terms = { price: 900, currency: 'EUR', headline: 'Read on', button: 'Start' };
    control = (await readout.call(offerView, `${path}/offers`, { name: 'Week', trialDays: 7, ...terms })).id;
    other = (await readout.call(offerView, `${path}/offers`, { name: 'Fortnight', trialDays: 14, ...terms })).id;
    const arms = [control, other].map((offer) => ({ offer, weight: 1 }));
    const draft = { name: 'A week or two', arms, measure: 'trial_starts', smallestEffect: 0.2 };
    experiment = (await readout.call(experimentView, `${path}/experiments`, draft)).id;
    await readout.call(experimentView, `${path}/experiments/${experiment}/start`, {});
    const system = { method: 'PUT', body: { secret: STRIPE_SECRET } };
    expect((await readout.fetch(`${path}/billing/systems/stripe`, system)).status).toBe(200);
    [token = ''] = await readout.addRecipients(publication, issue.id, 3);
    mine = (await readout.call(assignedOffer, `${path}/offer?token=${token}`)).offer?.id ?? '';
    await eventually(
      () => fetch(`${readout.address}/offer/${issue.id}?token=${token}`, { headers: { origin: site.address } }),
      ({ status }) => status === 200,
    );
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    site?.server.close();
    await readout?.kill('SIGTERM');
    await folder.remove();
  });

  const stripe = async (event: unknown, secret = STRIPE_SECRET) => {
    const { body, headers } = byStripe(event, { at: Date.now(), secret });
    return fetch(`${readout.address}/hooks/stripe/${publication}`, { method: 'POST', headers, body });
  };
  const growth = (view: string) => `/publications/${publication}/growth/${view}`;
  const funnel = async () => {
    const { steps } = await readout.call(funnelView, growth('funnel'));
    return Object.fromEntries(steps.map(({ step, people }) => [step, people]));
  };
  let began: number;

  test('a reader hits it on the page and is shown their own offer', async () => {
    const context = await browser.newContext({ viewport: { width: 800, height: 600 } });
    const page = await context.newPage();
    await page.goto(`${site.address}/tides?readout_token=${token}`);
    await page.locator(`[data-readout-offer="${mine}"]`).waitFor({ state: 'visible' });
    await page.waitForTimeout(4_000);
    await page.locator(`[data-readout-offer="${mine}"] a`).click();
    await page.waitForURL(/elsewhere/);
    await context.close();
    await eventually(funnel, ({ paywall_hit, offer_shown }) => paywall_hit === 1 && offer_shown === 1);
    expect(await funnel()).toMatchObject({ delivered: 3, trial_started: 0, converted: 0 });
  }, 60_000);

  test('what somebody else signs begins no trial; what Stripe signs does, twice told or not', async () => {
    began = Math.floor(Date.now() / 1_000);
    const metadata = { readout_token: token };
    const trial = { trial_start: began, trial_end: began + 7 * 86_400, start_date: began, created: began, metadata };
    const created = stripeEvent('customer.subscription.created', stripeSubscription(trial), { created: began });
    expect((await stripe(created, 'whsec_another0123456789abcdefghijklm')).status).toBe(401);
    for (const _ of ['once', 'again']) expect((await stripe(created)).status).toBe(200);
    await eventually(funnel, ({ trial_started }) => trial_started === 1);
    const { running, started, converted } = await readout.call(trialsView, growth('trials'));
    expect({ running, started, converted }).toEqual({ running: 1, started: 1, converted: 0 });
  }, 60_000);

  test('the payment that follows is seen in the funnel, on the issue’s page and in the experiment', async () => {
    const metadata = { readout_token: token };
    const at = began + 2;
    const active = stripeSubscription({
      status: 'active',
      trial_start: began,
      trial_end: at,
      start_date: began,
      created: began,
      metadata,
    });
    // In the wrong order.
    const paid = stripeEvent('invoice.paid', invoice({ created: at, status_transitions: { paid_at: at } }), {
      created: at,
    });
    expect((await stripe(paid)).status).toBe(200);
    expect((await stripe(stripeEvent('customer.subscription.updated', active, { created: at }))).status).toBe(200);
    await eventually(funnel, ({ converted }) => converted === 1);

    const path = `/publications/${publication}`;
    const outcome = await eventually(
      () => readout.call(issuePaywall, `${path}/issues/${issue.id}/paywall`),
      ({ converted }) => converted === 1,
    );
    expect(outcome).toMatchObject({
      hits: 1,
      offersShown: 1,
      trialsStarted: 1,
      running: 0,
      revenue: [{ currency: 'EUR', digits: 2, amount: 900, subscriptions: 1 }],
    });
    // Paid a moment ahead of the clock, as the clocks of two machines are.
    const { currencies } = await eventually(
      () => readout.call(revenueView, growth('revenue')),
      ({ currencies: [euros] }) => euros?.mrr === 900,
    );
    expect(currencies).toMatchObject([{ currency: 'EUR', mrr: 900, issues: [{ issue: issue.id, amount: 900 }] }]);
    const { arms } = await readout.call(experimentResults, `${path}/experiments/${experiment}/results`);
    expect(arms.map(({ offer, people, trials, paid }) => [offer, people, trials, paid])).toEqual([
      [control, ...Array<number>(3).fill(Number(mine === control))],
      [other, ...Array<number>(3).fill(Number(mine === other))],
    ]);
    const report = await eventually(
      () => readout.report(publication, issue.id),
      ({ figures }) => figures.trialsStarted === 1,
    );
    expect(report.figures.paywallHits).toBe(1);
  }, 60_000);

  test('every page of growth shows it, on every screen, without an obstacle', async () => {
    const owner = await browser.newContext();
    await choosePassword(await owner.newPage(), readout);
    const storageState = await owner.storageState();
    await owner.close();
    for (const width of WIDTHS) {
      const context = await browser.newContext({
        viewport: { width, height: 900 },
        colorScheme: 'light',
        reducedMotion: 'reduce',
        storageState,
      });
      for (const path of [...GROWTH, `growth/experiments/${experiment}`]) {
        const page = await context.newPage();
        const problems = watchForProblems(page);
        await page.goto(`${readout.address}/p/${publication}/${path}`);
        await shown(page);
        if (path === 'growth') await page.getByText('1 person of 3 became paying').waitFor();
        if (path.endsWith(experiment)) await page.getByRole('heading', { name: 'Beside the control' }).waitFor();
        await examineInBothSchemes(page, path.replace(experiment, 'one').replaceAll('/', ' '));
        expect(problems).toEqual([]);
        await page.close();
      }
      await context.close();
    }
  }, 240_000);
});

async function shown(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await page.waitForFunction(() => document.querySelector('.mantine-Skeleton-root') === null);
}

function pageOf(readout: string, issue: string, control: string, other: string): string {
  return `<!doctype html><title>Tides</title><h1>Tides</h1>
    <aside data-readout-paywall data-readout-offers><h2>Keep reading</h2>
      <p data-readout-offer="${control}">A week: <a data-readout-cta href="/elsewhere">Start</a></p>
      <p data-readout-offer="${other}" hidden>Two weeks: <a data-readout-cta href="/elsewhere">Start</a></p>
    </aside>
    <script async src="${readout}/offers.js" data-issue="${issue}"></script>
    <script async src="${readout}/reader.js" data-issue="${issue}"></script>`;
}
