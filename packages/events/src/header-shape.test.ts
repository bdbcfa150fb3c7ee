import { expect, test } from '@jest/globals';
import { HEADER_SHAPE, shapeOf } from './header-shape.ts';

const names = (shape: number) => Object.entries(HEADER_SHAPE).flatMap(([name, bit]) => (shape & bit ? [name] : []));

test('a shape says which headers there were, and that it was recorded', () => {
  expect(names(shapeOf({}))).toEqual(['known']);
  expect(names(0)).toEqual([]);
  expect(
    names(
      shapeOf({
        accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8',
        'accept-language': 'de',
        'accept-encoding': 'gzip, br',
        'sec-fetch-mode': 'navigate',
        'sec-ch-ua': '"Chromium";v="142"',
        referer: 'https://mail.example/',
        cookie: 'a=b',
      }),
    ),
  ).toEqual(Object.keys(HEADER_SHAPE));
  expect(names(shapeOf({ accept: ['image/png', '*/*'], 'accept-language': '' }))).toEqual([
    'acceptsImage',
    'acceptsAnything',
    'known',
  ]);
});
