import { words } from '../../../words/words.ts';

/** A client's own name; of a fetch without one, why there is none. */
export function clientSays(client: string): string {
  if (client === 'not kept') return words.why.clientNotKept;
  return client === '' ? words.why.noClient : client;
}
