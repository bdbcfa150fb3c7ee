import type { Catalog, Issue, Publication } from '@readout/catalog';
import type { EventKind, ReaderEvent, ReaderId } from '@readout/events';
import type { Warehouse } from '@readout/warehouse';

const FETCHES: readonly EventKind[] = ['opened', 'clicked', 'paywall_hit'];

/** A publication whose history a test writes: issues and what readers did. */
export class HistoryInTest {
  readonly #events: ReaderEvent[] = [];
  readonly #catalog: Catalog;
  readonly #warehouse: Warehouse;
  readonly publication: Publication;

  constructor(catalog: Catalog, warehouse: Warehouse, publication: Publication) {
    this.#catalog = catalog;
    this.#warehouse = warehouse;
    this.publication = publication;
  }

  issue(title: string, sentAt: number): Promise<Issue> {
    return this.#catalog.createIssue(this.publication.id, {
      title,
      subtitle: '',
      sentAt: new Date(sentAt),
      hasPaywall: true,
      sections: [],
      links: [],
    });
  }

  /** What each of some readers did. */
  add(
    kind: EventKind,
    readers: readonly number[],
    time: number,
    issue: Issue | null,
    more: Partial<ReaderEvent> = {},
  ): void {
    for (const reader of readers) {
      this.#events.push({
        // The collectors of tests are told apart by the publication: positions rise within one.
        origin: { partition: 0, collector: 1_000 + this.publication.id, position: this.#events.length },
        kind,
        time,
        publication: this.publication.id,
        issue: issue?.id ?? null,
        section: null,
        link: null,
        reader: reader as ReaderId,
        segment: 'free',
        edition: 'cut',
        source: 'api',
        verdict: FETCHES.includes(kind) ? 'human' : 'none',
        reasons: [],
        ...more,
      });
    }
  }

  write(): Promise<void> {
    return this.#warehouse.insertEvents(this.#events);
  }
}

/** Numbers of readers, from one to another. */
export function readers(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
}
