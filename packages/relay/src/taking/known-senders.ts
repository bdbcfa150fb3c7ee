import type { Catalog } from '@readout/catalog';
import { digestOf, sameSecret } from '@readout/credentials';
import { isPublicId, type PublicId } from '@readout/events';

export type SenderCatalog = Pick<Catalog, 'findApiKey' | 'touchApiKey' | 'findPublication'>;

/** So long what the catalog said of a key is believed while it cannot be asked. */
const REMEMBERS_MS = 24 * 3_600_000;
const REMEMBERS = 1_000;

/** Tells who may send for a publication: whoever has a key of it, or an owner's. */
export class KnownSenders {
  readonly #catalog: SenderCatalog;
  readonly #ownerKey: string | null;
  /** By key and publication, as hashes: until when. */
  readonly #known = new Map<string, number>();

  /** @param ownerKey Given by the operator. */
  constructor(catalog: SenderCatalog, ownerKey: string | null) {
    this.#catalog = catalog;
    this.#ownerKey = ownerKey;
  }

  /** Whether that was right within the last day. Whoever says it is not guessing, though it may be withdrawn since. */
  remembers(user: string, key: string): boolean {
    return (this.#known.get(nameOf(user, key)) ?? 0) >= Date.now();
  }

  /**
   * @param user The publication's id. @returns null: no.
   * @throws what the catalog throws, where it cannot be asked and nothing is remembered.
   */
  async find(user: string, key: string): Promise<PublicId | null> {
    if (!isPublicId(user) || key === '') return null;
    const name = nameOf(user, key);
    try {
      const isAllowed = await this.#ask(user, key);
      if (!isAllowed) this.#known.delete(name);
      else this.#remember(name);
      return isAllowed ? user : null;
    } catch (error) {
      const until = this.#known.get(name);
      if (until === undefined || until < Date.now()) throw error;
      return user;
    }
  }

  async #ask(user: PublicId, key: string): Promise<boolean> {
    const isOwners = this.#ownerKey !== null && sameSecret(key, this.#ownerKey);
    const known = isOwners ? null : await this.#catalog.findApiKey(digestOf(key));
    if (!isOwners && known === null) return false;
    const publication = await this.#catalog.findPublication(user);
    if (publication === null) return false;
    if (known === null) return true;
    if (known.publication !== null && known.publication !== publication.id) return false;
    await this.#catalog.touchApiKey(known.id);
    return true;
  }

  #remember(name: string): void {
    this.#known.delete(name);
    this.#known.set(name, Date.now() + REMEMBERS_MS);
    const [oldest] = this.#known.keys();
    if (this.#known.size > REMEMBERS && oldest !== undefined) this.#known.delete(oldest);
  }
}

function nameOf(user: string, key: string): string {
  return digestOf(`${user}\0${key}`).toString('base64');
}
