import {
  type ScheduleCadence,
  type ScheduleDestination,
  type ScheduleWhat,
  scheduleTerms,
} from '@readout/api-contract';
import type { Schedule } from '@readout/catalog';

/** What a schedule says, read from the catalog. */
export interface ScheduleTerms {
  readonly what: ScheduleWhat;
  readonly cadence: ScheduleCadence;
  readonly destination: ScheduleDestination;
}

/** @throws where it was written by another version, which knew things that this one does not. */
export function termsOf({ what, cadence, destination }: Schedule): ScheduleTerms {
  return scheduleTerms.parse({ what, cadence, destination });
}
