export { type ApiServer, createApi } from './api.ts';
export type { ApiDependencies, Readiness } from './dependencies.ts';
export { hashPassword } from './session/password.ts';
