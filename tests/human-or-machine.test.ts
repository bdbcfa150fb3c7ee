import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ownRulesView } from '@readout/api-contract';
import type { Browser, Page } from 'playwright-core';
import { choosePassword, launchBrowser, READER_AGENT, watchForProblems } from './browsers.ts';
import { eventually, RunningReadout, temporaryFolder } from './running-readout.ts';

/** As Apple's proxy names itself: no more than this. */
const APPLE_AGENT = 'Mozilla/5.0';
const SCRIPT_AGENT = 'python-requests/2.32.3';

describe('human or machine, as an author sees it', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let readout: RunningReadout;
  let browser: Browser;
  let page: Page;
  let problems: string[];
  let publication: string;
  let issue: string;

  beforeAll(async () => {
    folder = await temporaryFolder();
    readout = await RunningReadout.start(folder.path);
    browser = await launchBrowser();
    page = await (
      await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' })
    ).newPage();
    await choosePassword(page, readout);
    publication = (await readout.createPublication('Mine')).id;
    const made = await readout.createIssue(
      publication,
      '<h1>Rates</h1><p><a href="https://example.com/index">the index</a> <a href="https://example.com/more">more</a></p>',
    );
    issue = made.id;
    const tokens = await readout.addRecipients(publication, issue, 80);
    const open = (token: string, agent: string, method = 'GET') =>
      fetch(`${readout.address}/o/${issue}/${token}.gif`, { method, headers: { 'user-agent': agent } });
    const click = (token: string, agent: string) =>
      fetch(`${readout.address}/c/${made.links[0]?.id}/${token}`, {
        redirect: 'manual',
        headers: { 'user-agent': agent, accept: 'text/html', 'accept-language': 'en' },
      });
    for (const token of tokens.slice(0, 30)) await open(token, READER_AGENT);
    for (const token of tokens.slice(30, 55)) await open(token, APPLE_AGENT);
    for (const token of tokens.slice(55, 60)) await open(token, SCRIPT_AGENT);
    for (const token of tokens.slice(0, 12)) await click(token, READER_AGENT);
    for (const token of tokens.slice(55, 60)) await click(token, SCRIPT_AGENT);
    await eventually(
      () => readout.report(publication, issue),
      ({ figures }) => figures.opensByVerdict.prefetched >= 25 && figures.machineClicks >= 5,
    );
    problems = watchForProblems(page);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await readout?.kill('SIGTERM');
    await folder.remove();
  });

  const asked = () => new URL(page.url()).searchParams;
  const drawer = () => page.getByRole('dialog');
  const events = () => drawer().locator('ol > li');

  test('“Why?” opens from a number, narrows down, shows more, and is left with Back or Escape', async () => {
    await page.goto(`${readout.address}/p/${publication}/issues/${issue}`);
    const why = page.getByRole('link', { name: /^Why \d+ readers\?$/ });
    await why.click();
    await drawer().getByText('Who opened: people and machines').waitFor();
    expect(asked().get('why')).toBe('opens');
    await events().first().waitFor();
    expect(await events().count()).toBe(20);
    await drawer().getByRole('button', { name: 'Show more' }).click();
    await events().nth(20).waitFor();

    await drawer().getByRole('button', { name: 'Fetched ahead', exact: true }).click();
    await drawer().getByText('Only: Fetched ahead').waitFor();
    expect(asked().get('class')).toBe('prefetched');
    await expectEvery('Fetched ahead');
    await drawer().getByRole('button', { name: 'Apple Mail fetched the pictures in advance' }).click();
    await drawer().getByText('Only: Fetched ahead: Apple Mail fetched').waitFor();
    const shared = page.url();
    await drawer().getByRole('button', { name: 'Show all' }).click();
    await expectSome('Person');

    await page.goBack();
    await drawer().waitFor({ state: 'detached' });
    expect([...asked().keys()]).toEqual([]);
    await eventually(
      () => why.evaluate((link) => link === document.activeElement),
      (isFocused) => isFocused,
    );

    await page.goto(shared);
    await drawer().getByText('Only: Fetched ahead: Apple Mail fetched').waitFor();
    await page.keyboard.press('Escape');
    await drawer().waitFor({ state: 'detached' });
    expect(page.url()).toBe(`${readout.address}/p/${publication}/issues/${issue}`);
  }, 60_000);

  test('a link’s clicks are asked about in its row', async () => {
    await page.goto(`${readout.address}/p/${publication}/issues/${issue}`);
    await page.getByRole('link', { name: /^Why \d+ clicks on “the index”\?$/ }).click();
    await drawer().getByText('Who clicked “the index”').waitFor();
    await drawer().getByRole('button', { name: 'Security scanner', exact: true }).click();
    await expectEvery('Security scanner');
    await page.keyboard.press('Escape');
    await drawer().waitFor({ state: 'detached' });
  }, 60_000);

  test('opens by mail client, and why there are no domains', async () => {
    await page.goto(`${readout.address}/p/${publication}/issues/${issue}`);
    await page.getByRole('columnheader', { name: 'Mail client' }).waitFor();
    await page.getByText('By receiving domain').click();
    await page.getByText('No domain is known').waitFor();
  }, 60_000);

  test('the page of machines shows every issue, as a chart and as a table', async () => {
    await page.goto(`${readout.address}/p/${publication}`);
    await page.getByRole('navigation').getByRole('link', { name: 'Machines' }).click();
    await page.getByRole('heading', { name: /of the opens are by machines/ }).waitFor();
    await page.locator('.apexcharts-bar-series').nth(1).waitFor({ state: 'attached' });
    await page.getByText('Too few issues have gone out to say what is usual').waitFor();
    await page.getByText('Table', { exact: true }).click();
    await page.getByRole('rowheader', { name: /An issue/ }).waitFor();
  }, 60_000);

  test('what was just fetched is said to be provisional', async () => {
    await page.goto(`${readout.address}/p/${publication}/issues/${issue}`);
    await page.getByText(/^\d+ opens and clicks of the last minutes may still be judged otherwise/).waitFor();
  }, 60_000);

  test('rules are written, looked at in advance, saved, removed and put back', async () => {
    await page.goto(`${readout.address}/p/${publication}/settings`);
    await page.getByRole('link', { name: 'Your own rules' }).click();
    await page.getByText('No rules yet').waitFor();
    await page.getByRole('button', { name: 'Add a rule' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('A rule needs a name.').waitFor();
    await page.getByLabel('Name', { exact: true }).fill('Our own script');
    await page.getByLabel('Network range').fill('nonsense');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.locator('[aria-invalid=true]').waitFor();
    await page.getByLabel('Network range').fill('');
    await page.getByLabel('Client contains').fill('python-requests');
    await page.getByLabel('Is', { exact: true }).selectOption('human');
    await page.getByRole('button', { name: /^Preview/ }).click();
    // All of it is of the last minutes; tests/sample.test.ts looks at a history.
    await page.getByRole('heading', { name: 'There is nothing to judge yet' }).waitFor({ timeout: 30_000 });
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved. New opens and clicks').waitFor();
    expect(await rules()).toEqual(['Our own script']);

    await page.getByRole('button', { name: 'Remove Our own script' }).click();
    await page.getByText('No rules yet').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('button', { name: 'Remove Our own script' }).waitFor();
    expect(await page.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
    // A refused range is an answer with an error, and was asked for.
    expect(problems.splice(0).filter((one) => !one.includes('400'))).toEqual([]);
  }, 90_000);

  test('rules that somebody else changed meanwhile are not written over unseen', async () => {
    await page.goto(`${readout.address}/p/${publication}/rules`);
    await page.getByRole('button', { name: 'Edit Our own script' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Mine');
    const { version } = await readout.call(ownRulesView, `/publications/${publication}/rules`);
    await readout.fetch(`/publications/${publication}/rules`, {
      method: 'PUT',
      body: { version, rules: [{ name: 'Theirs', when: { client: 'curl' }, verdict: 'scanner' }] },
    });
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Theirs: client contains “curl”').waitFor();
    await page.getByRole('button', { name: 'Keep my draft' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved. New opens and clicks').waitFor();
    expect(await rules()).toEqual(['Mine']);
    expect(problems.splice(0).filter((one) => !one.includes('409'))).toEqual([]);
  }, 60_000);

  test('history is judged anew, and it is said what came of it', async () => {
    await page.getByRole('button', { name: 'Judge history anew' }).click();
    await page.getByText(/^Done: /).waitFor({ timeout: 60_000 });
    await page.getByText('The whole history is judged by the rules as they are saved.').waitFor();
    expect(problems).toEqual([]);
  }, 90_000);

  const rules = async () =>
    (await readout.call(ownRulesView, `/publications/${publication}/rules`)).rules.map((one) => one.name);
  const expectEvery = async (name: string) => {
    await events().first().waitFor();
    await eventually(
      async () => [await events().count(), await events().filter({ hasText: name }).count()],
      ([all, named]) => all !== 0 && all === named,
    );
  };
  const expectSome = (name: string) => events().filter({ hasText: name }).first().waitFor();
});
