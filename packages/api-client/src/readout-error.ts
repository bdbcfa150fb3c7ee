import type { Failure, Problem } from './failure.ts';

/** An answer that is no success, or none at all. The message says what is wrong and what to do. */
export class ReadoutError extends Error {
  /** Of HTTP; 0: there was no answer. */
  readonly status: number;
  /** What it is, for programs: `unreachable` without an answer, `unknown` where it was none of the API's. */
  readonly code: Problem['code'] | 'unreachable' | 'unknown';
  /** The code in a few words. */
  readonly title: string;
  readonly detail: string;
  /** What is wrong with which field of the request. */
  readonly errors: readonly { readonly path: string; readonly message: string }[];
  readonly retryAfterSeconds: number | null;

  constructor({ status, problem, retryAfterSeconds, cause }: Failure) {
    const isNone = status === 0;
    const title = problem.title ?? (isNone ? 'No answer' : `An answer ${status}`);
    const detail =
      problem.detail ??
      (isNone
        ? 'Readout did not answer: is the address right, and is it running?'
        : 'This is no answer of Readout’s: does a proxy stand before it?');
    super(`${title}: ${detail}`, cause === undefined ? {} : { cause });
    this.name = 'ReadoutError';
    this.status = status;
    this.code = problem.code ?? (isNone ? 'unreachable' : 'unknown');
    this.title = title;
    this.detail = detail;
    this.errors = problem.errors ?? [];
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
