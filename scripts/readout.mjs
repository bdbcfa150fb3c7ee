import { prepare } from './prepare.mjs';

prepare();
await import('../apps/readout/dist/cli.js');
