import type { Problem } from '@readout/api-contract';
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

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * Asks the API. The answer's type is the contract's word for it: the server validates, the interface trusts.
 * @param body what becomes JSON, or a file of comma-separated values as it is
 * @throws {ApiError} for every answer that is not 2xx, and where there is none
 */
export async function request<Answer>(
  method: Method,
  path: string,
  body?: unknown,
  signal?: AbortSignal,
): Promise<Answer> {
  const known = method === 'GET' ? answerAtHand(path) : undefined;
  if (known !== undefined) return (await known) as Answer;
  const init: RequestInit = { method, headers: { accept: 'application/json' } };
  if (signal !== undefined) init.signal = signal;
  // A deletion may be the last thing that a page does (frame/undo.tsx): it is to outlive the page.
  if (method === 'DELETE') init.keepalive = true;
  if (body !== undefined) {
    const isFile = body instanceof Blob;
    init.headers = { ...init.headers, 'content-type': isFile ? 'text/csv' : 'application/json' };
    init.body = isFile ? body : JSON.stringify(body);
  }
  const response = await fetch(`/api/v1${path}`, init).catch((cause: unknown) => {
    if (signal?.aborted) throw cause;
    throw new ApiError(0, 'unreachable', words.problems.unreachable);
  });
  if (!response.ok) throw await errorOf(response);
  const text = await response.text();
  return (text === '' ? undefined : JSON.parse(text)) as Answer;
}

/** Has the API make a file of something. @throws {ApiError} as `request` does */
export async function download(path: string, body: unknown): Promise<Blob> {
  const unreachable = () => new ApiError(0, 'unreachable', words.problems.unreachable);
  const response = await fetch(`/api/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => {
    throw unreachable();
  });
  if (!response.ok) throw await errorOf(response);
  // Torn off where it failed half-way: then there is no file.
  return response.blob().catch(() => {
    throw unreachable();
  });
}

/** What went wrong, of an answer that is not a success. */
export async function errorOf(response: Response): Promise<ApiError> {
  const problem: Partial<Problem> = await response.json().catch(() => ({}));
  const { code = 'unknown', errors = [] } = problem;
  const said = problem.detail ?? problem.title;
  const detail = said === undefined ? words.problems.unknown(response.status) : words.problems.detail(code, said);
  const fields = errors.map(({ path, message }) => ({ path, message: words.problems.field(path, message) }));
  return new ApiError(response.status, code, detail, fields);
}

/** The part of an address that names something, safe whatever it holds. */
export const segment = (text: string): string => encodeURIComponent(text);

export const publicationPath = (publication: string): string => `/publications/${segment(publication)}`;
export const issuePath = (publication: string, issue: string): string =>
  `${publicationPath(publication)}/issues/${segment(issue)}`;
