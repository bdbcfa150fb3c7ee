import { readFile } from 'node:fs/promises';
import type { KafkaConfig } from '@readout/config';
import {
  type Downstream,
  type KafkaOptions,
  type LogReader,
  openKafkaDownstream,
  openKafkaReader,
} from '@readout/event-log';
import type { Logger } from 'pino';

/**
 * Kafka as it is configured, to send a log on to. Whether it answers shows when something is sent.
 * @param clientId names the process in the brokers' logs and quotas
 */
export async function openDownstream(kafka: KafkaConfig, logger: Logger, clientId: string): Promise<Downstream> {
  return openKafkaDownstream(await optionsOf(kafka, logger, clientId));
}

/**
 * The same as a log to read, in the group that is configured. Whether it answers shows when its partitions are
 * iterated.
 */
export async function openReader(kafka: KafkaConfig, logger: Logger, clientId: string): Promise<LogReader> {
  return openKafkaReader({ ...(await optionsOf(kafka, logger, clientId)), group: kafka.group });
}

async function optionsOf({ tls, ...kafka }: KafkaConfig, logger: Logger, clientId: string): Promise<KafkaOptions> {
  const pem = async <Name extends string>(name: Name, path: string | undefined) =>
    path === undefined ? {} : { [name]: await readFile(path, 'utf8') };
  return {
    ...kafka,
    clientId,
    tls: tls && {
      ...(await pem('ca', tls.caFile)),
      ...(await pem('cert', tls.certFile)),
      ...(await pem('key', tls.keyFile)),
    },
    logger: quietly(logger),
  };
}

/** The Kafka client tells of every connection that fails, several times a second; whoever forwards or reads says it once. */
function quietly(logger: Logger): KafkaOptions['logger'] {
  return {
    debug: (fields, message) => logger.debug(fields, message),
    info: (fields, message) => ('kafka' in fields ? logger.debug(fields, message) : logger.info(fields, message)),
    warn: (fields, message) => ('kafka' in fields ? logger.debug(fields, message) : logger.warn(fields, message)),
  };
}
