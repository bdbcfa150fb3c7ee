import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';

export const SCREENSHOTS = join(import.meta.dirname, '../.ci/out');
/** What every page is looked at on. */
export const SCREENS = [
  { scheme: 'light', width: 1280 },
  { scheme: 'dark', width: 1280 },
  { scheme: 'light', width: 360 },
  { scheme: 'dark', width: 360 },
] as const;
export const WIDTHS = [1280, 360] as const;
/** What colours can get wrong. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeViolation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

/**
 * Takes a picture of the page, under `name`; nothing on it may be an obstacle, however small, and nothing stick out
 * sideways.
 * @param only rules of axe; left out: all.
 */
export async function examine(page: Page, name: string, only?: readonly string[]): Promise<void> {
  await page.screenshot({ path: join(SCREENSHOTS, `${name.replace(/ /g, '-')}.png`), fullPage: true });
  // Evaluated, not added as a script: the page's own policy lets no foreign script in.
  await page.evaluate(AXE);
  const violations = await page.evaluate(async (rules) => {
    const { axe } = globalThis as unknown as {
      axe: { run(options: object): Promise<{ violations: AxeViolation[] }> };
    };
    return (await axe.run(rules === undefined ? {} : { runOnly: rules })).violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
    );
  }, only);
  expect({ name, violations }).toEqual({ name, violations: [] });
  const widths = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  expect(widths[0]).toBeLessThanOrEqual(widths[1] ?? 0);
}

/** In light, and then in dark, where nothing but the colours is another. */
export async function examineInBothSchemes(page: Page, name: string): Promise<void> {
  const width = page.viewportSize()?.width;
  await examine(page, `${name}-light-${width}`);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.locator('html[data-mantine-color-scheme="dark"]').waitFor({ state: 'attached' });
  await examine(page, `${name}-dark-${width}`, OF_COLOURS);
}
