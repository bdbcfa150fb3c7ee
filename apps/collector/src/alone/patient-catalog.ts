import type { Catalog } from '@readout/catalog';
import type { CatalogSource } from '../catalog-sync.ts';

/**
 * A catalog that may not answer yet: opened when it is first needed, and again with each need until that works. So a
 * collector starts, and serves from its copy, while PostgreSQL is down.
 */
export class PatientCatalog implements CatalogSource {
  readonly #open: () => Promise<Catalog>;
  #opening: Promise<Catalog> | null = null;

  constructor(open: () => Promise<Catalog>) {
    this.#open = open;
  }

  findLinkTarget: CatalogSource['findLinkTarget'] = async (id) => (await this.#catalog()).findLinkTarget(id);
  countTargets: CatalogSource['countTargets'] = async () => (await this.#catalog()).countTargets();
  collectionRules: CatalogSource['collectionRules'] = async () => (await this.#catalog()).collectionRules();
  mailProviders: CatalogSource['mailProviders'] = async () => (await this.#catalog()).mailProviders();
  offerings: CatalogSource['offerings'] = async (publication) => (await this.#catalog()).offerings(publication);
  tokenKeys: CatalogSource['tokenKeys'] = async () => (await this.#catalog()).tokenKeys();
  billingSystems: CatalogSource['billingSystems'] = async () => (await this.#catalog()).billingSystems();
  dailySalt: CatalogSource['dailySalt'] = async (day) => (await this.#catalog()).dailySalt(day);
  installationSecret: CatalogSource['installationSecret'] = async (name) =>
    (await this.#catalog()).installationSecret(name);

  async *linkTargetsAfter(last: Parameters<CatalogSource['linkTargetsAfter']>[0]) {
    yield* (await this.#catalog()).linkTargetsAfter(last);
  }

  async *issueTargetsAfter(last: Parameters<CatalogSource['issueTargetsAfter']>[0]) {
    yield* (await this.#catalog()).issueTargetsAfter(last);
  }

  async *readersWithAccess(publication: Parameters<CatalogSource['readersWithAccess']>[0]) {
    yield* (await this.#catalog()).readersWithAccess(publication);
  }

  async close(): Promise<void> {
    const catalog = await this.#opening?.catch(() => null);
    await catalog?.close();
  }

  #catalog(): Promise<Catalog> {
    if (this.#opening === null) {
      const opening = this.#open();
      this.#opening = opening;
      opening.catch(() => {
        this.#opening = null;
      });
    }
    return this.#opening;
  }
}
