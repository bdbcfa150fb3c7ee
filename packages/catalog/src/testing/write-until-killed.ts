// Writes issues into the catalog in the given folder and prints each one's public id once it is written, until it is killed.
import { openCatalog } from '../open-catalog.ts';
import { bareIssue } from './new-issue.ts';

const [path = ''] = process.argv.slice(2);
const catalog = await openCatalog({ kind: 'embedded', path });
const { id } = await catalog.createPublication({ name: 'Doomed', timeZone: 'UTC', isSample: false });
for (;;) {
  const link = { url: 'https://example.com/', text: '', kind: 'outbound', section: null } as const;
  const { publicId } = await catalog.createIssue(id, bareIssue({ links: [link, link, link] }));
  process.stdout.write(`${publicId}\n`);
}
