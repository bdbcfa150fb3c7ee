import type { LogReader } from '../event-log.ts';
import type { Downstream } from './downstream.ts';
import { KafkaDownstream } from './forward-sessions.ts';
import { SESSION_MS } from './group/group-protocol.ts';
import { GroupReader } from './group/group-reader.ts';
import { checkKafkaGroup, checkKafkaOptions, type KafkaOptions } from './options.ts';

/**
 * Kafka as the place that a spool is sent on to. Connects to nothing yet. The client is loaded here, so that whoever
 * does not use Kafka, or the other client, does without it.
 * @throws KafkaConfigurationError when the options cannot work.
 */
export async function openKafkaDownstream(options: KafkaOptions): Promise<Downstream> {
  checkKafkaOptions(options);
  return new KafkaDownstream(await forwardingOf(options));
}

async function forwardingOf(options: KafkaOptions) {
  switch (options.client) {
    case 'kafkajs':
      return (await import('./kafkajs/forwarding.ts')).kafkajsForwarding(options);
    case 'platformatic':
      return (await import('./platformatic/forwarding.ts')).platformaticForwarding(options);
  }
}

/**
 * Kafka as a log that is read by a consumer group; see group-reader.ts. Connects to nothing yet: the group is joined
 * when `partitions` is iterated. Positions are Kafka's offsets, and it counts messages, which hold up to some hundred
 * records each: so do `lag` and `end`.
 * @throws KafkaConfigurationError when the options cannot work.
 */
export async function openKafkaReader(options: KafkaOptions & { readonly group: string }): Promise<LogReader> {
  checkKafkaOptions(options);
  checkKafkaGroup(options.group);
  return new GroupReader(await groupProtocolOf(options), options);
}

async function groupProtocolOf(options: KafkaOptions & { readonly group: string }) {
  switch (options.client) {
    case 'kafkajs':
      return (await import('./kafkajs/group-protocol.ts')).kafkajsGroupProtocol(options, options.group, SESSION_MS);
    case 'platformatic': {
      const client = await import('./platformatic/group-protocol.ts');
      return client.platformaticGroupProtocol(options, options.group, SESSION_MS);
    }
  }
}
