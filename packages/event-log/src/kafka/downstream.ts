/** A record of the spool on its way to Kafka. */
export interface ForwardedRecord {
  /** Where the record first became durable: consumers tell a repeat by it. */
  readonly origin: SpoolOrigin;
  /** At most MAX_RECORD_BYTES (4 KiB) in UTF-8, which the spool sees to: no record is too big for a broker. */
  readonly line: string;
  /** Records with the same key stay in order, in one partition. */
  readonly key: string;
}

export interface SpoolOrigin {
  /** Number of the spool's log, 1 to 2^32 - 1; 0 is of what no collector wrote. */
  readonly collector: number;
  /** Its position there, from 0. */
  readonly position: number;
}

/** Where a collector's spool is sent on to. */
export interface Downstream {
  /**
   * Resolves when every record is acknowledged by all in-sync replicas. Rejects with DownstreamUnavailableError
   * when it does not know that: any part may have arrived, and the caller sends the same again before all else.
   * One call at a time, in the order of the spool; then the first occurrences of the records with one key stand
   * in that order in their partition, whatever was repeated between them.
   */
  forward(records: readonly ForwardedRecord[]): Promise<void>;
  /** Resolves when a forward could be taken now; otherwise rejects with DownstreamUnavailableError, within 5 s. */
  ping(): Promise<void>;
  /** Cuts the connections; a forward that is under way rejects. */
  close(): Promise<void>;
}

/** What was to be forwarded may or may not have arrived. Nothing is lost: the spool still has it. */
export class DownstreamUnavailableError extends Error {
  readonly code = 'DOWNSTREAM_UNAVAILABLE';
}
