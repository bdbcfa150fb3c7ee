import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { BillingSystemList } from '@readout/api-contract';
import type { Browser } from 'playwright-core';
import {
  bySignedWebhook,
  byStripe,
  STRIPE_SECRET,
  stripeEvent,
  stripeSubscription,
  WEBHOOK_SECRET,
} from '../apps/collector/src/testing/billing-requests.ts';
import type { Signed } from '../apps/collector/src/testing/provider-requests.ts';
import { choosePassword, launchBrowser, watchForProblems } from './browsers.ts';
import { examine, SCREENS, SCREENSHOTS } from './examine.ts';
import { eventually, OWNER_KEY, RunningReadout, temporaryFolder } from './running-readout.ts';

const CLI = join(import.meta.dirname, '../apps/readout/dist/cli.js');
const CSV = [
  'subscription;reader;status;started_at;trial_end;plan;price;currency;interval;first_paid_at;Shoe size',
  'S-1;R1;active;2026-01-02;2026-01-16;Premium;9.00;EUR;month;2026-01-16;42',
  'S-2;R2;trialing;2026-02-20;2026-03-06;Premium;9.00;EUR;month;;41',
  'S-3;nobody;ended;2025-02-20;;Premium;9.00;EUR;month;;43',
].join('\r\n');

