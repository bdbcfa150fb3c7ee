import { createHash } from 'node:crypto';
import type { LoggedExportView } from '@readout/api-contract';
import type { Catalog, EndedExport, LoggedExport, Publication } from '@readout/catalog';
import type { ApiDependencies } from '../dependencies.ts';
import type { Caller } from '../http/caller.ts';
import type { Sent } from './send-file.ts';

/** What has not ended after so long has not lived through a restart. */
const LONGEST_MS = 24 * 3_600_000;

type Logged = Pick<LoggedExport, 'what' | 'format' | 'filter'>;

/** Whose doing it is. */
type By = Pick<LoggedExport, 'actor' | 'keyName'>;

/** Whose doing it is, as the log has it. */
export function actorOf({ by }: Caller): By & { readonly actor: 'owner' | 'operator_key' | 'key' } {
  if (by === 'session') return { actor: 'owner', keyName: null };
  return by === 'operator_key' ? { actor: 'operator_key', keyName: null } : { actor: 'key', keyName: by.key };
}

/** Notes that an export begins; nothing leaves before that. */
export function begin(
  catalog: Pick<Catalog, 'beginExport'>,
  publication: Publication,
  by: By,
  logged: Logged,
  now: number,
): Promise<LoggedExport> {
  return catalog.beginExport(publication.id, { ...by, ...logged, startedAt: new Date(now) });
}

/**
 * Has a file made in memory that is in the log from its beginning to its end.
 * @param gone whoever wanted it has left
 * @throws what went wrong
 */
export async function loggedFile(
  { catalog, clock }: Pick<ApiDependencies, 'catalog' | 'clock'>,
  publication: Publication,
  logged: By & Logged,
  make: () => Promise<Uint8Array>,
  gone?: AbortSignal,
): Promise<{ readonly bytes: Uint8Array; readonly sha256: string }> {
  const { publicId } = await begin(catalog, publication, logged, logged, clock());
  const end = (ended: Pick<EndedExport, 'outcome' | 'bytes' | 'sha256' | 'reason'>) =>
    catalog.endExport(publication.id, publicId, { ...ended, rows: null, endedAt: new Date(clock()) });
  try {
    const bytes = await make();
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await end({ outcome: 'done', bytes: bytes.length, sha256, reason: null });
    return { bytes, sha256 };
  } catch (error) {
    const isGone = gone?.aborted === true;
    const reason = isGone ? null : reasonOf(error);
    await end({ outcome: isGone ? 'cancelled' : 'failed', bytes: 0, sha256: null, reason });
    throw error;
  }
}

/** Why an export failed, as the log has it. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message.slice(0, 500) : String(error);
}

export function endOf(sent: Sent, now: number): EndedExport {
  const endedAt = new Date(now);
  const { outcome, bytes } = sent;
  if (sent.outcome === 'done') return { endedAt, outcome, bytes, rows: sent.rows, sha256: sent.sha256, reason: null };
  return { endedAt, outcome, bytes, rows: null, sha256: null, reason: sent.reason };
}

export function loggedView(logged: LoggedExport, isRunning: boolean, now: number): LoggedExportView {
  const { publicId, actor, keyName, what, format, filter, startedAt, endedAt, outcome } = logged;
  const isLost = outcome === 'running' && !isRunning && now - startedAt.getTime() > LONGEST_MS;
  return {
    id: publicId,
    actor,
    key: keyName,
    what,
    format,
    filter,
    startedAt: startedAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    outcome: isLost ? 'interrupted' : outcome,
    rows: logged.rows,
    bytes: logged.bytes,
    sha256: logged.sha256,
    reason: logged.reason,
  };
}
