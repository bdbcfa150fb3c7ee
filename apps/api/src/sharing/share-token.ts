import { randomBytes } from 'node:crypto';

/** 256 bits, as base64url, behind letters that say whose kind of secret it is where one turns up. */
const TOKEN = /^rs_[\w-]{43}$/;

export function newShareToken(): string {
  return `rs_${randomBytes(32).toString('base64url')}`;
}

export function isShareToken(text: string): boolean {
  return TOKEN.test(text);
}
