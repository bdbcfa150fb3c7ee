import type { createExperimentRequest, ExperimentView } from '@readout/api-contract';
import { type Experiment, type NewExperiment, UnknownOfferError } from '@readout/catalog';
import { isPublicId } from '@readout/events';
import type { z } from 'zod';

export function experimentView({
  publicId,
  createdAt,
  startedAt,
  stoppedAt,
  ...experiment
}: Experiment): ExperimentView {
  return {
    ...experiment,
    id: publicId,
    state: startedAt === null ? 'draft' : stoppedAt === null ? 'running' : 'stopped',
    arms: [...experiment.arms],
    guardrails: [...experiment.guardrails],
    createdAt: createdAt.toISOString(),
    startedAt: startedAt?.toISOString() ?? null,
    stoppedAt: stoppedAt?.toISOString() ?? null,
  };
}

/** @throws {UnknownOfferError} where an arm's offer is not even named like one. */
export function asDraft({ arms, ...draft }: z.output<typeof createExperimentRequest>): NewExperiment {
  return {
    ...draft,
    arms: arms.map(({ offer, weight }, at) => {
      if (!isPublicId(offer)) throw new UnknownOfferError(at);
      return { offer, weight };
    }),
  };
}
