import type { PublicationId } from '@readout/events';
import { and, count, eq, type SQL, sql } from 'drizzle-orm';
import type { Catalog, Reader } from './catalog.ts';
import { chunksOf } from './chunks.ts';
import { NotInCatalogError } from './errors.ts';
import { canExist } from './identity.ts';
import { publications, readers } from './schema.ts';
import type { Database, Store } from './store.ts';

/** A chunk takes PGlite some 20 ms, and is a transaction of its own: what else there is to ask gets in between. */
const READERS_PER_CHUNK = 500;

export function readersIn(
  store: Store,
): Pick<Catalog, 'upsertReaders' | 'findReader' | 'findReaders' | 'countKnownReaders' | 'countReaders'> {
  return {
    async upsertReaders(publication, given) {
      const distinct = new Map(given.map((reader) => [keyOf(reader.reference), reader.segment]));
      const written = new Map<string, Reader>();
      for await (const entries of chunksOf([...distinct], READERS_PER_CHUNK)) {
        const chunk = await store.transaction((transaction) => upsertChunk(transaction, publication, entries));
        for (const [key, reader] of chunk) written.set(key, reader);
      }
      return given.map(({ reference }) => {
        const reader = written.get(keyOf(reference));
        if (reader === undefined) throw new Error('A reader was written and is not there.');
        return reader;
      });
    },

    async findReader(publication, by) {
      if ('id' in by && !canExist(by.id)) return null;
      const is = 'id' in by ? eq(readers.id, by.id) : eq(readers.reference, by.reference);
      const [found] = await store.ask((database) =>
        database
          .select({ id: readers.id, segment: readers.segment })
          .from(readers)
          .where(and(eq(readers.publication, publication), is)),
      );
      return found ?? null;
    },

    async findReaders(publication, references) {
      const keys = references.map(keyOf);
      const known = new Map<string, Reader>();
      for await (const chunk of chunksOf([...new Set(keys)], READERS_PER_CHUNK)) {
        const found = await store.ask((database) => findReaders(database, publication, chunk));
        for (const [key, reader] of found) known.set(key, reader);
      }
      return keys.map((key) => known.get(key) ?? null);
    },

    async countKnownReaders(publication, references) {
      let known = 0;
      for await (const some of chunksOf(references, READERS_PER_CHUNK)) {
        known += (await store.ask((database) => findReaders(database, publication, some.map(keyOf)))).size;
      }
      return known;
    },

    async countReaders(publication) {
      const rows = await store.ask((database) =>
        database
          .select({ segment: readers.segment, readers: count() })
          .from(readers)
          .where(eq(readers.publication, publication))
          .groupBy(readers.segment),
      );
      const counts = { free: 0, trial: 0, premium: 0 };
      for (const row of rows) counts[row.segment] = row.readers;
      return counts;
    },
  };
}

/** A reference in hexadecimal, and the segment that its reader is in now. */
type Entry = readonly [key: string, segment: Reader['segment']];

/**
 * Not `insert … on conflict do update`: that takes a number for every row before it finds the conflict, and a
 * list that comes with every issue would use up the numbers of readers, which are never given out twice.
 */
async function upsertChunk(
  transaction: Database,
  publication: PublicationId,
  entries: readonly Entry[],
): Promise<ReadonlyMap<string, Reader>> {
  await lockReadersOf(transaction, publication);
  const known = await findReaders(
    transaction,
    publication,
    entries.map(([key]) => key),
  );
  const added = entries.filter(([key]) => !known.has(key));
  if (added.length > 0) {
    await addReaders(transaction, publication, added);
    for (const [key, reader] of await findReaders(
      transaction,
      publication,
      added.map(([key]) => key),
    ))
      known.set(key, reader);
  }
  const changed: Reader[] = [];
  for (const [key, segment] of entries) {
    const reader = known.get(key);
    if (reader === undefined || reader.segment === segment) continue;
    changed.push({ id: reader.id, segment });
    known.set(key, { id: reader.id, segment });
  }
  if (changed.length > 0) await changeSegments(transaction, changed);
  return known;
}

/** One upsert at a time for a publication: two with the same readers would both add them, or wait for each other. */
async function lockReadersOf(transaction: Database, publication: PublicationId): Promise<void> {
  const found = await transaction
    .select({ id: publications.id })
    .from(publications)
    .where(eq(publications.id, publication))
    .for('no key update');
  if (found.length === 0) throw new NotInCatalogError(`There is no publication ${publication} in the catalog.`);
}

/**
 * With one look into the index for each entry. Left to itself the planner reads all readers of the publication
 * where it has no statistics, and PGlite never gathers any.
 */
async function findReaders(
  database: Database,
  publication: PublicationId,
  keys: readonly string[],
): Promise<Map<string, Reader>> {
  const rows = await database
    .select({
      key: sql<string>`found.key`,
      id: sql<Reader['id']>`found.id`,
      segment: sql<Reader['segment']>`found.segment`,
    })
    .from(
      sql`(
        select entry.key, known.id, known.segment
        from unnest(${list(keys)}) as entry (key)
        cross join lateral (
          select id, segment from ${readers}
          where publication = ${publication}::integer and reference = decode(entry.key, 'hex')
          limit 1
        ) as known
      ) as found`,
    );
  return new Map(rows.map(({ key, id, segment }) => [key, { id, segment }]));
}

async function addReaders(transaction: Database, publication: PublicationId, added: readonly Entry[]): Promise<void> {
  const keys = list(added.map(([key]) => key));
  const segments = list(added.map(([, segment]) => segment));
  await transaction.execute(sql`
    insert into ${readers} (publication, reference, segment)
    select ${publication}::integer, decode(entry.key, 'hex'), entry.segment
    from unnest(${keys}, ${segments}) as entry (key, segment)`);
}

async function changeSegments(transaction: Database, changed: readonly Reader[]): Promise<void> {
  const ids = list(changed.map(({ id }) => id));
  const segments = list(changed.map(({ segment }) => segment));
  await transaction.execute(sql`
    update ${readers} set segment = entry.segment
    from unnest(${ids}::integer[], ${segments}) as entry (id, segment)
    where ${readers.id} = entry.id`);
}

/** Any number of values as one parameter, which is text because that is what both drivers send in the same way. */
function list(values: readonly (string | number)[]): SQL {
  return sql`string_to_array(${values.join(',')}::text, ',')`;
}

function keyOf(reference: Uint8Array): string {
  return Buffer.from(reference.buffer, reference.byteOffset, reference.byteLength).toString('hex');
}
