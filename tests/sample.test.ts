import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  type IssueListItem,
  issueList,
  issuePaywall,
  issueReading,
  publicationList,
  publicationOverview,
  sampleStatus,
} from '@readout/api-contract';
import type { Browser, Page } from 'playwright-core';
import { choosePassword, launchBrowser, watchForProblems } from './browsers.ts';
import { plainFigures } from './plain-figures.ts';
import { eventually, RunningReadout, temporaryFolder } from './running-readout.ts';

const SCREENSHOTS = join(import.meta.dirname, '../.ci/out');
const LOADED_WITHIN_MS = 480_000;

describe('the sample publication', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let readout: RunningReadout;
  let browser: Browser;
  let page: Page;
  let problems: string[];
  let sample: string;
  beforeAll(async () => {
    await mkdir(SCREENSHOTS, { recursive: true });
    folder = await temporaryFolder();
    // So that all of it is settled soon.
    readout = await RunningReadout.start(folder.path, 0, [], { READOUT_SETTLE_SECONDS: '1' });
    browser = await launchBrowser();
    page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
    problems = watchForProblems(page);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await readout?.kill('SIGTERM');
    await folder.remove();
  });

  /** All of its issues, newest first. */
  const allIssues = async () => {
    const { items, total } = await readout.call(issueList, `/publications/${sample}/issues?limit=100`);
    expect(items).toHaveLength(total);
    return items;
  };

  test('is loaded with a click and a progress bar, and plausible', async () => {
    await choosePassword(page, readout);
    await page.getByRole('button', { name: 'Load the sample' }).click();
    await page.getByRole('progressbar').first().waitFor();
    await page.screenshot({ path: join(SCREENSHOTS, 'sample-loading.png') });
    await eventually(
      () => readout.call(sampleStatus, '/sample'),
      ({ state }) => state === 'ready',
      LOADED_WITHIN_MS,
    );

    const { items: publications } = await readout.call(publicationList, '/publications');
    expect(publications).toMatchObject([{ name: 'Tide Table', isSample: true }]);
    sample = publications[0]?.id ?? '';
    const items = await allIssues();
    expect(items.length).toBeGreaterThanOrEqual(58);
    // All of it was counted by the same way as a live hit, and the figures hang together.
    for (const { figures, readersByHour, hasPaywall } of items) {
      expect(figures.delivered).toBeGreaterThan(15_000);
      expect(figures.openRate).toBeGreaterThan(0.1);
      expect(figures.openRate).toBeLessThan(0.5);
      expect(figures.clickers).toBeLessThanOrEqual(figures.readers);
      expect(readersByHour.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(figures.readers);
      expect(figures.paywallHits > 0).toBe(hasPaywall);
    }
    const [middle] = items.slice(30);
    const report = await readout.report(sample, middle?.id ?? '');
    expect(report.activity.at(-1)?.readersSoFar).toBeLessThanOrEqual(report.figures.readers);
    expect(report.links.reduce((sum, { clicks }) => sum + clicks, 0)).toBe(report.figures.clicks);
    expect(report.segments.reduce((sum, { delivered }) => sum + delivered, 0)).toBe(report.figures.delivered);
  }, 600_000);

  test('has the figures that plain SQL over its single events gives, in the API and on its pages', async () => {
    await eventually(allIssues, (issues) => issues.every(({ figures }) => figures.settling === 0), 120_000);
    const overviewPath = `/publications/${sample}/overview?days=30`;
    const [since = ''] = (await readout.call(publicationOverview, overviewPath)).days;
    const { port } = new URL(readout.address);
    await page.goto('about:blank');
    await readout.kill('SIGTERM');
    const plain = await plainFigures(folder.path, Date.parse(since));
    readout = await RunningReadout.start(folder.path, Number(port));

    const sentAt = new Map(plain.sentAt.map((one) => [one.sentAt, one.issue]));
    const numbered = (await allIssues()).map((issue) => ({ ...issue, number: numberOf(issue, sentAt) }));
    const ordered = numbered.toSorted((a, b) => a.number - b.number);
    expect(ordered.map(({ number }) => number)).toEqual(plain.figures.map(({ issue }) => issue));
    const delivered = new Map(plain.delivered.map((one) => [one.issue, one.delivered]));
    expect(ordered.map(({ number, figures }) => ({ issue: number, ...figures }))).toMatchObject(
      plain.figures.map((one) => ({ ...one, delivered: delivered.get(one.issue) })),
    );

    // One that is old, some between, and the newest.
    for (const { id, number, title, hasPaywall } of ordered.filter(
      (_, at) => at % 19 === 0 || at === ordered.length - 1,
    )) {
      const path = `/publications/${sample}/issues/${id}`;
      const report = await readout.report(sample, id);
      const its = <T extends { readonly issue: number }>(rows: readonly T[]) =>
        rows.filter((one) => one.issue === number);
      expect(report.segments.toSorted((a, b) => (a.segment < b.segment ? -1 : 1))).toEqual(
        its(plain.segments).map(({ issue, ...segment }) => segment),
      );
      const clicked = report.links
        .filter(({ clicks }) => clicks > 0)
        .map(({ clicks, clickers }) => ({ issue: number, clicks, clickers }));
      expect(clicked.toSorted((a, b) => b.clickers - a.clickers || b.clicks - a.clicks)).toEqual(its(plain.links));
      const { webReaders, places } = await readout.call(issueReading, `${path}/reading`);
      const bySection = places.flatMap(({ section, readers }) => (section === null || readers === 0 ? [] : [readers]));
      expect([{ webReaders, bySection: bySection.toSorted((a, b) => a - b) }]).toEqual(
        its(plain.reading).map(({ webReaders, bySection }) => ({
          webReaders,
          bySection: bySection.filter((one) => one > 0),
        })),
      );
      expect([await readout.call(issuePaywall, `${path}/paywall`)]).toMatchObject(
        its(plain.outcomes).map(({ issue, ...outcome }) => outcome),
      );

      await page.goto(`${readout.address}/p/${sample}/issues/${id}`);
      await page.getByRole('heading', { name: title, level: 1 }).waitFor();
      const [figures] = its(plain.figures);
      const shown = page.getByRole('region', { name: 'Figures' });
      const { readers = -1, clickers = -1, clicks = -1, paywallHits = -1, trialsStarted = -1 } = figures ?? {};
      const said = [
        readers,
        delivered.get(number) ?? -1,
        clickers,
        clicks,
        ...(hasPaywall ? [paywallHits, trialsStarted] : []),
      ];
      for (const one of said) {
        await shown
          .getByText(new RegExp(`(?<![\\d,.])${one.toLocaleString('en')}(?![\\d,.])`))
          .filter({ visible: true })
          .first()
          .waitFor();
      }
    }

    const overview = await readout.call(publicationOverview, overviewPath);
    expect(overview.days[0]).toBe(since);
    const over30 = Object.fromEntries(
      Object.keys(plain.days).map((name) => [name, overview[name as keyof typeof plain.days].now]),
    );
    expect(over30).toEqual(plain.days);
  }, 300_000);

  test('is labelled, its rules are tried on it, and it is removed with one action', async () => {
    const [middle] = (await allIssues()).slice(30);
    await page.goto(`${readout.address}/p/${sample}`);
    await page.getByText('Sample publication', { exact: true }).waitFor();
    await page.goto(`${readout.address}/p/${sample}/rules`);
    await page.getByRole('button', { name: 'Add a rule' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Outlook is a machine');
    await page.getByLabel('Client contains').fill('Outlook');
    await page.getByRole('button', { name: /^Preview/ }).click();
    await page.getByRole('heading', { name: /^[\d,]+ verdicts of [\d,]+ would change$/ }).waitFor({ timeout: 120_000 });
    await page.getByRole('button', { name: 'Discard changes' }).click();
    await page.getByText('No rules yet').waitFor();
    await page.goto(`${readout.address}/p/${sample}/issues/${middle?.id}`);
    await page.getByText('Sample publication', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Remove sample' }).click();
    await page.getByRole('button', { name: 'Undo' }).click();
    expect((await readout.call(sampleStatus, '/sample')).state).toBe('ready');
    await page.getByRole('button', { name: 'Remove sample' }).click();
    await eventually(
      () => readout.call(sampleStatus, '/sample'),
      ({ state }) => state === 'absent',
      60_000,
    );
    expect((await readout.call(publicationList, '/publications')).items).toEqual([]);
    await page.getByRole('button', { name: 'Load the sample' }).waitFor();
    expect(problems).toEqual([]);
  }, 300_000);
});

function numberOf({ sentAt }: IssueListItem, numbers: ReadonlyMap<number, number>): number {
  return numbers.get(Date.parse(sentAt ?? '')) ?? -1;
}
