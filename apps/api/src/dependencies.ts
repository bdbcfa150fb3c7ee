import type { CollectionState } from '@readout/api-contract';
import type { Catalog } from '@readout/catalog';
import type { EventLog } from '@readout/event-log';
import type { Render } from '@readout/reports';
import type { Warehouse } from '@readout/warehouse';
import type { Logger } from 'pino';

/** Everything the API stands on; apps/readout puts it together. */
export interface ApiDependencies {
  readonly catalog: Catalog;
  readonly warehouse: Warehouse;
  readonly log: EventLog;
  readonly logger: Logger;
  /** UTC, milliseconds. */
  readonly clock: () => number;
  /** Base address put into tracked HTML, without a slash at the end. */
  readonly publicUrl: string;
  /** One-time code for choosing the owner's password; null: nobody can be set up. */
  readonly setupCode: string | null;
  /** An owner's key given by the operator. */
  readonly ownerKey: string | null;
  /** Whether the operator allows publications to have single readers looked at. */
  readonly allowsReaderHistory: boolean;
  /** Built dashboard; null: none is served. */
  readonly dashboardDirectory: string | null;
  /** Writes reports as files. */
  readonly render: Render;
  readonly ready: () => Promise<Readiness>;
  /** Prometheus text. */
  readonly metrics: () => Promise<string>;
  /** Resolves when the ingester has written everything that the log holds at this moment. */
  readonly ingested: () => Promise<void>;
  /** Where imports keep their files; null: this server takes none. */
  readonly importsDirectory: string | null;
  /** Most bytes of one file of an import. */
  readonly importMaxBytes: number;
  /** Whether the views of SQL are kept for others to ask, as on a server of ClickHouse; otherwise they are made when they are asked here. */
  readonly keepsViews: boolean;
  /** How collecting is going at this moment. */
  readonly collection: () => Promise<CollectionState>;
}

export interface Readiness {
  readonly ok: boolean;
  readonly checks: Readonly<Record<string, string>>;
}

/** Name under which Nest hands the dependencies out: they are interfaces, so they need a token. */
export const DEPENDENCIES = Symbol('ApiDependencies');
