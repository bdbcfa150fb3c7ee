export { type EmbeddedLogOptions, openEmbeddedLog } from './embedded/embedded-log.ts';
export { readEmbedded } from './embedded/embedded-reader.ts';
export type { Commit } from './embedded/writer.ts';
export {
  type DamagedStretch,
  DROPPABLE,
  type Droppable,
  type EventLog,
  InvalidLineError,
  type LogBatch,
  LogFullError,
  type LoggedRecord,
  type LogReader,
  LogUnavailableError,
  type OwnedPartition,
  type ReadOptions,
  type Spool,
  type SpoolState,
  type WhenFull,
} from './event-log.ts';
export { type Downstream, DownstreamUnavailableError, type ForwardedRecord } from './kafka/downstream.ts';
export { openKafkaDownstream, openKafkaReader } from './kafka/open.ts';
export { type KafkaClientName, KafkaConfigurationError, type KafkaOptions } from './kafka/options.ts';
