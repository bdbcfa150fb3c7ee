import { Inject, Injectable } from '@nestjs/common';
import type { RulesPreview } from '@readout/api-contract';
import type { Publication } from '@readout/catalog';
import { type ApiDependencies, DEPENDENCIES } from '../dependencies.ts';
import { Refusal } from '../http/problem.ts';
import { previewOf } from './preview.ts';

/** A preview takes all of a core for seconds. */
const MOST_WAITING = 4;

/** Makes previews one after the other. */
@Injectable()
export class Previews {
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  constructor(@Inject(DEPENDENCIES) private readonly deps: ApiDependencies) {}

  /** @throws {Refusal} where too many wait already. */
  async make(publication: Publication, asked: Parameters<typeof previewOf>[2]): Promise<RulesPreview> {
    if (this.#waiting === MOST_WAITING) {
      throw new Refusal('conflict', 'Several previews are being made already. Try again in a moment.');
    }
    this.#waiting += 1;
    const made = this.#last.then(() => previewOf(this.deps, publication, asked));
    this.#last = made.catch(() => undefined);
    try {
      return await made;
    } finally {
      this.#waiting -= 1;
    }
  }
}