describe('billing', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let readout: RunningReadout;
  let browser: Browser;
  let publication: string;

  beforeAll(async () => {
    await mkdir(SCREENSHOTS, { recursive: true });
    folder = await temporaryFolder();
    readout = await RunningReadout.start(folder.path);
    publication = (await readout.createPublication('Mine')).id;
    const issue = await readout.createIssue(publication, '<h1>Rates</h1><p><a href="https://example.com/">one</a></p>');
    await readout.addRecipients(publication, issue.id, 4);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await readout?.kill('SIGTERM');
    await folder.remove();
  });

  const put = (system: string, secret: string) =>
    readout.fetch(`/publications/${publication}/billing/systems/${system}`, { method: 'PUT', body: { secret } });
  const systems = async () =>
    (await (await readout.fetch(`/publications/${publication}/billing/systems`)).json()) as BillingSystemList;
  const post = (system: string, { body, headers }: Signed) =>
    fetch(`${readout.address}/hooks/${system}/${publication}`, { method: 'POST', headers, body });
  const stripe = (event: unknown) => post('stripe', byStripe(event, { at: Date.now() }));

  test('systems are refused until they are set up; what they state then is in the warehouse', async () => {
    const updated = stripeEvent('customer.subscription.updated', stripeSubscription());
    expect((await stripe(updated)).status).toBe(404);
    expect((await put('stripe', STRIPE_SECRET)).status).toBe(200);
    expect((await put('webhook', WEBHOOK_SECRET)).status).toBe(200);
    await eventually(
      () => stripe(updated),
      ({ status }) => status === 200,
    );
    const paid = {
      time: '2026-06-02T10:00:00Z',
      subscription: 'S-9',
      payment: { id: 'P-1', amount: 900, currency: 'EUR' },
    };
    expect((await post('webhook', bySignedWebhook(paid, { at: Date.now() }))).status).toBe(200);
    const { items } = await eventually(systems, (list) => list.items.every((one) => one.lastStatementAt !== null));
    expect(items.map(({ system, lastStatementAt }) => [system, lastStatementAt])).toEqual([
      ['stripe', new Date(1_780_316_790_000).toISOString()],
      ['webhook', '2026-06-02T10:00:00.000Z'],
    ]);
    expect((await readout.fetch('/quarantine')).ok).toBe(true);
  }, 60_000);

  test('what Stripe lists comes in from the command line', async () => {
    const file = join(folder.path, 'subscriptions.json');
    await writeFile(file, JSON.stringify({ object: 'list', data: [stripeSubscription({ status: 'active' })] }));
    const env = { PATH: process.env.PATH ?? '', READOUT_URL: readout.address, READOUT_API_KEY: OWNER_KEY };
    const args = [
      CLI,
      'import',
      'subscriptions',
      file,
      '--publication',
      publication,
      '--as-of',
      '2026-06-03T00:00:00Z',
    ];
    const { stderr } = await promisify(execFile)(process.execPath, args, { env });
    expect(stderr).toMatch(/As of 2026-06-03T00:00:00Z: 1 rows\.\n {2}how subscriptions stand: 1 active\n/);
    expect(stderr).toMatch(/1 statements were written/);
    await eventually(systems, ({ items }) => items[0]?.lastStatementAt === '2026-06-03T00:00:00.000Z');
    await writeFile(file, JSON.stringify([{ object: 'payout' }]));
    const failed = await promisify(execFile)(process.execPath, args, { env }).catch((error: unknown) => error);
    expect(failed).toMatchObject({ code: 1, stderr: expect.stringMatching(/data\.0: Nothing is made of/) });
  }, 60_000);

  test('is set up in the settings of the publication, by keyboard too, and a file is looked at before it comes in', async () => {
    for (const system of ['stripe', 'webhook']) {
      await readout.fetch(`/publications/${publication}/billing/systems/${system}`, { method: 'DELETE' });
    }
    browser = await launchBrowser();
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
    const page = await context.newPage();
    await choosePassword(page, readout);
    const problems = watchForProblems(page);
    const onEveryScreen = async (name: string) => {
      for (const { scheme, width } of SCREENS) {
        await page.emulateMedia({ colorScheme: scheme });
        await page.setViewportSize({ width, height: 900 });
        await examine(page, `billing-${name}-${scheme}-${width}`);
      }
      await page.emulateMedia({ colorScheme: 'light' });
      await page.setViewportSize({ width: 1280, height: 900 });
    };
    await page.goto(`${readout.address}/p/${publication}/settings`);
    const section = page.locator('section[aria-labelledby="billing"]');
    await section.getByRole('button', { name: 'Set up Stripe' }).press('Enter');
    await section.getByText(`${readout.address}/hooks/stripe/${publication}`).waitFor();
    const secret = section.getByLabel('Signing secret');
    await secret.fill('sk_live_0123456789abcdefghijklmn');
    await secret.press('Enter');
    await section.getByText('This is an API key of Stripe’s').waitFor();
    await onEveryScreen('open');
    await secret.fill(STRIPE_SECRET);
    await section.getByLabel('Connected account').fill('somebody');
    await secret.press('Enter');
    await section.getByText('An account of Stripe’s begins with').waitFor();
    await section.getByLabel('Connected account').fill('acct_1Letters');
    await section.getByLabel('Take events of test mode').press('Space');
    await secret.press('Enter');
    await section.getByText(`with the secret that ends with ${STRIPE_SECRET.slice(-4)}.`).waitFor();
    await section.getByText('acct_1Letters').waitFor();
    const change = section.getByRole('button', { name: 'Change Stripe' });
    expect(await change.evaluate((one) => one === document.activeElement)).toBe(true);

    const chooser = section.locator('input[type=file]');
    const asFile = (text: string) => ({ name: 'readers.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
    await chooser.setInputFiles(asFile(`${CSV};`.replace('trialing', 'asleep')));
    await section.getByText('Line 3, status: Not one of').waitFor();
    await section.getByText('Line 4: There are 12 fields').waitFor();
    await onEveryScreen('faults');
    await chooser.setInputFiles(asFile(CSV.replace('ended;2025-02-20', 'paused;2025-02-20')));
    await section.getByText('Found in readers.csv').waitFor();
    await section.getByText('3, of them 2 known as recipients').waitFor();
    await section.getByText('These columns are not read: Shoe size.').waitFor();
    await onEveryScreen('preview');
    await section.getByRole('button', { name: 'Import 3 rows' }).press('Enter');
    await section.getByText('3 subscriptions were imported').waitFor();

    await section.getByRole('button', { name: 'Remove Stripe' }).click();
    await page.getByRole('button', { name: 'Undo' }).click();
    await section.getByText('with the secret that ends with').waitFor();
    await section.getByRole('button', { name: 'Remove Stripe' }).click();
    await section.getByText('with the secret that ends with').waitFor({ state: 'detached' });
    // Leaving the page ends the time for second thoughts.
    await page.goto(`${readout.address}/p/${publication}`);
    await eventually(systems, ({ items }) => items.length === 0);
    // The secret, the account and the file that were wrong.
    expect(problems.filter((one) => !one.includes('400'))).toEqual([]);
  }, 180_000);

  test('speaks Spanish, of mistakes in a file as well', async () => {
    const signedIn = await browser.contexts()[0]?.storageState();
    if (signedIn === undefined) throw new Error('nobody has signed in');
    const context = await browser.newContext({
      storageState: signedIn,
      locale: 'es-ES',
      viewport: { width: 360, height: 900 },
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    await page.goto(`${readout.address}/p/${publication}/settings`);
    const section = page.locator('section[aria-labelledby="billing"]');
    await section.getByRole('button', { name: 'Configurar Stripe' }).click();
    await section.getByLabel('Secreto de firma').fill('sk_live_0123456789abcdefghijklmn');
    await section.getByLabel('Secreto de firma').press('Enter');
    await section.getByText('No es el secreto').waitFor();
    const buffer = Buffer.from('subscription,status,started_at\nS-1,asleep,2026-02-30\n');
    await section.locator('input[type=file]').setInputFiles({ name: 'altas.csv', mimeType: 'text/csv', buffer });
    await section.getByText('Línea 2, status: No es ninguno de estos').waitFor();
    await section.getByText('Línea 2, started_at: No es una fecha').waitFor();
    await examine(page, 'billing-es-360');
  }, 60_000);
});
