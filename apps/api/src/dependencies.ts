import type { CollectionState } from '@readout/api-contract';
import type { Catalog } from '@readout/catalog';
import type { MailServer } from '@readout/delivery';
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
  /** Requests that one key or session may make in a minute; null: any number. */
  readonly requestsPerMinute: number | null;
  /** Most bytes of one file of an import. */
  readonly importMaxBytes: number;
  readonly delivery: DeliverySettings;
  /** Whether the views of SQL are kept for others to ask, as on a server of ClickHouse; otherwise they are made when they are asked here. */
  readonly keepsViews: boolean;
  /** How collecting is going at this moment. */
  readonly collection: () => Promise<CollectionState>;
}

/** How what is scheduled leaves. */
export interface DeliverySettings {
  /** How often it is looked whether something is due, milliseconds; null: only when it is asked for. */
  readonly lookEveryMs: number | null;
  /** For files while they are made; this process's own. */
  readonly workDirectory: string;
  /** Below which files may be put; null: nowhere. */
  readonly folder: string | null;
  /** Whether webhooks and mail servers of publications may be in private networks. */
  readonly allowsPrivateTargets: boolean;
  /** For publications without a server of their own; null: there is none. */
  readonly mail: MailServer | null;
}

export interface Readiness {
  readonly ok: boolean;
  readonly checks: Readonly<Record<string, string>>;
}

/** Name under which Nest hands the dependencies out: they are interfaces, so they need a token. */
export const DEPENDENCIES = Symbol('ApiDependencies');
