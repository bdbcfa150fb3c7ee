import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { looksPersonal } from './personal.ts';

const ADA = { address: 'Ada.Low@example.org', name: 'Ada Low' };
const base64 = Buffer.from('ada.low@example.org').toString('base64url');
const md5 = createHash('md5').update('ada.low@example.org').digest('hex');

test.each([
  'https://tide.example/me?email=ada.low%40example.org',
  'https://tide.example/ADA.LOW@EXAMPLE.ORG/settings',
  `https://tide.example/u/${base64}`,
  `https://tide.example/?h=${md5}`,
  'https://tide.example/read?token=1',
  'https://tide.example/link/6c1a7b52-8f3e-4d0e-9f2b-0f6f1d1a2b3c',
  'https://tide.example/?x=aB3dE5fG7hI9jK1lM3nO5',
  'https://tide.example/l/0123456789abcdef01234567',
])('%s is somebody’s own', (address) => expect(looksPersonal(address, ADA)).toBe(true));

test.each([
  'https://example.com/2026/03/spring-tides?utm_source=low-tide&utm_campaign=a1b2c3d4e5f6a7b8c9d0e1f2',
  'https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=42s',
  'https://docs.google.com/document/d/1BxiMVs0XRA5nFMdKvBdBZjgmUUqptlbs74OgvE2upms/edit',
  'https://example.com/?id=12345&page=2',
  'mailto:letters@tide.example',
  '#top',
])('%s is everybody’s', (address) => expect(looksPersonal(address, ADA)).toBe(false));
