export { type EmbeddedLogOptions, openEmbeddedLog } from './embedded-log.ts';
export {
  type DamagedStretch,
  type EventLog,
  InvalidLineError,
  type LogBatch,
  type LoggedRecord,
  LogUnavailableError,
  type ReadOptions,
} from './event-log.ts';
