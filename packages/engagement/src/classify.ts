import type { PageKind } from '@readout/events';
import { clientOf } from './client.ts';
import { look } from './look.ts';
import type { Judgement } from './seen.ts';

/** What is known of a fetch where its client alone is asked. */
export interface Fetch {
  readonly kind: 'opened' | 'clicked' | PageKind;
  readonly method: 'GET' | 'HEAD';
  /** The `User-Agent` header; undefined where there was none. */
  readonly agent: string | undefined;
}

/** Judges by agent and method alone, as `look` does. What a page reports counts as a click: it takes a browser. */
export function classify({ kind, method, agent }: Fetch): Judgement {
  return look({
    kind: kind === 'opened' ? 'opened' : 'clicked',
    time: 0,
    link: 0,
    method,
    client: clientOf(agent),
    network: 'unknown',
    place: 0,
    shape: 0,
    said: 'nothing',
  });
}
