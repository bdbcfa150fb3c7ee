// How soon the dashboard is usable on the sample publication, in a Chromium with its processor slowed to a quarter and
// a network of 1.6 Mbit/s with 150 ms from question to answer ("3G Fast" of WebPageTest), as Chromium slows it: every
// answer is late by so much, and what connecting takes is not counted. Usable: the page's heading is there, no figure on
// the screen is still loading, and links lead on, by themselves or by script. Complete: nothing of the page is loading,
// charts included, and the scripts answer to whatever is clicked. Pages are gone on to as with a mouse, which points at a
// link before it clicks. Beside it the least there can be: an empty page of the same server.
import { cpus } from 'node:os';
import { issueList, publicationList, sampleStatus } from '@readout/api-contract';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { choosePassword, launchBrowser } from '../../../tests/browsers.ts';
import { eventually, RunningReadout, temporaryFolder } from '../../../tests/running-readout.ts';

const ROUNDS = Number(process.env.READOUT_BENCH_ROUNDS ?? 7);
const SLOWER = 4;
const FAST_3G = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };
/** How long somebody looks at a page before going on, and how long they point at a link before they click. */
const LOOKS_MS = 5_000;
const POINTS_MS = 200;

/** When the page, with another heading than `before`, was usable and when it was complete, by its own clock. */
const WHEN_THERE = `globalThis.whenThere = (before) => new Promise((resolve) => {
  let usable = null;
  const look = () => {
    const heading = document.querySelector('main h1');
    const busy = [...document.querySelectorAll('main [aria-busy=true]')];
    const isThere = heading !== null && heading !== before;
    if (isThere && !busy.some((one) => one.getBoundingClientRect().top < innerHeight)) usable ??= performance.now();
    const isWaiting = busy.length > 0 || document.querySelector('main .mantine-Skeleton-root') !== null;
    // React leaves its mark on what it answers for.
    const isTakenOver = isThere && Object.keys(heading).some((name) => name.startsWith('__reactFiber'));
    if (!isTakenOver || isWaiting) requestAnimationFrame(look);
    else resolve({ usable: usable ?? performance.now(), complete: performance.now() });
  };
  look();
});`;
interface There {
  readonly usable: number;
  readonly complete: number;
}
declare function whenThere(before: Element | null): Promise<There>;

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
  const took = new Map<string, There[]>();
  const note = (what: string, there: There) => took.set(what, [...(took.get(what) ?? []), there]);
  for (let round = 0; round < ROUNDS; round++) {
    const context = await browser.newContext({ storageState: state, viewport: { width: 1280, height: 900 } });
    await context.addInitScript({ content: WHEN_THERE });
    const page = await slowPage(context);
    await page.goto(`${readout.address}/favicon.svg`);
    const empty = await page.evaluate(() => performance.now());
    note('an empty page', { usable: empty, complete: empty });
    note('home, first visit', await opened(page, home));
    await page.waitForTimeout(LOOKS_MS);
    note('home, later visit', await opened(page, home));
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
  console.log('| page | usable after | complete after |\n| --- | --- | --- |');
  for (const [what, all] of took) {
    const column = (of: keyof There) => {
      const sorted = all.map((one) => Math.round(one[of])).toSorted((one, other) => one - other);
      return `${sorted[Math.floor(sorted.length / 2)]} ms (${sorted[0]} to ${sorted.at(-1)})`;
    };
    console.log(`| ${what} | ${column('usable')} | ${column('complete')} |`);
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
async function opened(page: Page, address: string): Promise<There> {
  await page.goto(address, { waitUntil: 'commit' });
  return page.evaluate(() => whenThere(null));
}

/** Milliseconds from the click on a link of the page. */
async function goneOn(page: Page, name: string): Promise<There> {
  const link = page.locator('a:visible', { hasText: name }).first();
  await link.hover();
  await page.waitForTimeout(POINTS_MS);
  return link.evaluate(async (found: HTMLAnchorElement) => {
    const [clickedAt, heading] = [performance.now(), document.querySelector('main h1')];
    found.click();
    const { usable, complete } = await whenThere(heading);
    return { usable: usable - clickedAt, complete: complete - clickedAt };
  });
}
