// The compose file as Docker Compose itself understands it.
import { join } from 'node:path';
import { z } from 'zod';
import type { Programs, Ran } from './programs.ts';

const COMPOSE = join(import.meta.dirname, '../compose/compose.yaml');

const service = z.object({
  image: z.string(),
  build: z.object({ dockerfile: z.string() }).optional(),
  command: z.array(z.string()).nullable(),
  environment: z.record(z.string(), z.string()).default({}),
  user: z.string().optional(),
  read_only: z.boolean().default(false),
  privileged: z.boolean().default(false),
  cap_drop: z.array(z.string()).default([]),
  cap_add: z.array(z.string()).default([]),
  security_opt: z.array(z.string()).default([]),
  tmpfs: z.array(z.string()).default([]),
  restart: z.string().optional(),
  stop_grace_period: z.string().optional(),
  ports: z.array(z.object({ published: z.string() })).default([]),
  networks: z.record(z.string(), z.unknown()),
  healthcheck: z.object({ test: z.array(z.string()) }).optional(),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
  volumes: z.array(z.object({ type: z.string(), source: z.string(), target: z.string() })).default([]),
  // All of them are limited.
  deploy: z.object({ resources: z.object({ limits: z.object({ cpus: z.number(), memory: z.string() }) }) }),
});

const composed = z.object({
  services: z.record(z.string(), service),
  volumes: z.record(z.string(), z.unknown()),
  networks: z.record(z.string(), z.object({ internal: z.boolean().default(false) })),
});

export type Service = z.infer<typeof service>;
export type Composed = z.infer<typeof composed>;

/** @param more Further files, laid over the first one. */
export function compose(
  programs: Programs,
  environment: Readonly<Record<string, string>>,
  more: readonly string[] = [],
): Promise<Ran> {
  const files = [COMPOSE, ...more].flatMap((file) => ['--file', file]);
  return programs.compose([...files, '--env-file', '/dev/null', 'config', '--format', 'json'], environment);
}

export function readComposed({ status, stdout, stderr }: Ran): Composed {
  if (status !== 0 || stderr !== '') throw new Error(`Docker Compose does not take it: ${stderr}`);
  return composed.parse(JSON.parse(stdout));
}
