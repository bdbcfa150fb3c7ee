// How soon the dashboard is usable on the sample publication, in a Chromium with its processor slowed to a quarter and
// a network of 1.6 Mbit/s with 150 ms from question to answer ("fast 3G"). Usable: the page's heading is there and
// nothing of it is still loading. Beside it the least there can be on such a network: an empty page of the same server.
import { cpus } from 'node:os';
import { issueList, publicationList, sampleStatus } from '@readout/api-contract';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { choosePassword, launchBrowser } from '../../../tests/browsers.ts';
import { eventually, RunningReadout, temporaryFolder } from '../../../tests/running-readout.ts';

const ROUNDS = Number(process.env.READOUT_BENCH_ROUNDS ?? 7);
const SLOWER = 4;
const FAST_3G = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };
/** How long somebody looks at home before going on. */
const LOOKS_MS = 3_000;

/** When the page has a heading, another than `before`, and nothing of it is being loaded any more. */
const WHEN_USABLE = `globalThis.whenUsable = (before) => new Promise((resolve) => {
  const look = () => {
    const heading = document.querySelector('main h1');
    const isThere = heading !== null && heading !== before;
    if (isThere && document.querySelector('main [aria-busy=true]') === null) resolve(performance.now());
    else requestAnimationFrame(look);
  };
  look();
});`;
declare function whenUsable(before: Element | null): Promise<number>;

const folder = await temporaryFolder();
const readout = await RunningReadout.start(folder.path);
const browser = await launchBrowser();
try {
  const state = await signedIn(browser);
  await readout.fetch('/sample', { method: 'POST' });
  await eventually(
    () => readout.call(sampleStatus, '/sample'),
    ({ state }) => state === 'ready',
    480_000,
  );
  const { items } = await readout.call(publicationList, '/publications');
  const home = `${readout.address}/p/${items[0]?.id}`;
  const issues = await readout.call(issueList, `/publications/${items[0]?.id}/issues?limit=1`);
  console.log(
    `${cpus().length} × ${cpus()[0]?.model}, Chromium ${browser.version()}, ${ROUNDS} rounds, medians (least to most)\n`,
  );
  const took = new Map<string, number[]>();
  const note = (what: string, ms: number) => took.set(what, [...(took.get(what) ?? []), ms]);
  for (let round = 0; round < ROUNDS; round++) {
    const context = await browser.newContext({ storageState: state, viewport: { width: 1280, height: 900 } });
    await context.addInitScript({ content: WHEN_USABLE });
    const page = await slowPage(context);
    await page.goto(`${readout.address}/favicon.svg`);
    note('an empty page', await page.evaluate(() => performance.now()));
    note('home, first visit', await usable(page, home));
    note('home, later visit', await usable(page, home));
    for (const [what, link] of [
      ['issues', 'Issues'],
      ['an issue', issues.items[0]?.title ?? ''],
      ['readers', 'Readers'],
      ['subject and time', 'Subject'],
      ['home again', 'Home'],
    ] as const) {
      await page.waitForTimeout(LOOKS_MS);
      note(`${what}, from the page before`, await goneOn(page, link));
    }
    await context.close();
  }
  console.log('| page | usable after | least to most |\n| --- | --- | --- |');
  for (const [what, all] of took) {
    const sorted = all.toSorted((one, other) => one - other).map(Math.round);
    console.log(`| ${what} | ${sorted[Math.floor(sorted.length / 2)]} ms | ${sorted[0]} to ${sorted.at(-1)} ms |`);
  }
} finally {
  await browser.close();
  await readout.kill('SIGTERM');
  await folder.remove();
}
process.exit(0);

async function signedIn(by: Browser) {
  const context = await by.newContext();
  await choosePassword(await context.newPage(), readout);
  const state = await context.storageState();
  await context.close();
  return state;
}

async function slowPage(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', FAST_3G);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  return page;
}

/** Milliseconds from the beginning of the navigation. */
async function usable(page: Page, address: string): Promise<number> {
  await page.goto(address, { waitUntil: 'commit' });
  return page.evaluate(() => whenUsable(null));
}

/** Milliseconds from the click on a link of the page. */
async function goneOn(page: Page, link: string): Promise<number> {
  return page.evaluate(async (name) => {
    const found = [...document.querySelectorAll('a')].find(
      (one) => one.textContent?.trim().startsWith(name) && one.getClientRects().length > 0,
    );
    if (found === undefined) throw new Error(`no link “${name}” at ${location.pathname}`);
    const [clickedAt, heading] = [performance.now(), document.querySelector('main h1')];
    found.click();
    return (await whenUsable(heading)) - clickedAt;
  }, link);
}
