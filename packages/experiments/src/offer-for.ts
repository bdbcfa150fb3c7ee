import type { PublicId } from '@readout/events';
import { assign, type Experiment, type Person } from './assign.ts';

/** What a publication offers at the moment. */
export interface Offering {
  /** Shown to everybody where no experiment runs. */
  readonly usual: PublicId | null;
  /** The one that runs. */
  readonly experiment: Experiment | null;
}

export interface Offered {
  /** Null: they are in none. */
  readonly experiment: PublicId | null;
  /** Null: nothing is offered. */
  readonly offer: PublicId | null;
}

/** What somebody is offered. @param person null: nobody who may be put into an experiment. */
export function offerFor({ usual, experiment }: Offering, person: Person | null): Offered {
  if (experiment === null) return { experiment: null, offer: usual };
  if (person === null) return { experiment: null, offer: experiment.arms[0]?.offer ?? usual };
  const { offer, takesPart } = assign(experiment, person);
  return { experiment: takesPart ? experiment.publicId : null, offer };
}
