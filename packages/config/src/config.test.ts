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
});
