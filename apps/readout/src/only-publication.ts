import { publicationList } from '@readout/api-contract';
import { CommandError, call, type Server } from './running-server.ts';

/** Which publication is meant where none is named: the only one there is. */
export async function onlyPublication(server: Server): Promise<string> {
  const { items } = await call(server, '/publications', publicationList);
  const [first, second] = items;
  if (first === undefined) throw new CommandError('There is no publication yet: create one in the dashboard first.');
  if (second !== undefined) {
    const choice = items.map((one) => `  ${one.id}  ${one.name}`).join('\n');
    throw new CommandError(`There are several publications; say which with --publication:\n${choice}`);
  }
  return first.id;
}
