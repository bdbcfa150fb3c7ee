export type { RelayConfig } from './relay.ts';
export { type Config, ConfigError, type KafkaConfig, readConfig } from './config.ts';
