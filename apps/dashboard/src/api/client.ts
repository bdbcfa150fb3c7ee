import { createClient, type Failure } from '@readout/api-client';
import { words } from '../words/words.ts';
import { answerAtHand } from './answers-at-hand.ts';

/** An answer that is not a success, with words fit to be shown. Status 0: there was no answer. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly fields: readonly { readonly path: string; readonly message: string }[];

  constructor(status: number, code: string, detail: string, fields: ApiError['fields'] = []) {
    super(detail);
    this.name = 'ApiError';
    this.status = status;
    this.code = code;
    this.fields = fields;
  }

  /** What is wrong with one field of the request, if anything is. */
  about(path: string): string | undefined {
    return this.fields.find((one) => one.path === path || one.path.startsWith(`${path}.`))?.message;
  }
}

/** Whoever waits before a page sees nothing happen: where the server asks for a longer pause, the page says so. */
const PATIENCE = { retries: 1, longestWaitMs: 5_000 };

const UNDER = '/api/v1';

/** The API that this page came from, as whoever is signed in. Everything rejects with an `ApiError`. */
export const api = createClient({
  url: '',
  patience: PATIENCE,
  errorOf: apiErrorOf,
  atHand: (address) => answerAtHand(address.slice(UNDER.length)),
});

/** A failure in the words of the interface. */
export function apiErrorOf({ status, problem }: Failure): ApiError {
  if (status === 0) return new ApiError(0, 'unreachable', words.problems.unreachable);
  const { code = 'unknown', errors = [] } = problem;
  const said = problem.detail ?? problem.title;
  const detail = said === undefined ? words.problems.unknown(status) : words.problems.detail(code, said);
  const fields = errors.map(({ path, message }) => ({ path, message: words.problems.field(path, message) }));
  return new ApiError(status, code, detail, fields);
}
