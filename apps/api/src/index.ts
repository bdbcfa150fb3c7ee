export { type ApiServer, createApi } from './api.ts';
export { collectionState } from './collection/collection-state.ts';
export { DASHBOARD } from './dashboard-folder.ts';
export type { ApiDependencies, Readiness } from './dependencies.ts';
export { attributionBy } from './growth/attribution-by.ts';
export { deliverySettings } from './schedules/delivery-settings.ts';
export { hashPassword } from './session/password.ts';
export { setupCodeOf, welcomeAt } from './session/setup-code.ts';
