import { expect, test } from '@jest/globals';
import { pictureOf } from './picture.ts';
import { pngOf } from './testing/pictures.ts';

const jpeg = (width: number, height: number) =>
  Uint8Array.from([
    0xff,
    0xd8,
    0xff,
    0xe0,
    0,
    4,
    0,
    0,
    0xff,
    0xc2,
    0,
    11,
    8,
    height >> 8,
    height & 255,
    width >> 8,
    width & 255,
    1,
    1,
    0x11,
    0,
  ]);

test('a PNG and a JPEG are known by their bytes, with their sizes', () => {
  expect(pictureOf(pngOf(300, 20))).toEqual({ type: 'image/png', width: 300, height: 20 });
  expect(pictureOf(jpeg(640, 480))).toEqual({ type: 'image/jpeg', width: 640, height: 480 });
});

test.each([
  ['nothing', Uint8Array.of()],
  ['a page', new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['the beginning of a PNG', pngOf(3, 3).subarray(0, 20)],
  ['a JPEG without a frame', Uint8Array.of(0xff, 0xd8, 0xff, 0xd9, 0, 0, 0, 0, 0, 0, 0, 0)],
  ['a JPEG of no size', jpeg(0, 10)],
])('%s is neither', (_, bytes) => {
  expect(pictureOf(bytes)).toBeNull();
});
