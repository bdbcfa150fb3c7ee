export { Forwarder, type ForwarderDependencies } from './forwarder.ts';
export { openDownstream, openReader } from './kafka.ts';
export { type Outbox, openOutbox } from './outbox.ts';
export { watchSpool } from './spool-gauges.ts';
