import { readFile } from 'node:fs/promises';
import type { KafkaConfig } from '@readout/config';
import { type Downstream, type KafkaOptions, openKafkaDownstream } from '@readout/event-log';
import type { Logger } from 'pino';

/** Kafka, as it is configured. Whether it answers shows when something is sent on. */
export async function openDownstream({ tls, ...kafka }: KafkaConfig, logger: Logger): Promise<Downstream> {
  const pem = async <Name extends string>(name: Name, path: string | undefined) =>
    path === undefined ? {} : { [name]: await readFile(path, 'utf8') };
  return openKafkaDownstream({
    ...kafka,
    clientId: 'readout-collector',
    tls: tls && {
      ...(await pem('ca', tls.caFile)),
      ...(await pem('cert', tls.certFile)),
      ...(await pem('key', tls.keyFile)),
    },
    logger: quietly(logger),
  });
}

/** The Kafka client tells of every connection that fails, several times a second; the forwarder says it once. */
function quietly(logger: Logger): KafkaOptions['logger'] {
  return {
    debug: (fields, message) => logger.debug(fields, message),
    info: (fields, message) => logger.debug(fields, message),
    warn: (fields, message) => ('kafka' in fields ? logger.debug(fields, message) : logger.warn(fields, message)),
  };
}
