import { createHash } from 'node:crypto';
import { open, type RootDatabase } from 'lmdb';
import type { Token } from './provider.ts';

const HOUR_MS = 3_600_000;
/** Longer than any signature is believed. */
const KEPT_HOURS = 26;
/** Forgotten at once with each new one, at most. */
const MOST_FORGOTTEN = 100;

/**
 * Tokens of requests that were taken, which are taken no more. In LMDB: so it holds over restarts, and for all
 * collectors on a machine. On another machine a token could be used again; what the provider reported counts once all
 * the same, by the provider's own id for it.
 */
export class SpentTokens {
  readonly #database: RootDatabase<string, string>;

  /** @param path a folder, made where it is missing. */
  constructor(path: string) {
    this.#database = open<string, string>({ path, encoding: 'string', noSubdir: false });
    this.#database.readerCheck();
  }

  /** @param whose keeps publications and providers apart. */
  isSpent(whose: string, token: Token): boolean {
    return this.#database.get(keyOf(whose, token)) !== undefined;
  }

  /** Resolves when it is on disk. */
  async spend(whose: string, token: Token, now: number): Promise<void> {
    await this.#database.put(keyOf(whose, token), '');
    const end = hourOf(now - KEPT_HOURS * HOUR_MS);
    const old = [...this.#database.getKeys({ end, limit: MOST_FORGOTTEN })];
    if (old.length > 0) {
      await this.#database.batch(() => {
        for (const key of old) void this.#database.remove(key);
      });
    }
  }

  async close(): Promise<void> {
    await this.#database.close();
  }
}

/** The hour first, so that what is old stands together. */
function keyOf(whose: string, { token, signedAt }: Token): string {
  return `${hourOf(signedAt)} ${createHash('sha256').update(`${whose}\0${token}`).digest('base64url')}`;
}

function hourOf(time: number): string {
  return String(Math.max(0, Math.floor(time / HOUR_MS))).padStart(9, '0');
}
