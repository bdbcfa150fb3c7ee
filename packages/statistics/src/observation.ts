/** Of one person: for how long they were followed, and whether that ended with the event or with the end of watching. */
export interface Observation {
  /** 0 or more, in any unit, the same for all. */
  readonly time: number;
  readonly happened: boolean;
}

/** @throws RangeError where a time is negative or no number */
export function shortestFirst<One extends Observation>(observations: readonly One[]): readonly One[] {
  const invalid = observations.find(({ time }) => !(time >= 0));
  if (invalid !== undefined) throw new RangeError(`A time is 0 or more, not ${invalid.time}.`);
  return observations.toSorted((one, other) => one.time - other.time);
}
