import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { issueList, publicationList } from '@readout/api-contract';
import { ODDITY_KINDS } from '@readout/importers';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { importPages as english } from '../apps/dashboard/src/words/en/import-pages.ts';
import { importPages as spanish } from '../apps/dashboard/src/words/es/import-pages.ts';
import { zipOf } from '../packages/importers/src/testing/zip-of.ts';
import { choosePassword, launchBrowser, watchForProblems } from './browsers.ts';
import { examineInBothSchemes, SCREENSHOTS, WIDTHS } from './examine.ts';
import { RunningReadout, temporaryFolder } from './running-readout.ts';
import { type PlainCounts, substackExport } from './substack-export.ts';

/** Long enough to be looked at, and to be stopped. */
const SIZE = { issues: 12, people: 4_000, padding: 65_536 };
const SLOW_BYTES_PER_SECOND = 8_000;

test.each(ODDITY_KINDS)('what is odd as %s has words of its own, for one and for several', (kind) => {
  for (const { oddities } of [english, spanish]) {
    const { says, done } = oddities[kind];
    expect(says(1, '1')).toMatch(/^1 /);
    expect(done).not.toBe(oddities.other.done);
  }
});

describe('bringing history in', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let readout: RunningReadout;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let problems: string[];
  let zip: string;
  let counts: PlainCounts;
  let publication: string;

  beforeAll(async () => {
    await mkdir(SCREENSHOTS, { recursive: true });
    folder = await temporaryFolder();
    zip = join(folder.path, 'low-tide-export.zip');
    counts = await substackExport(zip, SIZE);
    readout = await RunningReadout.start(join(folder.path, 'data'));
    browser = await launchBrowser();
    context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
    page = await context.newPage();
    await choosePassword(page, readout);
    problems = watchForProblems(page);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await readout?.kill('SIGTERM');
    await folder.remove();
  });

  const seen = (text: string | RegExp) => page.getByText(text).first().waitFor();
  const heading = (name: string) => page.getByRole('heading', { name, exact: true }).waitFor();
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const give = (path: string) => page.locator('input[type=file]').setInputFiles(path);
  const lookAt = async (name: string) => {
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme: 'light' });
      await page.locator('html[data-mantine-color-scheme="light"]').waitFor({ state: 'attached' });
      await examineInBothSchemes(page, `import-${name}`);
    }
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.emulateMedia({ colorScheme: 'light' });
  };
  const lines = () => page.locator('main').textContent();

  test('on the first screen, what is no ZIP is refused before it is sent', async () => {
    await page.goto(`${readout.address}/start`);
    const wrong = join(folder.path, 'posts.csv');
    await writeFile(wrong, 'a,b\n');
    await give(wrong);
    await page.getByRole('alert').getByText('This is no ZIP archive').waitFor();
    await lookAt('start');
    const { items } = await readout.call(publicationList, '/publications');
    expect(items).toEqual([]);
  }, 60_000);

  test('an export that is dropped there makes the publication; its upload can be cancelled, and given again', async () => {
    const throttle = await context.newCDPSession(page);
    await throttle.send('Network.enable');
    const limit = (uploadThroughput: number) =>
      throttle.send('Network.emulateNetworkConditions', {
        offline: false,
        latency: 0,
        downloadThroughput: -1,
        uploadThroughput,
      });
    await limit(SLOW_BYTES_PER_SECOND);
    await drop(page, zip, 'low-tide-export.zip');
    await page.waitForURL(/\/p\/\w+\/import\/\w+\?new=true$/);
    await heading('Sending');
    await seen(/ a second/);
    await lookAt('sending');
    // Other pages can be looked at, and the upload goes on; whoever closes the window is asked.
    await page.getByRole('link', { name: 'All imports' }).click();
    await heading('Bring your history');
    expect(await page.evaluate(() => !dispatchEvent(new Event('beforeunload', { cancelable: true })))).toBe(true);
    await page.goBack();
    await heading('Sending');
    await press('Cancel');
    await seen('Nothing has been sent yet.');
    expect(await page.evaluate(() => dispatchEvent(new Event('beforeunload', { cancelable: true })))).toBe(true);
    await lookAt('waiting');
    await limit(-1);
    await give(zip);
    await heading('What was found');
  }, 120_000);

  test('the preview says what was found, what is odd and what will happen, and names the publication', async () => {
    const opens = [...counts.values()].reduce((sum, { readers }) => sum + readers, 0);
    const shown = await lines();
    for (const text of [
      'Issues12',
      'Readers on the list4,000',
      'Delivered48,000',
      `Opens${opens.toLocaleString('en')}`,
      '1 draft in posts.csv. Left out: never sent, never published.',
      'Such as: 99',
      '1 column that nobody knows in posts.csv. Passed over.',
      '1 file that belongs to no export. Passed over.',
      'Such as: photographs.bin',
      '1 time without a time zone in posts/*.opens.csv. Read as UTC.',
      'Addresses become keyed hashes while they are read.',
    ]) {
      expect(shown).toContain(text);
    }
    await lookAt('preview');
    const name = page.getByLabel('Name', { exact: true });
    expect(await name.inputValue()).toBe('lowtide');
    await name.fill('');
    await press('Start');
    await seen('A publication needs a name.');
    await name.fill('Low Tide');
    await page.getByRole('combobox', { name: 'Time zone' }).fill('Europe/Lisbon');
  }, 60_000);

  test('it is stopped and goes on, to figures that a plain count gives', async () => {
    await page.getByRole('button', { name: 'Start', exact: true }).press('Enter');
    await heading('Bringing your history in');
    await press('Stop');
    await heading('The import stopped');
    await seen('You stopped it.');
    await lookAt('stopped');
    await press('Go on');
    await heading('Bringing your history in');
    await page.getByText('Your history is in').waitFor({ timeout: 60_000 });
    await seen(/12 issues, 4,000 readers and [\d,]+ events came in\./);
    await lookAt('done');
    const { items } = await readout.call(publicationList, '/publications');
    expect(items).toMatchObject([{ name: 'Low Tide', timeZone: 'Europe/Lisbon' }]);
    publication = items[0]?.id ?? '';
    const list = await readout.call(issueList, `/publications/${publication}/issues?limit=200`);
    const found = list.items.map(({ title, figures: { delivered, readers } }) => [title, { delivered, readers }]);
    expect(new Map(found as [string, { delivered: number; readers: number }][])).toEqual(counts);
    await page.getByRole('link', { name: 'See the issues' }).click();
    await page.getByRole('link', { name: 'Tide 7' }).first().click();
    const { readers = 0 } = counts.get('Tide 7') ?? {};
    await page.locator('[data-figure="readers"]').getByText(readers.toLocaleString('en'), { exact: true }).waitFor();
  }, 120_000);

  test('the same file again brings nothing new, also where Readout is restarted in the middle', async () => {
    await page.goto(`${readout.address}/p/${publication}/settings`);
    await page.getByRole('link', { name: 'Bring your history' }).click();
    await heading('Imports so far');
    await seen(/done|12 issues/);
    await give(zip);
    await heading('What was found');
    await press('Start');
    await heading('Bringing your history in');
    const port = Number(new URL(readout.address).port);
    await readout.kill('SIGKILL');
    await seen('Readout does not answer at the moment.');
    readout = await RunningReadout.start(join(folder.path, 'data'), port);
    await heading('The import stopped');
    await seen('Readout stopped while this was under way.');
    await press('Go on');
    await page.getByText('Nothing new').waitFor({ timeout: 60_000 });
    await seen(/events were there already, and count once\./);
    await page.getByRole('link', { name: 'Bring in something else' }).click();
    await seen('nothing new');
    await lookAt('list');
  }, 120_000);

  test('an archive that is no export says so, and gives way to another; both can be removed', async () => {
    const photographs = await zipOf(join(folder.path, 'photographs.zip'), { 'one.jpg': 'x' });
    await give(photographs);
    await heading('It could not be looked through');
    await seen('There is no posts.csv in the archive');
    await lookAt('no-export');
    const first = page.url();
    await give(zip);
    await heading('What was found');
    expect(page.url()).not.toBe(first);
    expect(await page.getByLabel('Name', { exact: true }).count()).toBe(0);
    await press('Remove');
    await heading('Imports so far');
    const rows = page.locator('section[aria-labelledby="former"] li');
    expect(await rows.count()).toBe(2);
    await rows.first().getByRole('button').click();
    await rows.nth(1).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await rows.nth(1).waitFor();
    await page.goto(first);
    await seen('There is no such import');
  }, 120_000);

  test('a listmonk without an address, and Ghost’s two files, are asked for in words', async () => {
    await page.goto(`${readout.address}/p/${publication}/import`);
    await page.getByText('listmonk', { exact: true }).click();
    await page.getByLabel('Address of the database').fill('mysql://somewhere');
    await press('Look through it');
    await seen('An address begins with postgres://');
    await page.getByText('Ghost', { exact: true }).click();
    const members = join(folder.path, 'members.csv');
    await writeFile(members, 'email\nann@mail.example\n');
    await give(members);
    await heading('What is sent');
    await seen('Now the export itself, the JSON file.');
    await lookAt('ghost');
    // What the browser itself says of an address that is gone, and of a server that is away or not up yet.
    expect(problems.filter((one) => !/404|503|ERR_|WebSocket/.test(one))).toEqual([]);
  }, 60_000);
});

/** As a person drops a file from the desktop. */
async function drop(page: Page, path: string, name: string): Promise<void> {
  const content = (await readFile(path)).toString('base64');
  const files = await page.evaluateHandle(
    async ([base64, called]) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      const transfer = new DataTransfer();
      transfer.items.add(new File([bytes], called, { type: 'application/zip' }));
      return transfer;
    },
    [content, name] as const,
  );
  const area = page.getByText('Drop the ZIP here');
  await area.dispatchEvent('dragover', { dataTransfer: files });
  await page.getByText('Let go, and it is taken').dispatchEvent('drop', { dataTransfer: files });
}
