import type { ApiInTest } from './api-in-test.ts';

const PUBLICATIONS = '/api/v1/publications';

/** An offer as one may be sent. */
export const OFFER = {
  name: 'A week',
  trialDays: 7,
  price: 800,
  currency: 'EUR',
  headline: 'Read on for a week',
  button: 'Start reading',
};

/** A publication of its own, with a key, and what is asked of it most. */
export interface PublicationInTest {
  readonly id: string;
  readonly path: string;
  readonly key: string;
  /** The id of a new offer. */
  offer(terms?: object): Promise<string>;
  /** The id of a new draft between these. */
  draft(offers: readonly string[], more?: object): Promise<string>;
  /** Tokens of readers with these standings. */
  recipients(standings: Readonly<Record<string, string>>): Promise<ReadonlyMap<string, string>>;
}

export async function publicationIn(api: ApiInTest, name = 'Low Tide'): Promise<PublicationInTest> {
  const { id } = (await api.call('POST', PUBLICATIONS, { body: { name } })).json;
  const path = `${PUBLICATIONS}/${id}`;
  const { key } = (await api.call('POST', '/api/v1/keys', { body: { name: 'k', publication: id } })).json;
  const post = async (where: string, body: object) => (await api.call('POST', path + where, { body })).json;
  return {
    id,
    path,
    key,
    offer: async (terms = {}) => (await post('/offers', { ...OFFER, ...terms })).id,
    draft: async (offers, more = {}) => (await post('/experiments', { ...between(offers), ...more })).id,
    async recipients(standings) {
      const issue = await post('/issues', { title: 'An issue', editions: [{ edition: 'whole', html: '<p>x</p>' }] });
      const recipients = Object.entries(standings).map(([reader, segment]) => ({ reader, segment }));
      const { tokens } = await post(`/issues/${issue.id}/recipients`, { recipients });
      return new Map(tokens.map(({ reader, token }: { reader: string; token: string }) => [reader, token]));
    },
  };
}

/** An experiment between these offers as one may be sent, half and half. */
export function between(offers: readonly string[]) {
  return {
    name: 'Which',
    arms: offers.map((offer) => ({ offer, weight: 1 })),
    measure: 'paid',
    smallestEffect: 0.2,
  };
}
