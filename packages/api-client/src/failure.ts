import type { components } from './generated.ts';

export type Problem = components['schemas']['Problem'];

/** Why there is no answer that is a success. */
export interface Failure {
  /** Of HTTP; 0: there was no answer. */
  readonly status: number;
  /** What the API says of it (RFC 9457); empty where something else answered, a proxy say. */
  readonly problem: Partial<Problem>;
  /** Seconds after which to ask again, where the API says so. */
  readonly retryAfterSeconds: number | null;
  /** What went wrong where there was no answer. */
  readonly cause?: unknown;
}

export async function failureOf(response: Response): Promise<Failure> {
  const problem: unknown = await response.json().catch(() => null);
  return {
    status: response.status,
    problem: typeof problem === 'object' && problem !== null ? problem : {},
    retryAfterSeconds: retryAfterOf(response),
  };
}

/** Seconds; null where the header is not there, or is a date: this API writes none. */
export function retryAfterOf({ headers }: Response): number | null {
  const text = headers.get('retry-after');
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : null;
}
