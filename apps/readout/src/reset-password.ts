import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { hashPassword } from '@readout/api';
import { openCatalog } from '@readout/catalog';
import type { Config } from '@readout/config';
import { lockFolder } from '@readout/folder-lock';

/**
 * Gives the owner a new password and signs everybody out. For whoever has the machine: no password is asked for.
 * @returns the new password, which is kept nowhere
 * @throws where a running Readout has the data folder: the embedded catalog takes one process at a time
 */
export async function resetPassword(config: Config): Promise<string> {
  await mkdir(config.dataDirectory, { recursive: true, mode: 0o700 });
  const lock = config.databaseUrl === null ? await lockFolder(config.dataDirectory) : null;
  try {
    const catalog = await openCatalog(
      config.databaseUrl === null
        ? { kind: 'embedded', path: join(config.dataDirectory, 'catalog') }
        : { kind: 'server', url: config.databaseUrl },
    );
    try {
      const password = randomBytes(12).toString('base64url');
      await catalog.setOwnerPasswordHash(await hashPassword(password));
      await catalog.deleteAllSessions();
      return password;
    } finally {
      await catalog.close();
    }
  } finally {
    await lock?.close();
  }
}
