import type { ServerResponse } from 'node:http';
import { Inject, Injectable } from '@nestjs/common';
import type { Publication } from '@readout/catalog';
import type { PublicationId } from '@readout/events';
import { type ApiDependencies, DEPENDENCIES } from '../dependencies.ts';
import { Refusal } from '../http/problem.ts';
import { EventStream } from './event-stream.ts';
import { PublicationWatch } from './watch.ts';

/** Each costs a socket; far more than the tabs of one team. */
const MOST_STREAMS = 500;

/** All open live streams, so that they can be ended together. */
@Injectable()
export class LiveStreams {
  readonly #watches = new Map<PublicationId, PublicationWatch>();
  readonly #streams = new Set<EventStream>();
  #closed = false;

  constructor(@Inject(DEPENDENCIES) private readonly deps: ApiDependencies) {}

  /** Streams the changes of a publication until the listener goes or `close`. Rejects before anything was sent. */
  async open(publication: Publication, response: ServerResponse): Promise<void> {
    if (this.#closed || this.#streams.size >= MOST_STREAMS) {
      throw new Refusal('unavailable', 'No more live streams at the moment. Try again soon.', {
        headers: { 'retry-after': '5' },
      });
    }
    let stream: EventStream | null = null;
    const watch = this.#watchOf(publication);
    const leave = await watch.listen((issues) => stream?.send('changed', { issues }));
    if (response.destroyed || this.#closed) {
      leave();
      response.destroy();
      return;
    }
    const opened = new EventStream(response);
    stream = opened;
    this.#streams.add(opened);
    response.once('close', () => {
      this.#streams.delete(opened);
      leave();
      if (!watch.isWatched) this.#watches.delete(publication.id);
    });
    opened.send('ready', {});
  }

  close(): void {
    this.#closed = true;
    for (const stream of this.#streams) stream.end();
  }

  #watchOf(publication: Publication): PublicationWatch {
    const known = this.#watches.get(publication.id);
    if (known !== undefined) return known;
    const watch = new PublicationWatch(this.deps, publication);
    this.#watches.set(publication.id, watch);
    return watch;
  }
}
