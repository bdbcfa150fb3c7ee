import type { Noting } from '../oddities.ts';
import type { ArchiveFile } from './archive.ts';

/** Files of an export, by what they are. */
export interface Contents {
  readonly posts: ArchiveFile;
  /** Of each post, by the number that Substack gives it. */
  readonly texts: ReadonlyMap<string, ArchiveFile>;
  readonly deliveries: ReadonlyMap<string, ArchiveFile>;
  readonly opens: ReadonlyMap<string, ArchiveFile>;
  readonly people: readonly ArchiveFile[];
  /** As the list's file name has it; null: there is no list. */
  readonly publication: string | null;
}

const LEFTOVERS = /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\._)/;

/** Sorts the files of an archive, wherever in it the export lies. Null: there is no `posts.csv`. */
export function contentsOf(files: readonly ArchiveFile[], oddities: Noting): Contents | null {
  const real = files.filter(({ path }) => !LEFTOVERS.test(path));
  // Somebody may have unpacked it into a folder and packed that; of two exports in one archive the outer one counts.
  const [posts] = real
    .filter(({ path }) => /(^|\/)posts\.csv$/i.test(path))
    .sort((one, other) => depthOf(one.path) - depthOf(other.path) || (one.path < other.path ? -1 : 1));
  if (posts === undefined) return null;
  const root = posts.path.slice(0, posts.path.length - 'posts.csv'.length);
  const found = {
    texts: new Map<string, ArchiveFile>(),
    deliveries: new Map<string, ArchiveFile>(),
    opens: new Map<string, ArchiveFile>(),
  };
  const people: ArchiveFile[] = [];
  let publication: string | null = null;
  for (const file of real) {
    if (file === posts) continue;
    const within = file.path.startsWith(root) ? file.path.slice(root.length) : null;
    const list = within === null ? null : /^email_list(?:\.(.+))?\.csv$/i.exec(within);
    if (list !== null) {
      people.push(file);
      publication ??= list[1] ?? null;
      continue;
    }
    const ofPost = within === null ? null : /^posts\/(\d+)(?:\.[^/]*)?\.(html|opens\.csv|delivers\.csv)$/i.exec(within);
    const [, id = '', what = ''] = ofPost ?? [];
    const its = what.toLowerCase() === 'html' ? found.texts : what.startsWith('opens') ? found.opens : found.deliveries;
    if (ofPost === null) oddities.note('unknown_file', '', file.path.includes('@') ? null : file.path);
    else if (its.has(id)) oddities.note('repeated_id', '', file.path.includes('@') ? id : file.path);
    else its.set(id, file);
  }
  return { posts, ...found, people, publication };
}

function depthOf(path: string): number {
  return path.split('/').length;
}
