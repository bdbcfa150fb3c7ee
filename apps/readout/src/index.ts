export { type Deployment, startEmbedded } from './embedded.ts';
