export { Forwarder, type ForwarderDependencies } from './forwarder.ts';
export { openDownstream, openReader } from './kafka.ts';
export { watchSpool } from './spool-gauges.ts';
