import { type Answer, answer } from './answer.ts';

const DAY_S = '86400';

/** Lets a page of this origin read the answer: https://fetch.spec.whatwg.org/#http-cors-protocol */
export function crossOrigin(origin: string): string[] {
  return ['Access-Control-Allow-Origin', origin, 'Vary', 'Origin'];
}

/** What a browser asks before it sends a page's request. */
export function preflight(origin: string, method: 'GET' | 'POST'): Answer {
  const allowed = ['Access-Control-Allow-Methods', method, 'Access-Control-Allow-Headers', 'content-type'];
  return answer(204, [...crossOrigin(origin), ...allowed, 'Access-Control-Max-Age', DAY_S]);
}
