import type { Config } from '@readout/config';
import { openEmbeddedLog, type Spool } from '@readout/event-log';
import { watchSpool } from '@readout/forwarding';
import { type Networks, openNetworks, type ProxyTrust, trustProxies } from '@readout/network';
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import type { CatalogCopy } from './catalog-copy.ts';
import { Collector, classOf } from './collector.ts';
import type { DoorKeeping } from './front-door.ts';
import { BillingHooks } from './hooks/billing/billing-hooks.ts';
import { fetchText } from './hooks/fetch-text.ts';
import { HookLane } from './hooks/hook-lane.ts';
import { Hooks } from './hooks/hooks.ts';
import { HookMetrics } from './hooks/metrics.ts';
import { SpentTokens } from './hooks/spent-tokens.ts';
import { type BringLink, LinkFinder } from './link-finder.ts';
import { CollectorMetrics } from './metrics.ts';
import { PageScript } from './page-script.ts';
import { rateOf } from './token-buckets.ts';

/** A collector with its log, ready for a door to be opened before it. */
export interface Collecting {
  readonly log: Spool;
  readonly keeping: Omit<DoorKeeping, 'rooms'>;
  close(): Promise<void>;
}

export interface CollectingParts {
  /** Folder of the log. */
  readonly directory: string;
  /** Folder where tokens of mail providers that were used are remembered: of all collectors on the machine. */
  readonly spentTokens: string;
  readonly copy: CatalogCopy;
  readonly bring: BringLink;
  readonly registry: Registry;
  readonly logger: Logger;
}

/** At this interval the log is looked at for a warning before it is full. */
const WATCH_EVERY_MS = 10_000;

/** Puts a collector together, as it stands in the one process or in one of its own. */
export async function startCollecting(
  config: Pick<Config, 'collector' | 'eventLog'>,
  { directory, spentTokens, copy, bring, registry, logger }: CollectingParts,
): Promise<Collecting> {
  // Before anything is opened: where it is missing nothing starts.
  const scripts = PageScript.built();
  const trust: ProxyTrust = trustProxies(config.collector.trustedProxies);
  const networks: Networks = await openNetworks(() => copy.places());
  const metrics = new CollectorMetrics(registry);
  const log = await openEmbeddedLog({
    directory,
    retention: config.eventLog,
    whenFull: config.eventLog.whenFull,
    classOf,
    onProblem: (problem) => logger.error({ problem }, 'event log'),
    onCommit: metrics.committed,
  });
  watchSpool(log, registry, Date.now);
  const collector = new Collector({
    log,
    copy,
    finder: new LinkFinder(copy, bring),
    networks,
    settings: {
      ...config.collector,
      addressRate: rateOf(config.collector.addressRate),
      publicationRate: rateOf(config.collector.publicationRate),
    },
    metrics,
    logger,
    now: Date.now,
  });
  const spent = new SpentTokens(spentTokens);
  const hookMetrics = new HookMetrics(registry);
  const hooks = new Hooks({
    log,
    copy,
    networks,
    spent,
    settings: config.collector,
    metrics: hookMetrics,
    logger,
    fetchText,
    now: Date.now,
  });
  const billing = new BillingHooks({ log, copy, metrics: hookMetrics, logger, now: Date.now });
  const watching = setInterval(warnWhenFilling(log, logger), WATCH_EVERY_MS).unref();
  return {
    log,
    keeping: {
      collector,
      scripts,
      hooks: new HookLane([hooks, billing], hookMetrics),
      trust,
      networks,
      connectionsPerAddress: config.collector.addressConnections,
    },
    close: async () => {
      clearInterval(watching);
      collector.stop();
      await log.close();
      await spent.close();
    },
  };
}

/** Tells once when the log fills up, when it is full, and when there is room again. */
function warnWhenFilling(log: Spool, logger: Logger): () => void {
  let told: ReturnType<Spool['state']>['state'] = 'fine';
  return () => {
    const { state, waitingBytes, maxBytes, waitingRecords, whenFull } = log.state();
    if (state === told) return;
    told = state;
    const facts = { waitingBytes, maxBytes, waitingRecords };
    if (state === 'fine') logger.info(facts, 'the event log has room again');
    else if (state === 'filling') logger.warn(facts, 'the event log is filling up: see why nothing takes its events');
    else logger.error({ ...facts, whenFull }, 'the event log is full');
  };
}
