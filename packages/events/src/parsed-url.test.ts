import { expect, test } from '@jest/globals';
import { parsedUrl } from './parsed-url.ts';

test('an address is read, however often one was before, and whatever letters it has', () => {
  for (let times = 0; times < 50_000; times++) parsedUrl('https://bücher.example/');
  expect(parsedUrl('https://bücher.example/')?.href).toBe('https://xn--bcher-kva.example/');
  expect(parsedUrl('/there', 'https://letters.example')?.href).toBe('https://letters.example/there');
  expect(parsedUrl('/there')).toBeNull();
  expect(parsedUrl('')).toBeNull();
});
