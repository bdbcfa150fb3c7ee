import { AGENT_NOT_KEPT, type Client } from './client.ts';
import { FAMILIES, type Family, type FamilyKind } from './clients/families.ts';
import { PROGRAM } from './clients/program.ts';
import { APPLE_PRIVACY, GMAIL_PREFETCH, GMAIL_PROXY, HEY_PROXY, OTHER_PROXY, YAHOO_PROXY } from './clients/proxies.ts';

/** What the rules ask of a client. */
export interface Traits {
  readonly kind: 'none' | 'not_kept' | 'proxy' | 'machine' | 'program' | 'other' | FamilyKind;
  /** `Windows`, `iOS`, …; empty where the label says none. */
  readonly system: string;
  /** Its requests for a page carry Sec-Fetch-* headers. */
  readonly sendsFetchMetadata: boolean;
  /** No longer in use for years. */
  readonly outdated: boolean;
}

const PROXIES = new Set<Client>([APPLE_PRIVACY, GMAIL_PROXY, GMAIL_PREFETCH, YAHOO_PROXY, HEY_PROXY, OTHER_PROXY]);
const ORDINARY = /^(.+?)(?: (\d{1,3}))? \/ (\w+)$/;
/** Where an old browser means that somebody froze it; phones grow old in people's hands. */
const DESKTOPS = new Set(['Windows', 'macOS', 'Linux']);

const families = new Map<string, readonly Family[]>();
for (const family of FAMILIES) families.set(family.name, [...(families.get(family.name) ?? []), family]);

/** Reads a label as `clientOf` makes them. */
export function traitsOf(client: Client): Traits {
  if (client === '') return plain('none');
  if (client === AGENT_NOT_KEPT) return plain('not_kept');
  if (PROXIES.has(client)) return plain('proxy');
  const [, name = '', version, system = ''] = ORDINARY.exec(client) ?? [];
  if (system === '') return plain('machine');
  const same = families.get(name) ?? [];
  const kind = same[0]?.kind ?? (name === PROGRAM ? 'program' : 'other');
  const number = version === undefined ? null : Number(version);
  const metadata = same.find((family) => family.fetchMetadata !== undefined)?.fetchMetadata;
  const outdated = same.find((family) => family.outdatedBelow !== undefined)?.outdatedBelow;
  return {
    kind,
    system,
    // On iOS every browser is WebKit, whatever its name and number.
    sendsFetchMetadata:
      number !== null && metadata !== undefined && number >= metadata && (system !== 'iOS' || name === 'Safari'),
    outdated: number !== null && outdated !== undefined && number < outdated && DESKTOPS.has(system),
  };
}

function plain(kind: Traits['kind']): Traits {
  return { kind, system: '', sendsFetchMetadata: false, outdated: false };
}
