import { referrerHost } from '@readout/events';

const HOSTS = new WeakMap<readonly string[], ReadonlySet<string>>();

/** The hosts of a publication's sites as a referrer names them: whoever comes from one of them comes from nowhere else. */
export function hostsOf(sites: readonly string[]): ReadonlySet<string> {
  const known = HOSTS.get(sites);
  if (known !== undefined) return known;
  const hosts = new Set(sites.flatMap((site) => referrerHost(site) ?? []));
  HOSTS.set(sites, hosts);
  return hosts;
}
