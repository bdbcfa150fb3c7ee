import { type Answer, answer, NEVER_STORED } from './answer.ts';

/** A refusal in the form of RFC 9457. */
export function problem(status: number, detail: string, more: readonly string[] = []): Answer {
  const body = Buffer.from(JSON.stringify({ status, detail })).toString('latin1');
  return answer(status, [...NEVER_STORED, 'Content-Type', 'application/problem+json', ...more], body);
}

/** After these, nothing more is read from the connection. */
export const CLOSE = ['Connection', 'close'];
