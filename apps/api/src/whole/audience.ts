import type { IssuePeople } from '@readout/api-contract';
import { traitsOf } from '@readout/engagement';
import type { AudienceRows, PeopleOf } from '@readout/warehouse';
import { folded } from './folded.ts';

type Device = IssuePeople['devices']['items'][number]['device'];

/** By the system that a program runs on. An iPad says what an iPhone says; on Android it is no better. */
const DEVICES: ReadonlyMap<string, Device> = new Map([
  ['Windows', 'computer'],
  ['macOS', 'computer'],
  ['Linux', 'computer'],
  ['ChromeOS', 'computer'],
  ['iOS', 'phone_or_tablet'],
  ['Android', 'phone_or_tablet'],
]);

export function audienceView({
  countries,
  clients,
  devices,
  referrers,
  people,
  viewers,
}: AudienceRows): Omit<IssuePeople, 'tenure'> {
  const places = folded(countries);
  const programs = folded(added(clients, nameOf));
  const machines = folded(added(devices, deviceOf));
  const led = referrers.reduce((sum, { people: some }) => sum + some, 0);
  const sites = folded(added([...referrers, { key: DIRECT, people: viewers - led }], siteOf));
  const groups = new Map(clients.map(({ key }) => [nameOf(key), traitsOf(key).kind]));
  return {
    people,
    countries: {
      items: places.items.map(({ key, people: some }) => ({ country: key, people: some })),
      others: places.others,
    },
    clients: {
      items: programs.items.map(({ key, people: some }) => ({
        client: key,
        group: groups.get(key) ?? 'other',
        people: some,
      })),
      others: programs.others,
    },
    referrers: {
      items: sites.items.map(({ key, people: some }) => ({ ...siteView(key), people: some })),
      others: sites.others,
    },
    devices: {
      items: machines.items.map(({ key, people: some }) => ({ device: key, people: some })),
      others: machines.others,
    },
  };
}

/** Stands for those who came from no other page. No host is called so. */
const DIRECT = '';
/** Sites by the hosts that lead away from them. */
const SITES: readonly (readonly [site: 'x' | 'linkedin', hosts: RegExp])[] = [
  ['x', /^(t\.co|(.+\.)?(x|twitter)\.com)$/],
  ['linkedin', /^((.+\.)?linkedin\.com|lnkd\.in)$/],
];

/** A site's name where it has one of ours, which no host is called either; otherwise the host. */
export function siteOf(host: string): string {
  return SITES.find(([, hosts]) => hosts.test(host))?.[0] ?? host;
}

function siteView(key: string): Omit<IssuePeople['referrers']['items'][number], 'people'> {
  const site = key === DIRECT ? 'direct' : SITES.find(([name]) => name === key)?.[0];
  return site === undefined ? { site: 'other', host: key } : { site, host: null };
}

/** `Chrome / Windows` is Chrome, and `Gmail proxy` is Gmail: whose proxy it is says where the mail is read. */
function nameOf(label: string): string {
  const [name = ''] = label.split(' / ', 1);
  return name.replace(/ proxy$/, '');
}

export function deviceOf(label: string): Device {
  return DEVICES.get(traitsOf(label).system) ?? 'unknown';
}

/** People of those that have the same name now, most first. Everybody is in one row only, so that they can be added. */
function added<Name extends string>(
  rows: readonly PeopleOf[],
  name: (key: string) => Name,
): readonly { readonly key: Name; readonly people: number }[] {
  const sums = new Map<Name, number>();
  for (const { key, people } of rows) sums.set(name(key), (sums.get(name(key)) ?? 0) + people);
  return [...sums]
    .map(([key, people]) => ({ key, people }))
    .sort((a, b) => b.people - a.people || (a.key < b.key ? -1 : 1));
}
