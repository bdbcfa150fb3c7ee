import { type ExperimentReaders, isVisitor, type PublicId, type ReaderId } from '@readout/events';
import { pointsOf } from './points.ts';

/** An offer, and how much of those who take part see it: its weight over all weights. */
export interface Arm {
  readonly offer: PublicId;
  readonly weight: number;
}

export interface Experiment {
  readonly publicId: PublicId;
  /** The control first. */
  readonly arms: readonly Arm[];
  /** Which readers take part, whether visitors do, and what share of all these, from 0 to 1. */
  readonly readers: ExperimentReaders;
  readonly visitors: boolean;
  readonly share: number;
}

export interface Person {
  /** A reader's, or a visitor's for a day: see `visitorAsReader`. */
  readonly number: ReaderId;
  /** They pay, or are in a trial. Nobody knows that of a visitor: false. */
  readonly hasAccess: boolean;
}

/** `takesPart`: false for those who see the control because they are not in the experiment at all. */
export interface Assignment {
  readonly offer: PublicId;
  readonly takesPart: boolean;
}

/**
 * Which offer somebody sees while an experiment runs. The same whenever and wherever it is asked, whatever the order in
 * which the arms are listed after the control, and independent of every other experiment.
 * @throws {RangeError} where the experiment has no arm.
 */
export function assign(experiment: Experiment, person: Person): Assignment {
  const [control] = experiment.arms;
  if (control === undefined) throw new RangeError(`The experiment ${experiment.publicId} has no arm.`);
  const points = pointsOf(experiment.publicId, person.number);
  if (!isWanted(experiment, person) || points.share >= experiment.share) {
    return { offer: control.offer, takesPart: false };
  }
  // Only rounding could put a point past the last stretch.
  return { offer: (armAt(experiment.arms, points.arm) ?? control).offer, takesPart: true };
}

function isWanted({ readers, visitors }: Experiment, { number, hasAccess }: Person): boolean {
  return isVisitor(number) ? visitors : readers === 'all' || !hasAccess;
}

/** The arms side by side in the order of their offers' ids, each as wide as its weight: whose stretch the point is in. */
function armAt(arms: readonly Arm[], point: number): Arm | undefined {
  const inOrder = [...arms].sort((one, other) => (one.offer < other.offer ? -1 : 1));
  const at = point * inOrder.reduce((sum, { weight }) => sum + weight, 0);
  let end = 0;
  return inOrder.find(({ weight }) => {
    end += weight;
    return at < end;
  });
}
