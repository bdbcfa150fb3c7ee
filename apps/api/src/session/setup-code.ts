import { randomBytes } from 'node:crypto';
import type { Catalog } from '@readout/catalog';

/** What the first person proves with that the installation is theirs; null where an owner is there already. */
export async function setupCodeOf(catalog: Pick<Catalog, 'ownerPasswordHash'>): Promise<string | null> {
  return (await catalog.ownerPasswordHash()) === null ? randomBytes(9).toString('base64url') : null;
}

/** Where the first person signs in. */
export function welcomeAt(address: string, setupCode: string | null): string | null {
  return setupCode === null ? null : `${address}/welcome#code=${setupCode}`;
}
