import type { ImportFormat, ImportMapping } from '@readout/api-contract';
import { importMapping } from '@readout/api-contract';
import { readConfig } from '@readout/config';
import { type Command, Option } from 'commander';
import { type HistoryOptions, importHistory } from './import-history.ts';
import { CommandError } from './running-server.ts';

interface Given {
  readonly publication?: string;
  readonly preview?: boolean;
  readonly yes?: boolean;
  readonly members?: string;
  readonly column?: readonly string[];
}

interface HistoryCommand {
  readonly format: ImportFormat;
  readonly description: string;
  /** What it is imported from: its name, and what it is. */
  readonly from: readonly [name: string, what: string];
  /** Beside those that all have. */
  readonly options?: readonly (readonly [flags: string, what: string])[];
  /** What is given to it: files, or a database. */
  readonly source: (from: string, options: Given) => Pick<HistoryOptions, 'files' | 'database' | 'mapping'>;
}

const COMMANDS: readonly HistoryCommand[] = [
  {
    format: 'substack',
    description: 'import an export of Substack (docs/import-substack.md)',
    from: ['<file>', 'the ZIP archive, as Substack gives it out'],
    source: (file) => ({ files: [file] }),
  },
  {
    format: 'ghost',
    description: 'import an export of Ghost',
    from: ['<file>', 'its JSON export'],
    options: [['--members <file>', 'its members, as CSV']],
    source: (file, { members }) => ({ files: members === undefined ? [file] : [file, members] }),
  },
  {
    format: 'listmonk',
    description: 'import from the database of listmonk',
    from: ['<database>', 'where its PostgreSQL is, as in postgres://reader:secret@localhost:5432/listmonk'],
    source: (database) => ({ files: [], database }),
  },
  {
    format: 'table',
    description: 'import a table of what readers did, as CSV or NDJSON',
    from: ['<file>', 'the table'],
    options: [
      [
        '--column <what=name...>',
        'which column is what: address=Email time="Opened at" kind=Event, or everyKind=opened; post, title, url, country, agent',
      ],
    ],
    source: (file, { column }) => ({
      files: [file],
      ...(column === undefined ? {} : { mapping: mappingIn(column) }),
    }),
  },
];

/** Adds a command for each format that history is imported from. */
export function addHistoryCommands(imports: Command): void {
  for (const { format, description, from, options = [], source } of COMMANDS) {
    const command = imports
      .command(format)
      .description(description)
      .argument(...from)
      .addOption(new Option('--publication <id>', 'which publication; may be left out where there is only one'))
      .option('--preview', 'say what is found, and write nothing')
      .option('--yes', 'import it without asking')
      .action(async (what: string, given: Given) => {
        const { serverUrl: url, apiKey: key } = readConfig();
        const { publication, preview, yes } = given;
        const chosen = {
          ...(publication === undefined ? {} : { publication }),
          ...(preview === undefined ? {} : { preview }),
          ...(yes === undefined ? {} : { yes }),
        };
        await importHistory({ format, ...chosen, ...source(what, given) }, { url, key });
      });
    for (const option of options) command.option(...option);
  }
}

/** @param columns such as `address=Email` */
function mappingIn(columns: readonly string[]): ImportMapping {
  const named = columns.map((column) => {
    const [, what, name] = /^([^=]+)=(.+)$/s.exec(column) ?? [];
    if (what === undefined)
      throw new CommandError(`--column ${column} does not say what it is, as address=Email does.`);
    return [what, name] as const;
  });
  const mapping = importMapping.safeParse(Object.fromEntries(named));
  if (mapping.success) return mapping.data;
  const faults = mapping.error.issues.map(({ path, message }) => `  ${path.join('.') || 'columns'}: ${message}`);
  throw new CommandError(['--column has mistakes:', ...faults].join('\n'));
}
