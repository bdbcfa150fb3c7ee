import { type Browser, chromium, type Page } from 'playwright-core';
import type { RunningReadout } from './running-readout.ts';

const PASSWORD = 'a long enough password';
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A headless Chromium says so in its agent, and Readout rightly takes that for a machine. */
export const READER_AGENT =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36';

/** @param more switches of Chromium beside those that every test needs */
export function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  const executablePath = process.env.READOUT_CHROMIUM ?? '/usr/bin/chromium';
  return chromium.launch({ executablePath, args: [...QUIET, ...more] });
}

/** What the owner does the first time: opens the link from the terminal and chooses a password. */
export async function choosePassword(page: Page, readout: RunningReadout): Promise<void> {
  await page.goto(welcomeAddress(readout));
  await page.locator('input[type=password]').first().waitFor();
  for (const field of await page.locator('input[type=password]').all()) await field.fill(PASSWORD);
  await page.locator('button[type=submit]').click();
  await page.waitForURL((url) => url.pathname !== '/welcome');
}

export function welcomeAddress(readout: RunningReadout): string {
  return /http:\S+\/welcome#code=\S+/.exec(readout.greeting)?.[0] ?? '';
}

/** Errors on the page and refused requests, as they come; a page of ours has none. */
export function watchForProblems(page: Page): string[] {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  return problems;
}
