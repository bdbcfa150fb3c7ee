import type { LoggedExportView } from '@readout/api-contract';
import type { Catalog, EndedExport, LoggedExport, Publication } from '@readout/catalog';
import type { Caller } from '../http/caller.ts';
import type { Sent } from './send-file.ts';

/** What has not ended after so long has not lived through a restart. */
const LONGEST_MS = 24 * 3_600_000;

type Logged = Pick<LoggedExport, 'what' | 'format' | 'filter'>;

/** Whose doing it is, as the log has it. */
export function actorOf({ by }: Caller): {
  readonly actor: 'owner' | 'operator_key' | 'key';
  readonly keyName: string | null;
} {
  if (by === 'session') return { actor: 'owner', keyName: null };
  return by === 'operator_key' ? { actor: 'operator_key', keyName: null } : { actor: 'key', keyName: by.key };
}

/** Notes that an export begins; nothing leaves before that. */
export function begin(
  catalog: Pick<Catalog, 'beginExport'>,
  publication: Publication,
  caller: Caller,
  logged: Logged,
  now: number,
): Promise<LoggedExport> {
  return catalog.beginExport(publication.id, { ...actorOf(caller), ...logged, startedAt: new Date(now) });
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
