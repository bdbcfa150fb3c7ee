import { describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { openPatiently } from './patient-opening.ts';

class AwayError extends Error {
  readonly code = 'AWAY';
}

const thing = { ping: async () => undefined, close: async () => undefined };

function inTest() {
  const lines: string[] = [];
  const stop = new AbortController();
  const logger = pino({ base: null }, { write: (line: string) => lines.push(line) });
  return { lines, stop, patience: { awayCode: 'AWAY', logger, signal: stop.signal } };
}

describe('what may be away', () => {
  test('is tried until it is there, and that is told once', async () => {
    const { lines, patience } = inTest();
    let attempts = 0;
    const behind = openPatiently(
      'ClickHouse',
      async () => {
        attempts++;
        if (attempts < 3) throw new AwayError('nobody there');
        return thing;
      },
      patience,
    );
    await expect(behind.ping()).rejects.toThrow('ClickHouse is not open yet');
    expect(await behind.opened).toBe(thing);
    await behind.ping();
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain('ClickHouse is away');
    expect(lines[1]).toContain('ClickHouse is there');
  });

  test('is given up at once where no waiting helps', async () => {
    const { patience } = inTest();
    const failure = new Error('too new');
    await expect(openPatiently('it', () => Promise.reject(failure), patience).opened).rejects.toBe(failure);
  });

  test('is not waited for once the process ends, not even for the attempt under way', async () => {
    const { stop, patience } = inTest();
    const behind = openPatiently('it', () => new Promise<typeof thing>(() => undefined), patience);
    stop.abort();
    await expect(behind.opened).rejects.toMatchObject({ name: 'AbortError' });
    await behind.close();
  });
});
