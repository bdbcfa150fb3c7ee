import type { Origin } from './origin.ts';

/**
 * A line that stood in quarantine, put into the log once more: what it was, and where it stood. Not JSON, so that no
 * record can be mistaken for one, and whatever the line holds fits behind it.
 */
export interface Replay {
  /** Where the line became durable first. */
  readonly of: Origin;
  readonly line: string;
}

const REPLAY = /^replay (\d{1,5})\/(\d{1,10})\/(\d{1,16}) /;

export function encodeReplay({ of, line }: Replay): string {
  return `replay ${of.partition}/${of.collector}/${of.position} ${line}`;
}

/** Null: the line is no replay. */
export function decodeReplay(line: string): Replay | null {
  if (!line.startsWith('replay ')) return null;
  const found = REPLAY.exec(line);
  if (found === null) return null;
  const [beginning, partition, collector, position] = found;
  return {
    of: { partition: Number(partition), collector: Number(collector), position: Number(position) },
    line: line.slice(beginning.length),
  };
}
