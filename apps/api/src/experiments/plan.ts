import type { ExperimentPlan, experimentPlanRequest } from '@readout/api-contract';
import type { Publication } from '@readout/catalog';
import { peoplePerArm, peoplePerArmForMeans } from '@readout/statistics';
import type { z } from 'zod';
import type { ApiDependencies } from '../dependencies.ts';
import { added, maturity, summaryOf, type Tally, type Terms, tallyOf, waitsForTrials } from './outcomes.ts';

const DAY_MS = 86_400_000;
const LATELY_DAYS = 28;
const POWER = 0.8;
const LEVEL = 0.95;
/** Where a publication has no offers that say how long a trial is. */
const USUAL_TRIAL_DAYS = 7;

/**
 * What an experiment would take. People count once in the 28 days, as they do in an experiment. How many need to be shown
 * an offer is the number for one look at the end; looked at every day, a difference takes longer to be told.
 */
export async function planOf(
  { catalog, warehouse, clock }: Pick<ApiDependencies, 'catalog' | 'warehouse' | 'clock'>,
  publication: Publication,
  { measure, baseline, deviation, smallestEffect, arms, share }: z.output<typeof experimentPlanRequest>,
): Promise<ExperimentPlan> {
  const asOf = clock();
  const offers = (await catalog.listOffers(publication.id)).filter(({ archivedAt }) => archivedAt === null);
  const trialDays = Math.max(...(offers.length === 0 ? [USUAL_TRIAL_DAYS] : offers.map((one) => one.trialDays)));
  const usual = offers.find(({ isUsual }) => isUsual) ?? offers[0];
  const terms: Terms = { trialDays: [trialDays], currency: usual?.currency ?? '' };
  const waiting = waitsForTrials(measure) ? maturity(terms) : 0;
  const from = asOf - LATELY_DAYS * DAY_MS;
  const ask = (since: number, to: number) =>
    warehouse.experimentArms({
      publication: publication.id,
      offers: null,
      participants: null,
      from: since,
      to,
      asOf,
    });
  const lately = await ask(from, asOf + 1);
  const known = waiting === 0 ? lately : await ask(from - waiting * DAY_MS, asOf - waiting * DAY_MS);
  const tally = tallyOf(known.courses, 0, measure, terms, 0);
  const plan = { base: baseline, smallestLift: smallestEffect, power: POWER, level: LEVEL, arms };
  const spread = deviation ?? spreadOf(tally);
  const needed =
    measure !== 'revenue'
      ? peoplePerArm(plan)
      : spread === null
        ? null
        : peoplePerArmForMeans({ ...plan, mean: baseline, deviation: spread });
  const peoplePerDay = added(lately.courses.map(({ people }) => people)) / LATELY_DAYS;
  return {
    peoplePerArm: needed,
    peoplePerDay,
    days: needed === null || peoplePerDay === 0 ? null : Math.ceil((needed * arms) / (peoplePerDay * share)) + waiting,
    lately: tally === null || tally.people === 0 ? null : tally.sum / tally.people,
  };
}

function spreadOf(tally: Tally | null): number | null {
  const deviation = tally === null ? 0 : Math.sqrt(summaryOf(tally).variance);
  return deviation > 0 ? deviation : null;
}
