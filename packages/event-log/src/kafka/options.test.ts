import { describe, expect, test } from '@jest/globals';
import { checkKafkaOptions, KafkaConfigurationError, type KafkaOptions } from './options.ts';

const logger = { debug: () => undefined, info: () => undefined, warn: () => undefined };
const fine: KafkaOptions = {
  client: 'kafkajs' as const,
  brokers: ['kafka-1.example:9092', '127.0.0.1:9093'],
  topic: 'readout.events',
  partitions: 12,
  replicationFactor: 3,
  minInSyncReplicas: 2,
  retentionMs: -1,
  clientId: 'collector-1',
  tls: {},
  sasl: { mechanism: 'scram-sha-512', username: 'readout', password: 'secret' },
  logger,
};
const sasl = { mechanism: 'plain', username: 'readout', password: 'secret' } as const;

describe('the settings for Kafka', () => {
  test('are taken where they can work', () => {
    expect(() => checkKafkaOptions(fine)).not.toThrow();
    expect(() => checkKafkaOptions({ ...fine, tls: null, sasl: null, retentionMs: 1 })).not.toThrow();
  });

  test.each<[string, Partial<KafkaOptions>, RegExp]>([
    ['no broker', { brokers: [] }, /No Kafka broker is named/],
    ['a broker without a port', { brokers: ['kafka'] }, /host:port, which "kafka" is not/],
    ['a broker as an address of the web', { brokers: ['https://kafka:9092'] }, /host:port/],
    ['an impossible port', { brokers: ['kafka:65536'] }, /host:port/],
    ['a topic with a space', { topic: 'my events' }, /"my events" cannot be a Kafka topic/],
    ['a topic that is a path', { topic: '..' }, /cannot be a Kafka topic/],
    ['no partitions', { partitions: 0 }, /at least one partition/],
    ['half a replica', { replicationFactor: 0.5 }, /at least one replica/],
    ['more replicas in sync than there are', { minInSyncReplicas: 4 }, /Of 3 replicas 4 cannot be in sync/],
    ['no retention', { retentionMs: 0 }, /for ever with -1, not for 0/],
    ['an empty password', { sasl: { ...sasl, password: '' } }, /a user name and a password/],
    ['a certificate without its key', { tls: { cert: 'x' } }, /go together/],
    ['an authority that is not PEM', { tls: { ca: 'x', cert: 'x', key: 'x' } }, /cannot be read/],
  ])('are refused with a sentence: %s', (_, wrong, sentence) => {
    expect(() => checkKafkaOptions({ ...fine, ...wrong })).toThrow(KafkaConfigurationError);
    expect(() => checkKafkaOptions({ ...fine, ...wrong })).toThrow(sentence);
  });

  test('are refused with a SASL mechanism that is not known, before anything connects', () => {
    const mechanism: unknown = 'gssapi';
    const wrong = Object.assign({}, fine, { sasl: Object.assign({}, sasl, { mechanism }) });
    expect(() => checkKafkaOptions(wrong)).toThrow(/"gssapi" is not known here: use one of plain, scram-sha-256/);
  });
});
