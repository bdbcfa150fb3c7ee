/**
 * Where an event first became durable: its identity. `collector` names the log that took it,
 * `position` counts that log's records from 0. `partition` is the partition it is read from (0 in the
 * embedded log). Within one partition the positions of one collector only ever rise, save for repeats:
 * so "not above the highest position written" is what tells a repeat.
 */
export interface Origin {
  readonly partition: number;
  readonly collector: number;
  readonly position: number;
}
