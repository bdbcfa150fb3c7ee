import { join } from 'node:path';
import type { Config } from '@readout/config';
import type { DeliverySettings } from '../dependencies.ts';

/** Hours are what schedules are told by: half a minute more is nothing to them. */
const LOOK_EVERY_MS = 30_000;

/** How what is scheduled leaves, as the operator configured it. @param folder this process's own */
export function deliverySettings({ delivery }: Pick<Config, 'delivery'>, folder: string): DeliverySettings {
  return { ...delivery, lookEveryMs: LOOK_EVERY_MS, workDirectory: join(folder, 'outgoing') };
}
