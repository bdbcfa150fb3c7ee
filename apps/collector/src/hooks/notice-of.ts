import type { CollectionRules } from '@readout/catalog';
import { isPublicId, type MailProvider, type Notice, PUBLIC_ID } from '@readout/events';
import type { Networks } from '@readout/network';
import { hashedName, readerReference } from '@readout/tokens';
import { keptOfAgent } from '../arrival.ts';
import type { Happening } from './provider.ts';

const OUR_LINK = new RegExp(`/c/(${PUBLIC_ID})(?:[/?#]|$)`);
const MOST_TOKEN = 64;
const MOST_EVENT = 64;

/** What is not written down: of `foreign` mail that is no issue, of no consequence (`passing`), or `untracked` as the author wishes. */
export type PassedOver = 'foreign' | 'passing' | 'untracked';

export interface NoticeParts {
  readonly provider: MailProvider;
  readonly rules: CollectionRules;
  /** What names are hashed with; undefined: the catalog has not given it yet. */
  readonly referenceSecret: Uint8Array | undefined;
  readonly networks: Networks;
  readonly addresses: 'truncate' | 'drop';
}

/** What is kept of a report, without the address that the message went to; or why nothing is. */
export function noticeOf(happening: Happening, parts: NoticeParts): Notice | PassedOver {
  const { issue, token, kind, time, event } = happening;
  const { provider, rules } = parts;
  if (!isPublicId(issue)) return 'foreign';
  if (kind === 'passing') return 'passing';
  if (kind === 'opened' || kind === 'clicked') {
    // They serve to judge our own, by what is said of them.
    if (happening.said === 'nothing') return 'passing';
    if (!isTracked(kind, rules)) return 'untracked';
  }
  const link = OUR_LINK.exec(happening.url)?.[1];
  return {
    type: 'notice',
    version: 1,
    provider,
    id: hashedName(happening.id),
    event: event.slice(0, MOST_EVENT),
    ...(kind === 'unknown' ? {} : { kind }),
    time,
    publication: rules.publication,
    issue,
    ...(kind === 'clicked' && link !== undefined ? { link } : {}),
    ...whose(happening, parts),
    ...(token === '' ? {} : { token: token.slice(0, MOST_TOKEN) }),
    ...(kind === 'opened' || kind === 'clicked' ? seenAt(happening, parts) : {}),
  };
}

/** Whether there are such of our own, of somebody who may be recognised. */
function isTracked(kind: 'opened' | 'clicked', { tracksOpens, tracksClicks, tracksReaders }: CollectionRules): boolean {
  return tracksReaders && (kind === 'opened' ? tracksOpens : tracksClicks);
}

/** Beside a token as well: it may be that of a key that is gone. The address itself goes no further than here. */
function whose({ recipient }: Happening, { rules, referenceSecret }: NoticeParts): { readonly reference?: string } {
  if (recipient === '' || referenceSecret === undefined) return {};
  return { reference: readerReference(referenceSecret, rules.publicId, recipient).toString('hex') };
}

function seenAt({ said, agent, address }: Happening, { networks, addresses }: NoticeParts): Partial<Notice> {
  const { country, network, place, kept } = networks.lookUp(address);
  return {
    said,
    ...(country === null ? {} : { country }),
    network,
    ...(place === 0 ? {} : { place }),
    ...(addresses === 'truncate' && kept !== null ? { address: kept } : {}),
    ...(agent === '' ? {} : { agent: keptOfAgent(agent) }),
  };
}
