import { isAbsolute } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { ConfigError, readConfig } from './config.ts';

describe('readConfig', () => {
  test('nothing set is the embedded deployment on 127.0.0.1:4400', () => {
    const config = readConfig({});
    expect(config).toMatchObject({ host: '127.0.0.1', port: 4400, apiKey: null, databaseUrl: null, clickhouse: null });
    expect(isAbsolute(config.dataDirectory)).toBe(true);
  });

  test('an empty variable counts as unset', () => {
    expect(readConfig({ READOUT_PORT: '', READOUT_API_KEY: '', DATABASE_URL: '' })).toEqual(readConfig({}));
  });

  test('every wrong variable is named, and no value is repeated', () => {
    const wrong = {
      READOUT_PORT: '70000',
      READOUT_API_KEY: 'hunter2',
      DATABASE_URL: 'mysql://u:secret@h/d',
      CLICKHOUSE_DATABASE: 'a; drop',
    };
    expect(() => readConfig(wrong)).toThrow(ConfigError);
    try {
      readConfig(wrong);
    } catch (error) {
      const { message } = error as Error;
      for (const name of Object.keys(wrong)) expect(message).toContain(name);
      for (const value of ['hunter2', 'secret', 'drop']) expect(message).not.toContain(value);
    }
  });

  test('the public address loses its last slash', () => {
    expect(readConfig({ READOUT_PUBLIC_URL: 'https://read.example.com/' }).publicUrl).toBe('https://read.example.com');
    expect(() => readConfig({ READOUT_PUBLIC_URL: 'javascript:alert(1)' })).toThrow('READOUT_PUBLIC_URL');
  });

  test('what one key may ask of the API in a minute is a setting, and 0 is no limit', () => {
    expect(readConfig({}).requestsPerMinute).toBe(6_000);
    expect(readConfig({ READOUT_API_RATE: '90' }).requestsPerMinute).toBe(90);
    expect(readConfig({ READOUT_API_RATE: '0' }).requestsPerMinute).toBeNull();
    expect(() => readConfig({ READOUT_API_RATE: 'lots' })).toThrow('READOUT_API_RATE');
  });

  test('single readers may be looked at where the operator says so, and nowhere else', () => {
    expect(readConfig({}).allowsReaderHistory).toBe(false);
    expect(readConfig({ READOUT_ALLOW_READER_HISTORY: 'off' }).allowsReaderHistory).toBe(false);
    expect(readConfig({ READOUT_ALLOW_READER_HISTORY: 'on' }).allowsReaderHistory).toBe(true);
    expect(() => readConfig({ READOUT_ALLOW_READER_HISTORY: 'true' })).toThrow('READOUT_ALLOW_READER_HISTORY');
  });

  test('Kafka is there when its brokers are named, with a client and a group unless others are set', () => {
    expect(readConfig({}).kafka).toBeNull();
    const brokers = 'kafka-1:9092, kafka-2:9092';
    expect(readConfig({ KAFKA_BROKERS: brokers }).kafka).toMatchObject({
      brokers: ['kafka-1:9092', 'kafka-2:9092'],
      client: 'kafkajs',
      group: 'readout-ingester',
    });
    const set = { KAFKA_BROKERS: brokers, KAFKA_CLIENT: 'platformatic', KAFKA_GROUP: 'ours' };
    expect(readConfig(set).kafka).toMatchObject({ client: 'platformatic', group: 'ours' });
    expect(() => readConfig({ ...set, KAFKA_CLIENT: 'librdkafka' })).toThrow('KAFKA_CLIENT');
    expect(() => readConfig({ ...set, KAFKA_GROUP: 'two words' })).toThrow('KAFKA_GROUP');
  });
});

describe('how what is scheduled leaves', () => {
  test('is nowhere and through nobody until the operator says so', () => {
    expect(readConfig({}).delivery).toEqual({ folder: null, allowsPrivateTargets: false, mail: null });
  });

  test('is read with the port that belongs to its encryption', () => {
    const { delivery } = readConfig({
      READOUT_DELIVERY_FOLDER: '/srv/figures',
      READOUT_SMTP_HOST: 'smtp.example.com',
      READOUT_SMTP_TLS: 'implicit',
      READOUT_SMTP_USER: 'me',
      READOUT_SMTP_PASSWORD: 'secret',
      READOUT_SMTP_FROM: 'Readout <readout@example.com>',
    });
    expect(delivery).toEqual({
      folder: '/srv/figures',
      allowsPrivateTargets: false,
      mail: {
        host: 'smtp.example.com',
        port: 465,
        tls: 'implicit',
        login: { user: 'me', password: 'secret' },
        from: 'Readout <readout@example.com>',
      },
    });
  });

  test('needs a sender that is an address', () => {
    expect(() => readConfig({ READOUT_SMTP_HOST: 'smtp.example.com' })).toThrow('READOUT_SMTP_FROM: needed');
    expect(() => readConfig({ READOUT_SMTP_HOST: 'a.example', READOUT_SMTP_FROM: 'nobody' })).toThrow(
      'READOUT_SMTP_FROM: not an email address',
    );
  });
});
