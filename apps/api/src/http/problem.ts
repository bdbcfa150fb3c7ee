import type { Problem } from '@readout/api-contract';

/** The one mapping of what can go wrong to what HTTP calls it. */
const PROBLEMS = {
  malformed_request: { status: 400, title: 'The request cannot be read' },
  invalid_request: { status: 400, title: 'The request has mistakes' },
  invalid_cursor: { status: 400, title: 'The cursor is not one of ours' },
  unauthenticated: { status: 401, title: 'Sign in first' },
  wrong_credentials: { status: 401, title: 'That is not right' },
  forbidden: { status: 403, title: 'Not allowed' },
  readers_not_shown: { status: 403, title: 'Single readers are not shown' },
  cross_site: { status: 403, title: 'The request came from another site' },
  not_found: { status: 404, title: 'Not found' },
  conflict: { status: 409, title: 'Not possible in the present state' },
  body_too_large: { status: 413, title: 'The request is too large' },
  address_too_long: { status: 414, title: 'The address is too long' },
  unsupported_media_type: { status: 415, title: 'Send JSON' },
  unsafe_destination: { status: 422, title: 'A link leads to an unsafe destination' },
  unprocessable: { status: 422, title: 'The request cannot be carried out' },
  too_many_attempts: { status: 429, title: 'Too many attempts' },
  too_many_requests: { status: 429, title: 'Too many requests' },
  exports_busy: { status: 429, title: 'Too many exports at once' },
  internal: { status: 500, title: 'Something went wrong here' },
  storage_full: { status: 507, title: 'There is no room for it on the disk' },
  log_unavailable: { status: 503, title: 'The event log takes nothing at the moment' },
  unavailable: { status: 503, title: 'Not ready' },
} as const;

export type ProblemCode = keyof typeof PROBLEMS;
export const PROBLEM_CODES = Object.keys(PROBLEMS) as readonly ProblemCode[];

export interface FieldError {
  /** Where in the request, such as `recipients.3.segment`. */
  readonly path: string;
  readonly message: string;
}

/** An expected refusal: answered to the caller as it is. `detail` says what is wrong and what to do. */
export class Refusal extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly detail: string,
    readonly more: {
      readonly errors?: readonly FieldError[];
      readonly headers?: Readonly<Record<string, string>>;
    } = {},
  ) {
    super(detail);
  }
}

export function statusOf(code: ProblemCode): number {
  return PROBLEMS[code].status;
}

/** The body of a refusal, after RFC 9457. */
export function problemOf(refusal: Refusal): Problem {
  const { status, title } = PROBLEMS[refusal.code];
  const { errors } = refusal.more;
  return {
    type: `urn:readout:problem:${refusal.code}`,
    title,
    status,
    detail: refusal.detail,
    code: refusal.code,
    ...(errors === undefined ? {} : { errors: [...errors] }),
  };
}
