/** Who may import whom. The picture is in docs/architecture.md. */
const pure = 'engagement|statistics|instrumenter|tokens|experiments';

/** Only these packages of ours may be imported from `from`. */
const only = (from, allowed) => ({
  name: `layer-${from.replace(/\W/g, '-')}`,
  severity: 'error',
  from: { path: `^${from}/src`, pathNot: '\\.test\\.tsx?$' },
  to: { path: '^(apps|packages)/', pathNot: `^(${[from, ...allowed].join('|')})/` },
});

/** A library with one home. */
const homeOf = (library, home) => ({
  name: `only-${home.replace(/\W/g, '-')}-knows-${library.replace(/\W/g, '-')}`,
  severity: 'error',
  from: { path: '^(apps|packages)/', pathNot: `^(${home})/` },
  to: { path: `node_modules/(${library})/` },
});

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    { name: 'not-resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-drawer',
      severity: 'error',
      comment: 'A thing that two rooms need has a name and a room of its own.',
      from: {},
      to: { path: '/(utils?|common|shared|helpers?)(/|\\.tsx?$)', pathNot: 'node_modules' },
    },
    {
      name: 'no-app-imports-app',
      severity: 'error',
      from: { path: '^apps/([^/]+)/', pathNot: '^apps/readout/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    only('packages/events', []),
    ...pure.split('|').map((name) => only(`packages/${name}`, ['packages/events'])),
    only('packages/event-log', ['packages/events']),
    only('packages/network', ['packages/events']),
    only('packages/warehouse', ['packages/events']),
    only('packages/catalog', ['packages/events']),
    only('packages/config', []),
    only('packages/reader-script', []),
    only('packages/local-time', []),
    only('packages/character-sets', []),
    only('packages/sample', ['packages/events', 'packages/local-time']),
    only('packages/folder-lock', []),
    only('packages/program', ['packages/config']),
    only('packages/settling', ['packages/engagement', 'packages/events']),
    only('packages/reports', ['packages/api-contract', 'packages/local-time']),
    only('packages/importers', ['packages/character-sets', 'packages/events']),
    only('packages/billing', ['packages/api-contract', 'packages/events', 'packages/tokens']),
    only('packages/forwarding', ['packages/event-log', 'packages/events', 'packages/config', 'packages/folder-lock']),
    only('packages/credentials', []),
    only('packages/delivery', ['packages/network']),
    only('packages/new-issue', ['packages/catalog', 'packages/instrumenter']),
    only('packages/relay', [
      'packages/catalog',
      'packages/character-sets',
      'packages/config',
      'packages/credentials',
      'packages/event-log',
      'packages/events',
      'packages/instrumenter',
      'packages/local-time',
      'packages/new-issue',
      'packages/tokens',
    ]),
    only('packages/api-contract', ['packages/events']),
    only('packages/api-client', []),
    only('apps/dashboard', ['packages/api-client', 'packages/api-contract', 'packages/events']),
    {
      name: 'browser-takes-types-only',
      severity: 'error',
      comment: 'Zod would come along: a quarter of the first load, and it tries to evaluate a string as code.',
      from: { path: '^apps/dashboard/src', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^packages/(?!api-client/)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'language-stands-alone',
      severity: 'error',
      comment:
        'What two languages share would be a file of its own in the first load, for everybody. A language takes only the type of the words.',
      from: { path: '^apps/dashboard/src/words/(?!en/)([a-z-]+)/', pathNot: '/words/testing/' },
      to: { pathNot: '^apps/dashboard/src/words/$1/', dependencyTypesNot: ['type-only'] },
    },
    homeOf('@clickhouse/.*|chdb', 'packages/warehouse'),
    homeOf('kafkajs|@platformatic/.*', 'packages/event-log'),
    homeOf('@stdlib/.*', 'packages/statistics'),
    homeOf('maxmind', 'packages/network'),
    homeOf('csv-parse', 'packages/billing|apps/readout'),
    homeOf('stripe|standardwebhooks', 'apps/(collector|api)|packages/delivery'),
    homeOf('pdfkit|hucre|bidi-js', 'packages/reports'),
    homeOf('openapi-fetch', 'packages/api-client'),
    homeOf('lmdb', 'apps/collector'),
    homeOf('smtp-server|nodemailer|mailauth', 'packages/(relay|delivery)'),
    homeOf('yauzl', 'packages/importers'),
    homeOf('@electric-sql/.*|drizzle-orm', 'packages/catalog'),
    homeOf('postgres', 'packages/(catalog|importers)'),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|bench)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'node', 'default'] },
  },
};
