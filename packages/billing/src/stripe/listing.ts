import { z } from 'zod';
import type { Stated } from '../stated.ts';
import { readListed } from './event.ts';

const list = z.looseObject({ object: z.literal('list'), data: z.array(z.unknown()) });
const MOST_FAULTS = 50;

export type StripeListing =
  | { readonly ok: true; readonly rows: number; readonly stated: readonly Stated[] }
  /** `at`: which object, from 0; null: the whole of it. At most 50. */
  | { readonly ok: false; readonly faults: readonly { readonly at: number | null; readonly message: string }[] };

/**
 * What Stripe lists (`stripe subscriptions list`, `stripe invoices list`, `stripe events list`, …): its list, or an array
 * of objects or of such lists, one for each page.
 * @param asOf UTC, milliseconds: when it was listed.
 */
export function readStripeListing(json: unknown, asOf: number): StripeListing {
  const objects = objectsIn(json);
  if (objects === null) {
    const message = 'Neither a list as Stripe writes it ({"object": "list", "data": […]}) nor an array of objects.';
    return { ok: false, faults: [{ at: null, message }] };
  }
  const stated: Stated[] = [];
  const faults: { at: number; message: string }[] = [];
  for (const [at, object] of objects.entries()) {
    const read = readListed(object, asOf);
    if (typeof read === 'string') faults.push({ at, message: read });
    else stated.push(...read);
    if (faults.length === MOST_FAULTS) break;
  }
  return faults.length > 0 ? { ok: false, faults } : { ok: true, rows: objects.length, stated };
}

function objectsIn(json: unknown): readonly unknown[] | null {
  if (Array.isArray(json)) return json.flatMap((one) => objectsOfPage(one) ?? [one]);
  return objectsOfPage(json);
}

function objectsOfPage(json: unknown): readonly unknown[] | null {
  const parsed = list.safeParse(json);
  return parsed.success ? parsed.data.data : null;
}
