/** Something that others wait for to change; everybody who waits hears of it once. */
export class Change {
  #next: Promise<void> | null = null;
  #tell: () => void = () => undefined;

  /** Resolves with the next change. */
  wait(): Promise<void> {
    this.#next ??= new Promise((resolve) => {
      this.#tell = resolve;
    });
    return this.#next;
  }

  tell(): void {
    this.#next = null;
    this.#tell();
  }
}
