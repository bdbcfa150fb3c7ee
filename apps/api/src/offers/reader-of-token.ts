import type { Catalog, Publication, TokenKey } from '@readout/catalog';
import type { KeyId, ReaderId } from '@readout/events';
import { verifyToken } from '@readout/tokens';

/** Whose token it is; null: nobody's, or that of a reader of another publication. */
export async function readerOfToken(
  catalog: Pick<Catalog, 'findTokenKey'>,
  publication: Pick<Publication, 'id'>,
  token: string,
): Promise<ReaderId | null> {
  const asked: KeyId[] = [];
  const known = new Map<KeyId, TokenKey>();
  const verify = () =>
    verifyToken(token, (id) => {
      asked.push(id);
      return known.get(id);
    });
  // The first time it only says which key it needs.
  verify();
  const [id] = asked;
  const key = id === undefined ? null : await catalog.findTokenKey(id);
  if (key === null) return null;
  known.set(key.id, key);
  const verified = verify();
  return verified.ok && verified.publication === publication.id ? verified.reader : null;
}
