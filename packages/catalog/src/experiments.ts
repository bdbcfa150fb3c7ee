import type { PublicationId, PublicId } from '@readout/events';
import { and, asc, desc, eq, inArray, isNotNull, isNull, type SQL } from 'drizzle-orm';
import type { Catalog, Experiment, ExperimentArm, NewExperiment } from './catalog.ts';
import { OfferConflictError, UnknownOfferError } from './errors.ts';
import { inTurn, makeUsual } from './offers.ts';
import { newPublicId } from './public-id.ts';
import { experimentArms, experiments, offers } from './schema.ts';
import type { Database, Store } from './store.ts';

type Experiments = Pick<
  Catalog,
  | 'createExperiment'
  | 'listExperiments'
  | 'findExperiment'
  | 'updateExperiment'
  | 'deleteExperiment'
  | 'startExperiment'
  | 'stopExperiment'
>;

export function experimentsIn(store: Store): Experiments {
  return {
    createExperiment: (publication, experiment) =>
      inTurn(store, publication, async (transaction) => {
        const arms = await checkedArms(transaction, publication, experiment.arms);
        const publicId = newPublicId();
        await transaction.insert(experiments).values({ publicId, publication, ...columnsOf(experiment) });
        await writeArms(transaction, publicId, arms);
        return there(await readOne(transaction, publication, publicId));
      }),

    listExperiments: (publication) =>
      store.ask((database) => readExperiments(database, eq(experiments.publication, publication))),

    findExperiment: (publication, publicId) => store.ask((database) => readOne(database, publication, publicId)),

    updateExperiment: (publication, publicId, change) =>
      inTurn(store, publication, async (transaction) => {
        const before = await readOne(transaction, publication, publicId);
        if (before === null) return null;
        refuseUnlessDraft(before);
        await transaction
          .update(experiments)
          .set(columnsOf({ ...before, ...change }))
          .where(eq(experiments.publicId, publicId));
        if (change.arms !== undefined) {
          const arms = await checkedArms(transaction, publication, change.arms);
          await transaction.delete(experimentArms).where(eq(experimentArms.experiment, publicId));
          await writeArms(transaction, publicId, arms);
        }
        return await readOne(transaction, publication, publicId);
      }),

    deleteExperiment: (publication, publicId) =>
      inTurn(store, publication, async (transaction) => {
        const experiment = await readOne(transaction, publication, publicId);
        if (experiment === null) return false;
        refuseUnlessDraft(experiment);
        await transaction.delete(experiments).where(eq(experiments.publicId, publicId));
        return true;
      }),

    startExperiment: (publication, publicId, at) =>
      inTurn(store, publication, async (transaction) => {
        const experiment = await readOne(transaction, publication, publicId);
        if (experiment === null) return null;
        refuseUnlessDraft(experiment);
        const [running] = await readExperiments(
          transaction,
          and(
            eq(experiments.publication, publication),
            isNotNull(experiments.startedAt),
            isNull(experiments.stoppedAt),
          ),
        );
        if (running !== undefined) {
          throw new OfferConflictError(
            `The experiment “${running.name}” is running, and there is one at a time: stop it first.`,
          );
        }
        // What an offer says may have changed since the draft was written.
        await checkedArms(transaction, publication, experiment.arms);
        await makeUsual(transaction, publication, experiment.arms[0]?.offer ?? null);
        await transaction.update(experiments).set({ startedAt: at }).where(eq(experiments.publicId, publicId));
        return await readOne(transaction, publication, publicId);
      }),

    stopExperiment: (publication, publicId, at) =>
      inTurn(store, publication, async (transaction) => {
        const experiment = await readOne(transaction, publication, publicId);
        if (experiment === null) return null;
        if (experiment.startedAt === null) {
          throw new OfferConflictError('This experiment was not started: there is nothing to stop.');
        }
        if (experiment.stoppedAt !== null) return experiment;
        await transaction.update(experiments).set({ stoppedAt: at }).where(eq(experiments.publicId, publicId));
        return await readOne(transaction, publication, publicId);
      }),
  };
}

type Arm = ExperimentArm & Pick<typeof offers.$inferSelect, 'id'>;

/** @throws where the arms are not what an experiment can compare. */
async function checkedArms(
  transaction: Database,
  publication: PublicationId,
  arms: readonly ExperimentArm[],
): Promise<readonly Arm[]> {
  const names = arms.map(({ offer }) => offer);
  if (arms.length < 2 || new Set(names).size < arms.length) {
    throw new RangeError('An experiment compares two offers or more, and no offer twice.');
  }
  const found = await transaction
    .select()
    .from(offers)
    .where(and(eq(offers.publication, publication), inArray(offers.publicId, names)));
  const known = arms.map((arm, at) => {
    const offer = found.find(({ publicId }) => publicId === arm.offer);
    if (offer === undefined) throw new UnknownOfferError(at);
    return { ...arm, id: offer.id };
  });
  const archived = found.find(({ archivedAt }) => archivedAt !== null);
  if (archived !== undefined) {
    throw new OfferConflictError(`The offer “${archived.name}” is in the archive: take it out of there, or leave it.`);
  }
  const currencies = [...new Set(found.map(({ currency }) => currency))];
  if (currencies.length > 1) {
    throw new OfferConflictError(
      `Offers of one experiment have one currency, not ${currencies.sort().join(' and ')}: what they bring could not be compared.`,
    );
  }
  return known;
}

async function writeArms(transaction: Database, experiment: PublicId, arms: readonly Arm[]): Promise<void> {
  await transaction
    .insert(experimentArms)
    .values(arms.map(({ id, weight }, position) => ({ experiment, position, offer: id, weight })));
}

function refuseUnlessDraft({ startedAt, stoppedAt }: Experiment): void {
  if (startedAt === null) return;
  throw new OfferConflictError(
    stoppedAt === null
      ? 'This experiment is running: nothing about it may change but that it is stopped.'
      : 'This experiment is over: what it found belongs to what it was. Make a new one.',
  );
}

async function readOne(database: Database, publication: PublicationId, publicId: PublicId): Promise<Experiment | null> {
  const named = and(eq(experiments.publicId, publicId), eq(experiments.publication, publication));
  return (await readExperiments(database, named))[0] ?? null;
}

/** The newest first, each with its arms, in one statement. */
async function readExperiments(database: Database, where: SQL | undefined): Promise<readonly Experiment[]> {
  const rows = await database
    .select({ experiment: experiments, offer: offers.publicId, weight: experimentArms.weight })
    .from(experiments)
    .innerJoin(experimentArms, eq(experimentArms.experiment, experiments.publicId))
    .innerJoin(offers, eq(offers.id, experimentArms.offer))
    .where(where)
    .orderBy(desc(experiments.createdAt), desc(experiments.publicId), asc(experimentArms.position));
  const found = new Map<PublicId, Experiment & { readonly arms: ExperimentArm[] }>();
  for (const { experiment, offer, weight } of rows) {
    const { publication: _, ...columns } = experiment;
    const one = found.get(experiment.publicId) ?? { ...columns, arms: [] };
    one.arms.push({ offer, weight });
    found.set(experiment.publicId, one);
  }
  return [...found.values()];
}

function columnsOf({
  name,
  readers,
  visitors,
  share,
  measure,
  guardrails,
  smallestEffect,
  baseline,
}: NewExperiment): Omit<NewExperiment, 'arms'> {
  return { name, readers, visitors, share, measure, guardrails, smallestEffect, baseline };
}

function there(experiment: Experiment | null): Experiment {
  if (experiment === null) throw new Error('An experiment was written and is not there.');
  return experiment;
}
