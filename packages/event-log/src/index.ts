export { type EmbeddedLogOptions, openEmbeddedLog } from './embedded-log.ts';
export {
  type DamagedStretch,
  DROPPABLE,
  type Droppable,
  type EventLog,
  InvalidLineError,
  type LogBatch,
  LogFullError,
  type LoggedRecord,
  LogUnavailableError,
  type ReadOptions,
  type Spool,
  type SpoolState,
  type WhenFull,
} from './event-log.ts';
export { type Downstream, DownstreamUnavailableError, type ForwardedRecord } from './kafka/downstream.ts';
export { KafkaConfigurationError, type KafkaOptions } from './kafka/options.ts';
export { openKafkaDownstream } from './kafka-downstream.ts';
export type { Commit } from './writer.ts';
