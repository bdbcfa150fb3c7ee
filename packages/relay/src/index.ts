export { type Relay, type RelayParts, startRelay } from './relay.ts';
