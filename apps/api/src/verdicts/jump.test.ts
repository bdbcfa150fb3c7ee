import { describe, expect, test } from '@jest/globals';
import { jumpOf } from './jump.ts';

const issue = (delivered: number, machineClicks: number, scanner = 0) => ({
  delivered,
  machineClicks,
  opensByVerdict: { human: 0, proxied: 0, prefetched: 0, scanner, unclear: 0 },
});
const usual = Array.from({ length: 6 }, () => issue(1000, 50, 20));

describe('a jump', () => {
  test.each([
    ['in machine clicks', issue(1000, 200, 20), { of: 'machine_clicks', share: 0.2, usual: 0.05, times: 4 }],
    ['in opens by scanners alone', issue(1000, 50, 80), { of: 'scanner_opens', share: 0.08, usual: 0.02, times: 4 }],
    ['in both is told by the clicks', issue(1000, 200, 80), { of: 'machine_clicks' }],
    ['is none for a list that grew', issue(10_000, 500, 200), null],
    ['is none in fewer than twenty fetches', issue(20, 19, 19), null],
    ['is none where nothing was delivered', issue(0, 100, 100), null],
  ])('%s', (_, one, expected) => {
    const found = jumpOf(one, usual);
    if (expected === null) expect(found).toBeNull();
    else expect(found).toMatchObject(expected);
  });

  test('is not claimed from too few issues, nor by those that were delivered to nobody', () => {
    expect(jumpOf(issue(1000, 500), usual.slice(0, 4))).toBeNull();
    expect(jumpOf(issue(1000, 500), [...usual.slice(0, 4), issue(0, 0), issue(0, 0)])).toBeNull();
    expect(jumpOf(issue(1000, 500), [...usual, issue(0, 9)])).not.toBeNull();
  });
});
