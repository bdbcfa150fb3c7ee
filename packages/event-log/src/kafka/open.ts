import type { Downstream } from './kafka/downstream.ts';
import type { KafkaOptions } from './kafka/options.ts';

/**
 * Kafka as the place that a spool is sent on to; see kafka/forwarding.ts. The client is loaded here, so that whoever
 * does not use Kafka does without it.
 * @throws KafkaConfigurationError when the options cannot work.
 */
export async function openKafkaDownstream(options: KafkaOptions): Promise<Downstream> {
  const kafka = await import('./kafka/forwarding.ts');
  return kafka.openKafkaDownstream(options);
}
