import { fileURLToPath } from 'node:url';

/** Where the built dashboard is: the same from src and from dist. */
export const DASHBOARD = fileURLToPath(new URL('../../dashboard/dist/', import.meta.url));
