import type { EmbeddedLogOptions } from '@readout/event-log';
import { openOnDisk } from '../../packages/event-log/src/embedded/segment-file.ts';

/** A disk under the log that fails, or hangs, on command. */
export class FaultyDisk {
  #code: 'ENOSPC' | 'EROFS' | null = null;
  #hanging: Promise<void> | null = null;
  #release: () => void = () => undefined;

  /** Writes wait until it is let go. */
  hang(): void {
    this.#hanging = new Promise((resolve) => {
      this.#release = resolve;
    });
  }

  letGo(): void {
    this.#hanging = null;
    this.#release();
  }

  /** Null: it is whole again. */
  failWith(code: 'ENOSPC' | 'EROFS' | null): void {
    this.#code = code;
  }

  readonly openSegment: NonNullable<EmbeddedLogOptions['openSegment']> = async (directory, first) => {
    this.#fail('EROFS');
    const file = await openOnDisk(directory, first);
    return {
      ...file,
      write: async (bytes, at) => {
        await this.#hanging;
        // What was in the way of a full disk stays: half of a frame.
        if (this.#code === 'ENOSPC') await file.write(bytes.subarray(0, bytes.length >> 1), at);
        this.#fail('ENOSPC', 'EROFS');
        await file.write(bytes, at);
      },
    };
  };

  #fail(...codes: readonly string[]): void {
    const code = this.#code;
    if (code !== null && codes.includes(code)) throw Object.assign(new Error(`${code}: as the test wishes`), { code });
  }
}
