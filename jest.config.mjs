/** One run over the whole repository. Workspace packages resolve to their sources: tests never see a stale build. */
export default {
  testMatch: [
    '<rootDir>/{apps,packages}/*/src/**/*.test.ts?(x)',
    '<rootDir>/packages/engagement/corpus/**/*.test.ts',
    '<rootDir>/tests/**/*.test.ts',
  ],
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: {
    '^@readout/(api|collector|ingester)$': '<rootDir>/apps/$1/src/index.ts',
    '^@readout/(api-contract|billing|catalog|config|credentials|delivery|engagement|event-log|events|experiments|folder-lock|forwarding|importers|instrumenter|local-time|network|new-issue|program|reader-script|relay|reports|sample|settling|statistics|tokens|warehouse)$':
      '<rootDir>/packages/$1/src/index.ts',
  },
  modulePathIgnorePatterns: ['/dist/'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true, decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
        },
        module: { type: 'es6' },
      },
    ],
  },
  maxWorkers: 3,
  testTimeout: 30_000,
};
