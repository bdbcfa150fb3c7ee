import type { IssueId, ProviderWord, ReaderId } from '@readout/events';
import { SIGHTING_REACH_MS, type Sighted, saidOf, type Unsaid } from '@readout/settling';

/** Messages remembered; when there are more, all are forgotten: what is settled minutes later knows them all the same. */
const MOST = 50_000;

/** What mail providers reported a moment ago, for the first look at fetches that they speak of. Mostly there is nothing. */
export class Sightings {
  readonly #byMessage = new Map<string, Sighted[]>();
  #since: { readonly key: string; readonly sighted: Sighted }[] = [];

  /** From here on what is noted can be taken back. */
  begin(): void {
    this.#since = [];
  }

  /** Forgets what was noted since it began: the same is going to be read again, and must not know what comes after it. */
  takeBack(): void {
    for (const { key, sighted } of this.#since) {
      const others = (this.#byMessage.get(key) ?? []).filter((one) => one !== sighted);
      if (others.length === 0) this.#byMessage.delete(key);
      else this.#byMessage.set(key, others);
    }
    this.#since = [];
  }

  note(issue: IssueId, reader: ReaderId, sighted: Sighted): void {
    if (this.#byMessage.size >= MOST) this.#byMessage.clear();
    const key = `${issue} ${reader}`;
    const near = (this.#byMessage.get(key) ?? []).filter(({ time }) => sighted.time - time <= SIGHTING_REACH_MS);
    this.#byMessage.set(key, [...near, sighted]);
    this.#since.push({ key, sighted });
  }

  saidOf(issue: IssueId | null, fetch: Unsaid): ProviderWord {
    if (this.#byMessage.size === 0) return 'nothing';
    const sightings = this.#byMessage.get(`${issue} ${fetch.reader}`);
    return sightings === undefined ? 'nothing' : saidOf(sightings, fetch);
  }

  get isEmpty(): boolean {
    return this.#byMessage.size === 0;
  }
}
