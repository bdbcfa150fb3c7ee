export { type Config, ConfigError, type KafkaConfig, readConfig } from './config.ts';
export type { RelayConfig } from './relay.ts';
