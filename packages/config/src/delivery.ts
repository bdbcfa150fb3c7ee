import { resolve } from 'node:path';

/** How what is scheduled leaves. */
export interface DeliveryConfig {
  /** Below which files may be put; absolute; null: nowhere. */
  readonly folder: string | null;
  /** Whether webhooks and mail servers of publications may be in private networks. */
  readonly allowsPrivateTargets: boolean;
  /** For publications without a server of their own; null: there is none. */
  readonly mail: {
    readonly host: string;
    readonly port: number;
    readonly tls: 'starttls' | 'implicit' | 'off';
    readonly login: { readonly user: string; readonly password: string } | null;
    readonly from: string;
  } | null;
}

/** The variables, each as it was read. */
export interface DeliveryVariables {
  readonly READOUT_DELIVERY_FOLDER?: string | undefined;
  readonly READOUT_DELIVERY_PRIVATE_TARGETS: 'on' | 'off';
  readonly READOUT_SMTP_HOST?: string | undefined;
  readonly READOUT_SMTP_PORT?: number | undefined;
  readonly READOUT_SMTP_TLS: 'starttls' | 'implicit' | 'off';
  readonly READOUT_SMTP_USER?: string | undefined;
  readonly READOUT_SMTP_PASSWORD: string;
  readonly READOUT_SMTP_FROM?: string | undefined;
}

/** What is lacking where mail is to be sent, a line each. */
export function missingForDelivery(env: DeliveryVariables): string[] {
  return env.READOUT_SMTP_HOST !== undefined && env.READOUT_SMTP_FROM === undefined
    ? ['READOUT_SMTP_FROM: needed beside READOUT_SMTP_HOST: the address that mail comes from']
    : [];
}

export function deliveryOf(env: DeliveryVariables): DeliveryConfig {
  const { READOUT_DELIVERY_FOLDER: folder, READOUT_SMTP_HOST: host, READOUT_SMTP_FROM: from } = env;
  const { READOUT_SMTP_USER: user, READOUT_SMTP_PASSWORD: password, READOUT_SMTP_TLS: tls } = env;
  return {
    folder: folder === undefined ? null : resolve(folder),
    allowsPrivateTargets: env.READOUT_DELIVERY_PRIVATE_TARGETS === 'on',
    mail:
      host === undefined || from === undefined
        ? null
        : {
            host,
            port: env.READOUT_SMTP_PORT ?? (tls === 'implicit' ? 465 : 587),
            tls,
            login: user === undefined ? null : { user, password },
            from,
          },
  };
}
