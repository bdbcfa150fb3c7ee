import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readerGroups, subjectsView } from '@readout/api-contract';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { choosePassword, launchBrowser, watchForProblems } from './browsers.ts';
import { READERS, withHistory } from './publication-with-history.ts';
import { RunningReadout, temporaryFolder } from './running-readout.ts';

describe('the pages about readers', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let readout: RunningReadout;
  let browser: Browser;
  let context: BrowserContext;
  let history: Awaited<ReturnType<typeof withHistory>>;

  beforeAll(async () => {
    folder = await temporaryFolder();
    readout = await RunningReadout.start(folder.path, 0, [], { READOUT_ALLOW_READER_HISTORY: 'on' });
    history = await withHistory(readout);
    browser = await launchBrowser();
    context = await browser.newContext({ locale: 'en-GB' });
    const page = await context.newPage();
    await choosePassword(page, readout);
    await page.close();
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await readout?.kill('SIGTERM');
    await folder.remove();
  });

  const open = async (path: string): Promise<Page> => {
    const page = await context.newPage();
    await page.goto(`${readout.address}/p/${history.publication}${path}`);
    await page.locator('h2').first().waitFor();
    return page;
  };

  test('show the groups that the API counts, and a link shows the same view', async () => {
    const page = await open('/readers');
    const problems = watchForProblems(page);
    const { days } = await readout.call(readerGroups, `/publications/${history.publication}/readers/groups`);
    const today = days.at(-1);
    expect(today?.all).toEqual({ new: 0, engaged: 20, fading: 20, dormant: 20, hidden: 0 });
    expect(await page.locator('#groups-finding').textContent()).toBe('20 of 60 readers are engaged: 33.3%');
    const counts = page.getByRole('region', { name: 'Today' }).locator('tbody tr');
    expect(await counts.locator('td:nth-child(2)').allTextContents()).toEqual(['0', '20', '20', '20', '0']);

    await page.getByText('Premium', { exact: true }).first().click();
    await page.waitForURL(/standing=premium/);
    // Every fourth is premium, and a third of those is engaged.
    const premium = `${READERS / 12} of ${READERS / 4} premium readers are engaged: 33.3%`;
    await page.getByRole('heading', { name: premium }).waitFor();
    const linked = await context.newPage();
    await linked.goto(page.url());
    await linked.getByRole('heading', { name: premium }).waitFor();

    const term = page.getByRole('region', { name: 'Today' }).getByRole('button', { name: /^Dormant/ });
    await term.focus();
    await page.keyboard.press('Enter');
    await page.getByText('They read none of the issues sent to them in 90 days', { exact: false }).last().waitFor();
    expect(problems).toEqual([]);
    await linked.close();
    await page.close();
  }, 60_000);

  test('lead from a group to one reader, and find one by name without a trace in the address', async () => {
    const page = await open('/readers?group=dormant');
    const list = page.getByRole('region', { name: 'Single readers' }).last();
    await list.locator('tbody tr').nth(19).waitFor();
    expect(await list.locator('tbody tr').count()).toBe(20);
    expect(new Set(await list.locator('td:nth-child(2)').allTextContents())).toEqual(new Set(['Dormant']));

    await page.getByLabel('Find one by what your mail system calls them').fill('R1');
    await page.getByRole('button', { name: 'Find' }).click();
    await page.getByRole('heading', { name: `Reader ${history.reader}`, level: 1 }).waitFor();
    expect(page.url()).toMatch(new RegExp(`/readers/${history.reader}$`));
    await page.getByText('A source').first().waitFor();
    expect(await page.getByRole('table').locator('tbody tr').count()).toBe(20);
    expect(await page.getByText('not seen').count()).toBe(0);
    await page.close();
  }, 60_000);

  test('explain who could allow it where single readers are not shown', async () => {
    const settings = await open('/settings');
    const choice = settings.getByRole('switch', { name: 'Single readers may be looked at' });
    expect(await choice.isChecked()).toBe(true);
    await choice.click();
    await settings.getByRole('region', { name: 'Privacy' }).getByText('Saved').waitFor();
    const page = await open('/readers');
    await page
      .getByText('This publication shows groups of readers and never a list of persons.', { exact: false })
      .waitFor();
    expect(await page.getByRole('button', { name: 'Find' }).count()).toBe(0);
    await choice.click();
    await settings.close();
    await page.close();
  }, 60_000);

  test('compare subjects and times as the API does, in words and in figures', async () => {
    const page = await open('/subjects');
    const view = await readout.call(subjectsView, `/publications/${history.publication}/subjects`);
    expect(view.issues).toBe(20);
    const question = view.traits.find(({ trait }) => trait === 'question');
    const row = page.getByRole('row', { name: /A question/ });
    expect(await row.locator('td').first().textContent()).toBe(String(question?.issues));
    expect(question?.says).toBe('chance');
    expect(await row.locator('td').last().textContent()).toBe('May well be chance');
    await page.getByText('90 days', { exact: true }).click();
    await page.waitForURL(/days=90/);
    await page.getByText('Paying readers', { exact: true }).click();
    await page.waitForURL(/audience=paying/);
    await page.getByText('Too few issues to compare').waitFor();
    await page.close();
  }, 60_000);
});
