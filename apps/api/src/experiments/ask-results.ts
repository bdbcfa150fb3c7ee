import type { ExperimentResults } from '@readout/api-contract';
import type { Experiment, Publication } from '@readout/catalog';
import type { ApiDependencies } from '../dependencies.ts';
import { Refusal } from '../http/problem.ts';
import { resultsOf } from './results.ts';

/** @throws {Refusal} of a draft: it has shown nothing to anybody. */
export async function askResults(
  { catalog, warehouse, clock }: Pick<ApiDependencies, 'catalog' | 'warehouse' | 'clock'>,
  { id }: Publication,
  experiment: Experiment,
): Promise<ExperimentResults> {
  const { startedAt, stoppedAt } = experiment;
  if (startedAt === null) {
    throw new Refusal('conflict', 'This experiment was not started, so that it has no results yet: start it first.');
  }
  const asOf = clock();
  const all = new Map((await catalog.listOffers(id)).map((offer) => [offer.publicId, offer]));
  const offers = experiment.arms.map(({ offer }) => {
    const found = all.get(offer);
    if (found === undefined) throw new Error(`The offer ${offer} of an experiment is not in the catalog.`);
    return found;
  });
  const exposed = await warehouse.experimentArms({
    publication: id,
    offers: offers.map((offer) => offer.id),
    participants: {
      experiment: experiment.publicId,
      readers: experiment.readers,
      visitors: experiment.visitors,
      share: experiment.share,
    },
    from: startedAt.getTime(),
    to: stoppedAt?.getTime() ?? asOf + 1,
    asOf,
  });
  return resultsOf({ experiment: { ...experiment, startedAt }, offers, exposed, asOf });
}
