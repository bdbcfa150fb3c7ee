export { type Config, ConfigError, type KafkaConfig, readConfig } from './config.ts';
