export { describeFailure } from './describe-failure.ts';
export { type Behind, openPatiently } from './patient-opening.ts';
export { type Readiness, readiness } from './readiness.ts';
export { type Running, runProgram, type Surroundings } from './run-program.ts';
export { addressOf, openServer, PortInUseError, type RunningServer } from './server.ts';
export { having } from './settings.ts';
export { type Status, statusRoom } from './status-room.ts';
