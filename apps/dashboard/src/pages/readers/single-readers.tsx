import type { SingleReaders as Permission, ReaderGroups } from '@readout/api-contract';
import { Link } from '@tanstack/react-router';
import { usePublication } from '../../frame/publication-context.ts';
import { words } from '../../words/words.ts';
import { FindReader } from './find-reader.tsx';
import { ReaderList } from './reader-list.tsx';
import type { ReadersSearch } from './readers-search.ts';

/** A list of single readers where operator and publication allow it; otherwise who could. */
export function SingleReaders({
  permission,
  untold,
  search,
}: {
  permission: Permission;
  untold: ReaderGroups['untold'];
  search: ReadersSearch;
}) {
  const publication = usePublication();
  return (
    <section aria-labelledby="single-readers">
      <h2 id="single-readers">{words.readers.single}</h2>
      {permission === 'shown' ? (
        <>
          <p className="says">{words.readers.singleSays}</p>
          <FindReader />
          {untold === null && <ReaderList group={search.group ?? null} />}
        </>
      ) : (
        <>
          <p className="says">{words.readers.forbidden[permission]}</p>
          <p>
            <Link to="/p/$publication/settings" params={{ publication: publication.id }}>
              {words.readers.toSettings}
            </Link>
          </p>
        </>
      )}
    </section>
  );
}
