const HOUR_MS = 3_600_000;
const MEBIBYTE = 1_048_576;

/** How the relay takes mail, and where it passes it on to. */
export interface RelayConfig {
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  /** What it calls itself to the machines that it speaks with. */
  readonly name: string;
  /** Files in PEM; null: without TLS, so that nobody but this machine can sign in. */
  readonly certificate: { readonly certFile: string; readonly keyFile: string } | null;
  readonly largestMessageBytes: number;
  readonly queue: { readonly maxBytes: number; readonly maxMessages: number };
  /** How long a message is tried before it goes back to its sender, milliseconds. */
  readonly triesForMs: number;
  readonly next: {
    readonly host: string;
    readonly port: number;
    readonly tls: 'starttls' | 'implicit' | 'off';
    /** PEM; null: the usual authorities. */
    readonly caFile: string | null;
    readonly login: { readonly user: string; readonly password: string } | null;
    /** Held at one time. */
    readonly connections: number;
  };
  /** Null: nothing is signed. */
  readonly dkim: { readonly domain: string; readonly selector: string; readonly keyFile: string } | null;
}

/** The relay's variables, each as it was read. */
export interface RelayVariables {
  readonly READOUT_RELAY_PORT?: number | undefined;
  readonly READOUT_RELAY_HOST: string;
  readonly READOUT_RELAY_NAME: string;
  readonly READOUT_RELAY_CERT_FILE?: string | undefined;
  readonly READOUT_RELAY_KEY_FILE?: string | undefined;
  readonly READOUT_RELAY_MAX_MESSAGE_MB: number;
  readonly READOUT_RELAY_QUEUE_MB: number;
  readonly READOUT_RELAY_QUEUE_MESSAGES: number;
  readonly READOUT_RELAY_TRY_HOURS: number;
  readonly READOUT_RELAY_NEXT_HOST?: string | undefined;
  readonly READOUT_RELAY_NEXT_PORT?: number | undefined;
  readonly READOUT_RELAY_NEXT_TLS: 'starttls' | 'implicit' | 'off';
  readonly READOUT_RELAY_NEXT_CA_FILE?: string | undefined;
  readonly READOUT_RELAY_NEXT_USER?: string | undefined;
  readonly READOUT_RELAY_NEXT_PASSWORD: string;
  readonly READOUT_RELAY_NEXT_CONNECTIONS: number;
  readonly READOUT_RELAY_DKIM_DOMAIN?: string | undefined;
  readonly READOUT_RELAY_DKIM_SELECTOR?: string | undefined;
  readonly READOUT_RELAY_DKIM_KEY_FILE?: string | undefined;
}

/** Variables that only make sense together. */
const GROUPS = [
  ['READOUT_RELAY_CERT_FILE', 'READOUT_RELAY_KEY_FILE'],
  ['READOUT_RELAY_DKIM_DOMAIN', 'READOUT_RELAY_DKIM_SELECTOR', 'READOUT_RELAY_DKIM_KEY_FILE'],
] as const satisfies readonly (readonly (keyof RelayVariables)[])[];

/** What the relay lacks where it is to run, a line each. */
export function missingForRelay(env: RelayVariables): string[] {
  if (env.READOUT_RELAY_PORT === undefined) return [];
  const lines = GROUPS.flatMap((group) => {
    const absent = group.filter((name) => env[name] === undefined);
    const present = group.filter((name) => env[name] !== undefined);
    return present.length === 0 ? [] : absent.map((name) => `${name}: needed beside ${present.join(' and ')}`);
  });
  return env.READOUT_RELAY_NEXT_HOST === undefined
    ? [...lines, 'READOUT_RELAY_NEXT_HOST: needed by the relay: the mail server that it passes messages on to']
    : lines;
}

/** Null where there is to be none. */
export function relayOf(env: RelayVariables): RelayConfig | null {
  const { READOUT_RELAY_PORT: port, READOUT_RELAY_NEXT_HOST: nextHost } = env;
  if (port === undefined || nextHost === undefined) return null;
  const { READOUT_RELAY_CERT_FILE: certFile, READOUT_RELAY_KEY_FILE: keyFile } = env;
  const { READOUT_RELAY_NEXT_USER: user, READOUT_RELAY_NEXT_PASSWORD: password } = env;
  return {
    host: env.READOUT_RELAY_HOST,
    port,
    name: env.READOUT_RELAY_NAME,
    certificate: certFile === undefined || keyFile === undefined ? null : { certFile, keyFile },
    largestMessageBytes: env.READOUT_RELAY_MAX_MESSAGE_MB * MEBIBYTE,
    queue: {
      maxBytes: env.READOUT_RELAY_QUEUE_MB * MEBIBYTE,
      maxMessages: env.READOUT_RELAY_QUEUE_MESSAGES,
    },
    triesForMs: env.READOUT_RELAY_TRY_HOURS * HOUR_MS,
    next: {
      host: nextHost,
      port: env.READOUT_RELAY_NEXT_PORT ?? (env.READOUT_RELAY_NEXT_TLS === 'implicit' ? 465 : 587),
      tls: env.READOUT_RELAY_NEXT_TLS,
      caFile: env.READOUT_RELAY_NEXT_CA_FILE ?? null,
      login: user === undefined ? null : { user, password },
      connections: env.READOUT_RELAY_NEXT_CONNECTIONS,
    },
    dkim: dkimOf(env),
  };
}

function dkimOf(env: RelayVariables): RelayConfig['dkim'] {
  const { READOUT_RELAY_DKIM_DOMAIN: domain, READOUT_RELAY_DKIM_SELECTOR: selector } = env;
  const { READOUT_RELAY_DKIM_KEY_FILE: keyFile } = env;
  return domain === undefined || selector === undefined || keyFile === undefined ? null : { domain, selector, keyFile };
}
