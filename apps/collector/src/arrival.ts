/** What a request to pixel or redirector brings along, whichever lane it came in by. */
export interface Arrival {
  readonly kind: 'opened' | 'clicked';
  /** What stands where the public id of an issue (pixel) or a link (redirect) belongs. */
  readonly target: string;
  /** What stands in the token's place: it may be a merge tag that nobody replaced. */
  readonly token: string;
  readonly method: 'GET' | 'HEAD';
  readonly agent: string | undefined;
  /** The client's address, proxies that are trusted left out; empty where it is not known any more. */
  readonly address: string;
  /** The reader asks not to be followed: Global Privacy Control or Do Not Track. */
  readonly optsOut: boolean;
  /** Which headers it has, see HEADER_SHAPE. */
  readonly shape: number;
}

/** Longest token text that is kept of what stands in a token's place. */
const TOKEN_KEPT = 64;
const AGENT_KEPT = 512;

/** Takes `/o/<issue>/<token>.gif` or `/c/<link>/<token>` apart; of what is missing, nothing is left. */
export function parsePath(url: string): Pick<Arrival, 'kind' | 'target' | 'token'> {
  const query = url.indexOf('?');
  const end = query === -1 ? url.length : query;
  const kind = url.startsWith('/o/') ? 'opened' : 'clicked';
  const slash = url.indexOf('/', 3);
  if (slash === -1 || slash >= end) return { kind, target: url.slice(3, end), token: '' };
  const suffix = url.startsWith('.gif', end - 4) ? 4 : 0;
  return {
    kind,
    target: url.slice(3, slash),
    token: url.slice(slash + 1, Math.max(slash + 1, Math.min(end - suffix, slash + 1 + TOKEN_KEPT))),
  };
}

export function keptOfAgent(agent: string): string {
  return agent.length <= AGENT_KEPT ? agent : agent.slice(0, AGENT_KEPT);
}

/** https://www.w3.org/TR/gpc/ and https://www.w3.org/TR/tracking-dnt/: each is the single character 1. */
export function asksNotToBeFollowed(gpc: unknown, dnt: unknown): boolean {
  return gpc === '1' || dnt === '1';
}
