import { readConfig } from '@readout/config';
import { describeFailure } from '@readout/program';
import { Argument, Command, Option } from 'commander';
import { type ExportOptions, exportFile } from './export.ts';
import { addHistoryCommands } from './import-commands.ts';
import { type ImportOptions, importSubscriptions } from './import-subscriptions.ts';
import { instrument } from './instrument.ts';
import { rebuild } from './rebuild.ts';
import { replay } from './replay.ts';
import { resetPassword } from './reset-password.ts';
import { CommandError } from './running-server.ts';
import { askSql, type SqlOptions } from './sql.ts';
import { type TokensOptions, writeTokens } from './tokens.ts';

const program = new Command('readout').description('Readout from the command line').showHelpAfterError();

program
  .command('instrument')
  .description('create an issue from its HTML in a running Readout and write the tracked HTML')
  .argument('<file>', 'the whole edition, as HTML in UTF-8')
  .option('--cut <file>', 'the edition cut at the paywall, for free readers')
  .addOption(new Option('--publication <id>', 'which publication; may be left out where there is only one'))
  .option('--title <title>', "the issue's title; left out: taken from the HTML")
  .option('--sent-at <time>', 'when it goes out, such as 2026-03-02T06:30:00+01:00')
  .option('--merge-tag <tag>', "what the mail provider replaces with the reader's token", '{{ readout_token }}')
  .option('--out <file>', 'where the tracked HTML goes; left out: standard output (then run npm with --silent)')
  .option('--out-cut <file>', 'where the tracked HTML of the cut edition goes')
  .action(async (file: string, options) => {
    const config = readConfig();
    await instrument({ file, ...options }, { url: config.serverUrl, key: config.apiKey });
  });

const imports = program.command('import').description('bring what you already have into a running Readout');

imports
  .command('subscriptions')
  .description('import subscriptions: a CSV file, or what Stripe lists as JSON (docs/billing.md)')
  .argument('<file>', 'CSV in UTF-8, or JSON as `stripe subscriptions list` prints it')
  .addOption(new Option('--publication <id>', 'which publication; may be left out where there is only one'))
  .option('--as-of <time>', 'when the file was made, such as 2026-03-02T06:30:00Z; left out: when it was last changed')
  .option('--preview', 'say what is found, and write nothing')
  .action(async (file: string, options: Omit<ImportOptions, 'file'>) => {
    const config = readConfig();
    await importSubscriptions({ file, ...options }, { url: config.serverUrl, key: config.apiKey });
  });

addHistoryCommands(imports);

program
  .command('tokens')
  .description(
    "write each reader's token as CSV, to keep as a merge field in the sending system (docs/sending-other.md)",
  )
  .argument('<list>', 'CSV in UTF-8 with a column of addresses, or one address a line; - is standard input')
  .option('--csv', 'write CSV, which is the only form there is')
  .addOption(
    new Option('--for <system>', 'with the columns that it imports, from the list that it exports').choices([
      'listmonk',
    ]),
  )
  .addOption(new Option('--publication <id>', 'which publication; may be left out where there is only one'))
  .option('--column <name>', 'the column with what you call readers; left out: it is looked for')
  .addOption(
    new Option('--segment <segment>', 'of readers who are new to Readout')
      .choices(['free', 'trial', 'premium'])
      .default('free'),
  )
  .option('--out <file>', 'where the tokens go; left out: standard output (then run npm with --silent)')
  .action(async (list: string, options: Omit<TokensOptions, 'list'>) => {
    const config = readConfig();
    await writeTokens({ list, ...options }, { url: config.serverUrl, key: config.apiKey });
  });

program
  .command('export')
  .description('export from a running Readout into a file (docs/exports.md)')
  .addArgument(
    new Argument('<what>', 'what to export').choices([
      'events',
      'issues',
      'links',
      'sections',
      'readers',
      'trials',
      'cohorts',
    ]),
  )
  .addOption(new Option('--publication <id>', 'which publication; may be left out where there is only one'))
  .addOption(
    new Option('--format <format>', 'left out: by the ending of --out, or else csv').choices([
      'csv',
      'ndjson',
      'parquet',
      'arrow',
      'xlsx',
    ]),
  )
  .option(
    '--from <day>',
    "from this day of the publication's time zone on, or from a moment such as 2026-03-02T06:30:00Z",
  )
  .option('--to <day>', 'up to this day, which is included; or before this moment')
  .option('--issue <id>', 'of this issue alone')
  .option('--kinds <kinds>', 'events of these kinds, such as opened,clicked')
  .option('--segments <segments>', 'of readers to whom the issue was sent as free, trial or premium')
  .option('--verdicts <verdicts>', 'opens and clicks judged so, such as human,proxied')
  .option('--out <file>', 'where it goes; left out: such as events.csv')
  .option('--parts <folder>', 'events part by part into a folder; begun again, it goes on where it ended')
  .option('--gzip', 'compress it (csv, ndjson, arrow)')
  .option('--bom', 'begin CSV with a byte order mark, for Excel')
  .action(async (what: string, options: Omit<ExportOptions, 'what'>) => {
    const config = readConfig();
    await exportFile({ what, ...options }, { url: config.serverUrl, key: config.apiKey });
  });

program
  .command('sql')
  .description('ask the views of a running Readout by a SELECT of your own (docs/sql-views.md)')
  .argument('[select]', 'the statement; left out or -: read from standard input')
  .addOption(new Option('--publication <id>', 'which publication; may be left out where there is only one'))
  .addOption(
    new Option('--format <format>', 'left out: by the ending of --out, or else a table to look at').choices([
      'table',
      'csv',
      'ndjson',
      'parquet',
    ]),
  )
  .option('--out <file>', 'where the answer goes; left out: standard output')
  .action(async (select: string | undefined, options: SqlOptions) => {
    const config = readConfig();
    await askSql(select ?? '-', options, { url: config.serverUrl, key: config.apiKey });
  });

program
  .command('replay')
  .description('try again what is in quarantine of a running Readout, after what was wrong has been mended')
  .action(async () => {
    const config = readConfig();
    await replay({ url: config.serverUrl, key: config.apiKey });
  });

program
  .command('rebuild')
  .description(
    'judge anew what was last judged by other rules than those of now, and make all figures of a running Readout anew from its events, beside those in use',
  )
  .option('--verdicts', 'judge all of history anew, whatever it was last judged by')
  .action(async (options: { readonly verdicts?: boolean }) => {
    const config = readConfig();
    await rebuild({ url: config.serverUrl, key: config.apiKey }, options);
  });

program
  .command('reset-password')
  .description('give the owner a new password; stop Readout first')
  .action(async () => {
    const password = await resetPassword(readConfig());
    process.stdout.write(
      `The owner's password is now ${password}\nEverybody is signed out. Start Readout and sign in with it.\n`,
    );
  });

program.parseAsync().catch((error: unknown) => {
  process.stderr.write(`${error instanceof CommandError ? error.message : describeFailure(error)}\n`);
  process.exit(1);
});
