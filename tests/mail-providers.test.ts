import { mkdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { verdictSplit } from '@readout/api-contract';
import type { Browser } from 'playwright-core';
import {
  byMailgun,
  bySendgrid,
  MAILGUN_KEY,
  mailgunEvent,
  SENDGRID_KEY,
  type Signed,
  sendgridEvent,
} from '../apps/collector/src/testing/provider-requests.ts';
import { choosePassword, launchBrowser, READER_AGENT, watchForProblems } from './browsers.ts';
import { examine, SCREENSHOTS } from './examine.ts';
import { eventually, RunningReadout, temporaryFolder } from './running-readout.ts';

/** Long enough for what is reported at once, short enough to wait for. */
const SETTLES_AFTER = { READOUT_SETTLE_SECONDS: '3' };

describe('mail providers', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let readout: RunningReadout;
  let browser: Browser;
  let publication: string;
  let issue: string;
  let tokens: readonly string[];

  beforeAll(async () => {
    await mkdir(SCREENSHOTS, { recursive: true });
    folder = await temporaryFolder();
    readout = await RunningReadout.start(folder.path, 0, [], SETTLES_AFTER);
    publication = (await readout.createPublication('Mine')).id;
    const made = await readout.createIssue(publication, '<h1>Rates</h1><p><a href="https://example.com/">one</a></p>');
    issue = made.id;
    tokens = await readout.addRecipients(publication, issue, 4);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await readout?.kill('SIGTERM');
    await folder.remove();
  });

  const put = (provider: string, key: string) =>
    readout.fetch(`/publications/${publication}/mail-providers/${provider}`, { method: 'PUT', body: { key } });
  const post = (provider: string, { body, headers }: Signed) =>
    fetch(`${readout.address}/hooks/${provider}/${publication}`, { method: 'POST', headers, body });
  let used = 0;
  const mailgun = (event: string, reader: number, more: Readonly<Record<string, unknown>> = {}) =>
    post(
      'mailgun',
      byMailgun(
        mailgunEvent(event, {
          id: `event ${used}`,
          timestamp: Date.now() / 1_000,
          'user-variables': { readout_issue: issue, readout_token: tokens[reader] },
          ...more,
        }),
        { at: Date.now(), token: `token ${used++}` },
      ),
    );
  const opened = (reader: number) =>
    fetch(`${readout.address}/o/${issue}/${tokens[reader]}.gif`, { headers: { 'user-agent': READER_AGENT } });
  const split = () => readout.call(verdictSplit, `/publications/${publication}/issues/${issue}/verdicts?kind=opened`);
  const reasonsOf = async (verdict: string) =>
    (await split()).verdicts.find((one) => one.verdict === verdict)?.reasons.map(({ name }) => name) ?? [];

  test('are refused until they are set up, then report deliveries and bounces', async () => {
    expect((await mailgun('delivered', 0)).status).toBe(404);
    expect((await put('mailgun', MAILGUN_KEY)).status).toBe(200);
    expect((await put('sendgrid', SENDGRID_KEY)).status).toBe(200);
    await eventually(
      () => mailgun('delivered', 0),
      ({ status }) => status === 200,
    );
    const mine = { readout_issue: issue, readout_token: tokens[1], timestamp: Math.floor(Date.now() / 1_000) };
    // By the address alone, as the recipients were named.
    const named = { ...mine, readout_token: undefined, email: 'R3', sg_event_id: 'third' };
    const signed = bySendgrid(
      [sendgridEvent('delivered', mine), sendgridEvent('bounce', { ...named, type: 'bounce' })],
      {
        at: Date.now(),
      },
    );
    expect((await post('sendgrid', signed)).status).toBe(200);
    // And again, as after an answer that was lost.
    expect((await post('sendgrid', signed)).status).toBe(200);
    const { figures } = await eventually(
      () => readout.report(publication, issue),
      (report) => report.figures.delivered === 2 && report.figures.bounced === 1,
    );
    expect(figures).toMatchObject({ sent: 4, delivered: 2, bounced: 1, opens: 0 });
  }, 60_000);

  test('say of an open what they think of it, which is among its reasons', async () => {
    await opened(0);
    const client = { 'client-info': { 'user-agent': READER_AGENT, bot: 'apple' }, ip: '17.58.0.1' };
    expect((await mailgun('opened', 0, client)).status).toBe(200);
    await eventually(
      () => reasonsOf('prefetched'),
      (reasons) => reasons.includes('provider_says_apple'),
    );
    const { events, verdicts } = await split();
    // One open: that of ours. What Mailgun saw is none beside it.
    expect(events).toBe(1);
    expect(verdicts.find(({ verdict }) => verdict === 'human')?.events).toBe(0);
  }, 60_000);

  test('say it too late for the verdict, until history is judged anew', async () => {
    await opened(1);
    await eventually(split, ({ events, settling }) => events === 2 && settling === 0);
    expect((await split()).verdicts.find(({ verdict }) => verdict === 'human')?.events).toBe(1);
    const client = { 'client-info': { 'user-agent': READER_AGENT, bot: 'apple' }, ip: '17.58.0.1' };
    expect((await mailgun('opened', 1, client)).status).toBe(200);
    // What it saw is settled, too, when it can be asked for as one of the events.
    await new Promise((resolve) => setTimeout(resolve, 9_000));
    expect((await split()).verdicts.find(({ verdict }) => verdict === 'human')?.events).toBe(1);
    expect((await readout.fetch(`/publications/${publication}/rules/apply`, { method: 'POST' })).status).toBe(202);
    const judged = await eventually(split, ({ verdicts }) =>
      verdicts.some(({ verdict, events }) => verdict === 'prefetched' && events === 2),
    );
    expect(judged.verdicts.find(({ verdict }) => verdict === 'human')?.events).toBe(0);
  }, 60_000);

  test('are set up and removed in the settings of the publication', async () => {
    for (const provider of ['mailgun', 'sendgrid']) {
      await readout.fetch(`/publications/${publication}/mail-providers/${provider}`, { method: 'DELETE' });
    }
    browser = await launchBrowser();
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
    const page = await context.newPage();
    await choosePassword(page, readout);
    const problems = watchForProblems(page);
    await page.goto(`${readout.address}/p/${publication}/settings`);
    const section = page.locator('section[aria-labelledby="mail-providers"]');
    await section.getByRole('button', { name: 'Set up Mailgun' }).click();
    await section.getByText(`${readout.address}/hooks/mailgun/${publication}`).waitFor();
    await section.getByLabel('HTTP webhook signing key').fill('short');
    await section.getByRole('button', { name: 'Save' }).click();
    await section.getByText('This is too short').waitFor();
    for (const [scheme, width] of [
      ['light', 1280],
      ['dark', 360],
    ] as const) {
      await page.emulateMedia({ colorScheme: scheme });
      await page.setViewportSize({ width, height: 900 });
      await examine(page, `mail-providers-open-${scheme}-${width}`);
    }
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize({ width: 1280, height: 900 });
    await section.getByLabel('HTTP webhook signing key').fill(MAILGUN_KEY);
    await section.getByRole('button', { name: 'Save' }).click();
    await section.getByText(`with the key that ends with ${MAILGUN_KEY.slice(-4)}.`).waitFor();
    // The form is gone; what opened it has the focus again.
    const change = section.getByRole('button', { name: 'Change the key of Mailgun' });
    expect(await change.evaluate((one) => one === document.activeElement)).toBe(true);
    await examine(page, 'mail-providers-set-light-1280');
    await section.getByRole('button', { name: 'Remove Mailgun' }).click();
    await page.getByRole('button', { name: 'Undo' }).click();
    await section.getByText('with the key that ends with').waitFor();
    await section.getByRole('button', { name: 'Remove Mailgun' }).click();
    await section.getByText('with the key that ends with').waitFor({ state: 'detached' });
    // Leaving the page ends the time for second thoughts.
    await page.goto(`${readout.address}/p/${publication}`);
    await eventually(
      async () =>
        (await readout.fetch(`/publications/${publication}/mail-providers`)).json() as Promise<{ items: unknown[] }>,
      ({ items }) => items.length === 0,
    );
    // The key that was too short.
    expect(problems.filter((one) => !one.includes('400'))).toEqual([]);
  }, 120_000);
});
