import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';

const DIST = join(import.meta.dirname, '..', 'apps', 'dashboard', 'dist');
/** Bytes, compressed with gzip as for the oldest browser; a tenth more is let through. */
const BUDGET = 250_000;
/** What browsers open to one host over HTTP/1.1. */
const CONNECTIONS = 6;

/** What a browser fetches before it draws anything: the page, its scripts and what they import at once, its styles. */
function firstLoad(): Map<string, number> {
  const page = readFileSync(join(DIST, 'index.html'), 'utf8');
  const found = new Map<string, number>();
  const take = (path: string) => {
    if (found.has(path)) return;
    const content = readFileSync(join(DIST, path));
    found.set(path, gzipSync(content, { level: 9 }).length);
    if (!path.endsWith('.js')) return;
    for (const [, name = ''] of content
      .toString('utf8')
      .matchAll(/(?:\bfrom|\bimport)\s*["'`]\.\/([\w.-]+\.js)["'`]/g)) {
      take(`assets/${name}`);
    }
  };
  for (const [, path = ''] of page.matchAll(/(?:src|href)="\/([\w./-]+\.(?:js|css))"/g)) take(path);
  return found;
}

describe('the first load of the dashboard', () => {
  const files = firstLoad();

  test('is of scripts and styles', () => {
    const names = [...files.keys()];
    expect(names.filter((name) => name.endsWith('.js')).length).toBeGreaterThan(1);
    expect(names.filter((name) => name.endsWith('.css')).length).toBeGreaterThan(0);
  });

  test('is of so few files that a browser asks for all at once', () => {
    const scripts = [...files.keys()].filter((name) => name.endsWith('.js'));
    expect({ scripts, isWithin: scripts.length <= CONNECTIONS }).toEqual({ scripts, isWithin: true });
  });

  test('keeps to its budget', () => {
    const total = [...files.values()].reduce((sum, size) => sum + size, 0);
    const largest = [...files].sort(([, a], [, b]) => b - a).map(([name, size]) => `${name} ${size}`);
    expect({ total, isWithin: total <= BUDGET * 1.1, largest }).toEqual({ total, isWithin: true, largest });
  });

  test('leaves the charts until one is shown', () => {
    const scripts = [...files.keys()].filter((name) => name.endsWith('.js'));
    const text = scripts.map((name) => readFileSync(join(DIST, name), 'utf8')).join('');
    expect(text).toContain('react');
    expect(text).not.toContain('apexcharts-canvas');
  });
});
