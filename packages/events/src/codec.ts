import { type LogRecord, logRecordSchema } from './log-record.ts';

/** The most bytes that one encoded record may have. */
export const MAX_RECORD_BYTES = 4096;

/** One record as one line of JSON, without the newline (JSON escapes every newline within). */
export function encodeRecord(record: LogRecord): string {
  return JSON.stringify(record);
}

export type Decoded =
  | { readonly ok: true; readonly record: LogRecord }
  | { readonly ok: false; readonly reason: string };

/** Reads a line of the log. What cannot be understood is a value with its reason, for quarantine, not an exception. */
export function decodeRecord(line: string): Decoded {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return { ok: false, reason: 'not JSON' };
  }
  const parsed = logRecordSchema.safeParse(json);
  if (parsed.success) return { ok: true, record: parsed.data };
  const issue = parsed.error.issues[0];
  return { ok: false, reason: `${issue?.path.join('.') || 'record'}: ${issue?.message ?? 'invalid'}` };
}
