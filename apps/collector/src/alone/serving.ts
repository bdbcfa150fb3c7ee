import { join } from 'node:path';
import { openEmbeddedLog, type Spool } from '@readout/event-log';
import { Forwarder, openDownstream } from '@readout/forwarding';
import { addressOf, type Readiness, type Running, type Status, statusRoom } from '@readout/program';
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import type { CatalogCopy } from '../catalog-copy.ts';
import { startCollecting } from '../collecting.ts';
import { FrontDoor } from '../front-door.ts';
import type { BringLink } from '../link-finder.ts';
import type { AloneConfig } from './settings.ts';
import { leftBehind, takeSpool } from './spools.ts';

/** In the brokers' logs and quotas. */
const CLIENT_ID = 'readout-collector';

export interface CollectorProcess extends Running {
  /** Where it is reached. */
  readonly address: string;
}

export interface ServingParts {
  /** Which of the processes it is, from 0. */
  readonly index: number;
  readonly copy: CatalogCopy;
  readonly bring: BringLink;
  readonly registry: Registry;
  readonly metrics: Status['metrics'];
  readonly logger: Logger;
  readonly onFailure: (error: unknown) => void;
}

/** Takes hits into a log of its own, and sends it on. */
export async function serve(config: AloneConfig, parts: ServingParts): Promise<CollectorProcess> {
  const { index, copy, bring, registry, metrics, logger, onFailure } = parts;
  const { directory, lock } = await takeSpool(config.dataDirectory, index);
  const spentTokens = join(config.dataDirectory, 'spent-tokens');
  const collecting = { directory, spentTokens, copy, bring, registry, logger };
  const { log, keeping, close } = await startCollecting(config, collecting);
  const counters = Forwarder.counters(registry);
  const downstream = await openDownstream(config.kafka, logger, CLIENT_ID);
  const forwarder = new Forwarder({ spool: log, downstream, logger, counters });
  forwarder.start(onFailure);
  const others: { stop(): Promise<void> }[] = [];
  for (const other of await leftBehind(config.dataDirectory, index, config.workers)) {
    others.push(await sendOnLeftBehind(config, other, { logger, counters, onFailure }));
  }
  const door = new FrontDoor();
  const { port } = await door.listen(config.host, config.port);
  door.open({ ...keeping, rooms: [statusRoom({ ready: async () => readiness(log), metrics, key: config.apiKey })] });
  return {
    address: addressOf(config.host, port),
    stop: async () => {
      await door.close();
      await Promise.all([forwarder.stop(), ...others.map((other) => other.stop())]);
      await close();
      await lock.close();
    },
  };
}

/**
 * It is ready as long as it can keep what it is sent: that what is behind it is gone is no reason to send readers away.
 */
function readiness(log: Spool): Readiness {
  const { state, whenFull } = log.state();
  return { ok: state !== 'full' || whenFull === 'drop', checks: { log: state } };
}

async function sendOnLeftBehind(
  config: AloneConfig,
  index: number,
  parts: Pick<ServingParts, 'logger' | 'onFailure'> & { readonly counters: ReturnType<typeof Forwarder.counters> },
) {
  const { logger, counters, onFailure } = parts;
  const { directory, lock } = await takeSpool(config.dataDirectory, index);
  const spool = await openEmbeddedLog({ directory, retention: config.eventLog });
  // A connection of its own: each sends one batch at a time, in its own order.
  const downstream = await openDownstream(config.kafka, logger, CLIENT_ID);
  const forwarder = new Forwarder({ spool, downstream, logger, counters });
  forwarder.start(onFailure);
  return {
    stop: async () => {
      await forwarder.stop();
      await spool.close();
      await lock.close();
    },
  };
}
