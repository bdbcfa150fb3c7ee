import type { PublicationId, ReaderId } from '@readout/events';
import { and, asc, eq, gt, isNotNull, isNull, ne, or, sql } from 'drizzle-orm';
import type { Catalog, ExperimentArm, Offering, OfferTerms } from './catalog.ts';
import { experimentArms, experiments, offers, readers } from './schema.ts';
import type { Store } from './store.ts';

const ROWS_PER_PAGE = 5_000;

type Offerings = Pick<Catalog, 'offerings' | 'readersWithAccess'>;
type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** What is offered to whom, as collectors copy it. */
export function offeringsIn(store: Store): Offerings {
  return {
    async offerings(publication) {
      // One statement: no change can come between an experiment and its offers.
      const rows = await store.ask((database) =>
        database
          .select({ offer: offers, weight: experimentArms.weight, experiment: experiments })
          .from(offers)
          .leftJoin(
            experiments,
            and(
              eq(experiments.publication, offers.publication),
              isNotNull(experiments.startedAt),
              isNull(experiments.stoppedAt),
            ),
          )
          .leftJoin(
            experimentArms,
            and(eq(experimentArms.experiment, experiments.publicId), eq(experimentArms.offer, offers.id)),
          )
          .where(
            and(
              or(offers.isUsual, isNotNull(experimentArms.weight)),
              publication === undefined ? undefined : eq(offers.publication, publication),
            ),
          )
          .orderBy(asc(offers.publication), asc(experimentArms.position)),
      );
      const found = new Map<PublicationId, Gathered>();
      for (const { offer, weight, experiment } of rows) {
        const one = found.get(offer.publication) ?? {
          publication: offer.publication,
          offers: [],
          usual: null,
          experiment: null,
        };
        found.set(offer.publication, one);
        one.offers.push({ publicId: offer.publicId, ...termsOf(offer) });
        if (offer.isUsual) one.usual = offer.publicId;
        if (experiment === null || weight === null) continue;
        const { publicId, readers: who, visitors, share } = experiment;
        one.experiment ??= { publicId, readers: who, visitors, share, arms: [] };
        one.experiment.arms.push({ offer: offer.publicId, weight });
      }
      return [...found.values()];
    },

    async *readersWithAccess(publication) {
      let last: ReaderId | 0 | undefined = 0;
      while (last !== undefined) {
        const after: number = last;
        const page: readonly { readonly id: ReaderId }[] = await store.ask((database) =>
          database
            .select({ id: readers.id })
            .from(readers)
            .where(
              and(
                gt(readers.id, sql`${after}::integer`),
                eq(readers.publication, publication),
                ne(readers.segment, 'free'),
              ),
            )
            .orderBy(asc(readers.id))
            .limit(ROWS_PER_PAGE),
        );
        if (page.length > 0) yield page.map(({ id }) => id);
        last = page.at(ROWS_PER_PAGE - 1)?.id;
      }
    },
  };
}

/** While it is put together. */
type Gathered = Mutable<Omit<Offering, 'offers' | 'experiment'>> & {
  readonly offers: Mutable<Offering['offers'][number]>[];
  experiment: (Omit<NonNullable<Offering['experiment']>, 'arms'> & { readonly arms: ExperimentArm[] }) | null;
};

function termsOf(offer: OfferTerms): OfferTerms {
  const { trialDays, price, currency, months, headline, text, button, takesCard } = offer;
  return { trialDays, price, currency, months, headline, text, button, takesCard };
}
