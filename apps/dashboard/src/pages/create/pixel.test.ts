import { describe, expect, test } from '@jest/globals';
import { isLoopback, pixelOf } from './pixel.ts';

const ISSUE = 'hB4tZs8WqLpE';

describe('the pixel', () => {
  test.each([
    ['https://read.example.com', '{{ readout_token }}'],
    ['https://example.com/readout', '*|READOUT|*'],
    ['http://127.0.0.1:4400', '{{ contact.gif }}'],
  ])('of %s with %s is read off the tracked HTML', (base, mergeTag) => {
    const html = `<p class="a"><a href="${base}/c/123456789ABC/${mergeTag}">It's</a><img src="${base}/o/${ISSUE}/${mergeTag}.gif" width="1"></p>`;
    expect(pixelOf(html, ISSUE)).toEqual({ base, mergeTag });
  });

  test('is found in single quotes, which a merge tag with double ones gets', () => {
    expect(pixelOf(`<img src='https://a.example/o/${ISSUE}/{{ "x" | or }}.gif' width="1">`, ISSUE)?.mergeTag).toBe(
      '{{ "x" | or }}',
    );
  });

  test('is not found where there is none, or only that of another issue', () => {
    expect(pixelOf('<p>No pixel</p>', ISSUE)).toBeNull();
    expect(pixelOf('<img src="https://a.example/o/another/t.gif">', ISSUE)).toBeNull();
  });
});

test.each([
  ['http://127.0.0.1:4400', true],
  ['http://localhost:4400/readout', true],
  ['http://[::1]:4400', true],
  ['https://read.example.com', false],
  ['https://localhost.example.com', false],
  ['http://192.168.1.20:4400', false],
  ['', false],
])('%s is a loopback address: %s', (address, expected) => {
  expect(isLoopback(address)).toBe(expected);
});
