import { describe, expect, test } from '@jest/globals';
import { aboutPage } from './download-table.ts';
import { fileName } from './save-file.ts';

describe('what a file says of itself', () => {
  test('is the page, its address, its filter and how figures are counted', () => {
    const place = { origin: 'https://read.example', pathname: '/p/x/issues', search: '?q=harbour&audience=free' };
    const about = aboutPage([{ term: 'Open rate', says: 'Readers ÷ delivered.' }], place, 'Issues – Low Tide');
    expect(about.at(-1)?.name).toBe('Definition: Open rate');
    expect(about.map(({ value }) => value)).toEqual([
      'Issues – Low Tide',
      'https://read.example/p/x/issues?q=harbour&audience=free',
      'q = harbour, audience = free',
      'Readers ÷ delivered.',
    ]);
  });

  test('is named after the table, as every system allows', () => {
    expect(fileName('Links: “A/B” 🌊', 'csv')).toBe('Links  “A B” 🌊.csv');
    expect(fileName('///', 'png')).toBe('readout.png');
  });
});
