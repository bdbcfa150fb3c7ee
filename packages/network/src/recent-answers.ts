/**
 * A bounded memory that forgets what was not asked for lately, in two generations: what is asked for moves to the
 * young one, and when that is full the old one is dropped whole. Nearly what LRU keeps, without moving an entry on
 * every look-up.
 */
export class RecentAnswers<Answer> {
  private young = new Map<string, Answer>();
  private old = new Map<string, Answer>();
  private readonly generation: number;

  /** @param limit most entries held at any time. */
  constructor(limit: number) {
    this.generation = Math.max(1, Math.floor(limit / 2));
  }

  get size(): number {
    return this.young.size + this.old.size;
  }

  get(key: string): Answer | undefined {
    const young = this.young.get(key);
    if (young !== undefined) return young;
    const old = this.old.get(key);
    if (old !== undefined) this.set(key, old);
    return old;
  }

  set(key: string, answer: Answer): void {
    if (this.young.size >= this.generation && !this.young.has(key)) {
      this.old = this.young;
      this.young = new Map();
    }
    this.young.set(key, answer);
  }
}
