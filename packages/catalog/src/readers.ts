import type { PublicationId } from '@readout/events';
import { and, count, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { Catalog, Reader, ReaderUpsert } from './catalog.ts';
import { chunksOf } from './chunks.ts';
import { NotInCatalogError } from './errors.ts';
import { publications, readers } from './schema.ts';
import type { Database, Store } from './store.ts';

/** Small enough that a chunk takes PGlite a few tens of milliseconds: it works on the thread that answers pixels. */
const READERS_PER_CHUNK = 1000;

export function readersIn(store: Store): Pick<Catalog, 'upsertReaders' | 'countReaders'> {
  return {
    async upsertReaders(publication, given) {
      const distinct = new Map(given.map((reader) => [keyOf(reader.reference), reader.segment]));
      const known = new Map<string, Reader>();
      for (const chunk of chunksOf([...distinct], READERS_PER_CHUNK)) {
        const rows = await store.transaction((transaction) => upsertChunk(transaction, publication, chunk));
        for (const { id, reference, segment } of rows) known.set(keyOf(reference), { id, segment });
      }
      return given.map(({ reference }) => {
        const reader = known.get(keyOf(reference));
        if (reader === undefined) throw new NotInCatalogError(`A reader of publication ${publication} is gone.`);
        return reader;
      });
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

/** A reference and the segment that its reader is in now. */
type Entry = readonly [key: string, segment: ReaderUpsert['segment']];

/**
 * Not `insert … on conflict do update`: that takes a number for every row before it finds the conflict, and a
 * list that comes with every issue would use up the numbers of readers, which are never given out twice.
 */
async function upsertChunk(transaction: Database, publication: PublicationId, entries: readonly Entry[]) {
  await lockReadersOf(transaction, publication);
  const given = rowsOf(entries);
  await transaction.execute(sql`
    update ${readers} set segment = given.segment
    from ${given}
    where ${readers.publication} = ${publication}
      and ${readers.reference} = given.reference
      and ${readers.segment} <> given.segment`);
  await transaction.execute(sql`
    insert into ${readers} (publication, reference, segment)
    select ${publication}::integer, given.reference, given.segment
    from ${given}
    where not exists (
      select from ${readers}
      where ${readers.publication} = ${publication} and ${readers.reference} = given.reference
    )`);
  return transaction
    .select({ id: readers.id, reference: readers.reference, segment: readers.segment })
    .from(readers)
    .where(
      and(
        eq(readers.publication, publication),
        inArray(readers.reference, sql`(select given.reference from ${given})`),
      ),
    );
}

/** One upsert at a time for a publication: two with the same readers would insert them twice, or wait for each other. */
async function lockReadersOf(transaction: Database, publication: PublicationId): Promise<void> {
  const found = await transaction
    .select({ id: publications.id })
    .from(publications)
    .where(eq(publications.id, publication))
    .for('no key update');
  if (found.length === 0) throw new NotInCatalogError(`There is no publication ${publication} in the catalog.`);
}

/** The entries as rows, in two parameters however many there are; text, which both drivers send in the same way. */
function rowsOf(entries: readonly Entry[]): SQL {
  const keys = entries.map(([key]) => key).join(',');
  const segments = entries.map(([, segment]) => segment).join(',');
  return sql`(
    select decode(key, 'hex') as reference, segment
    from unnest(string_to_array(${keys}::text, ','), string_to_array(${segments}::text, ',')) as entry (key, segment)
  ) as given`;
}

function keyOf(reference: Uint8Array): string {
  return Buffer.from(reference.buffer, reference.byteOffset, reference.byteLength).toString('hex');
}
