import type { MailServerSetup, Publication } from '@readout/catalog';
import { unseal } from '@readout/credentials';
import type { MailServer } from '@readout/delivery';
import type { ApiDependencies } from '../dependencies.ts';

/** Under which the installation's key for passwords is kept. */
const SEALING_SECRET = 'sealed-passwords';

/** A server to send a publication's mail through, and whether it may be in a private network. */
export interface UsedMailServer {
  readonly server: MailServer;
  readonly allowsPrivate: boolean;
}

/** The publication's own server, or else the operator's; null: there is none. */
export async function mailServerFor(
  deps: Pick<ApiDependencies, 'catalog' | 'delivery'>,
  publication: Publication,
): Promise<UsedMailServer | null> {
  const { mail, allowsPrivateTargets } = deps.delivery;
  const own = await deps.catalog.mailServer(publication.id);
  if (own !== null) {
    return { server: await opened(deps, publication, own), allowsPrivate: allowsPrivateTargets };
  }
  // The operator's own choice.
  return mail === null ? null : { server: mail, allowsPrivate: true };
}

export function sealingKey({ catalog }: Pick<ApiDependencies, 'catalog'>): Promise<Uint8Array> {
  return catalog.installationSecret(SEALING_SECRET);
}

/** What a publication's password is sealed for. */
export function placeOf({ publicId }: Publication): string {
  return `mail server of ${publicId}`;
}

async function opened(
  deps: Pick<ApiDependencies, 'catalog'>,
  publication: Publication,
  { host, port, tls, user, password, from }: MailServerSetup,
): Promise<MailServer> {
  const login =
    user === null
      ? null
      : {
          user,
          password: password === null ? '' : unseal(password, await sealingKey(deps), placeOf(publication)),
        };
  return { host, port, tls, login, from };
}
