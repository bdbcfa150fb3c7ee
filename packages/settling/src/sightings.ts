import type { ProviderWord, Sighting } from '@readout/events';
import type { Fetched, Kept } from './fetched.ts';

/** What is asked of a fetch to find what was said of it. */
export type Unsaid = Pick<Fetched, 'kind' | 'time' | 'link' | 'reader'> & {
  readonly fetch: Pick<Fetched['fetch'], 'client' | 'place'>;
};

/** An open or a click of a message as its mail provider saw it. */
export type Sighted = Pick<Kept, 'kind' | 'time' | 'link'> & { readonly sighting: Sighting };

/**
 * How far what the provider saw and what we saw of the same open or click may be apart: the provider's own pixel stands
 * in the same message, its redirect leads to ours. SendGrid gives whole seconds, and clocks differ.
 */
export const SIGHTING_REACH_MS = 60_000;

export function isSighted(event: Kept): event is Kept & Sighted {
  return (event.kind === 'opened' || event.kind === 'clicked') && event.sighting !== undefined;
}

/**
 * What the mail provider says of one of our own fetches, by what it saw of the same reader's message: of the same kind
 * and client, on the same link where both know it, within a minute. Of several the nearest speaks, and of those as near
 * the one whose word comes first in the alphabet, so that it never hangs on the order of arrival.
 */
export function saidOf(sightings: readonly Sighted[], { kind, time, link, fetch }: Unsaid): ProviderWord {
  let said: ProviderWord = 'nothing';
  let nearest = SIGHTING_REACH_MS;
  for (const seen of sightings) {
    const apart = Math.abs(seen.time - time);
    if (seen.kind !== kind || apart > nearest || !isSameClient(seen.sighting, fetch)) continue;
    if (seen.link !== null && link !== null && seen.link !== link) continue;
    if (apart === nearest && said !== 'nothing' && seen.sighting.said > said) continue;
    said = seen.sighting.said;
    nearest = apart;
  }
  return said;
}

/** A client without a name is none to go by; then it has to come from the same place. */
function isSameClient(sighting: Sighting, fetch: Unsaid['fetch']): boolean {
  if (sighting.client !== fetch.client) return false;
  return fetch.client !== '' || (fetch.place !== 0 && sighting.place === fetch.place);
}
