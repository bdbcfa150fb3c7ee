// Runs a relay over the given folder, before the given server, and prints its port; until it is killed.
import type { PublicId } from '@readout/events';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { startRelay } from '../relay.ts';

const [folder = '', nextPort = '', ownerKey = ''] = process.argv.slice(2);
const unasked = async (): Promise<never> => {
  throw new Error('plain text asks nothing of the catalog');
};
const relay = await startRelay({
  config: {
    host: '127.0.0.1',
    port: 0,
    name: 'relay.example',
    certificate: null,
    largestMessageBytes: 1_000_000,
    queue: { maxBytes: 100_000_000, maxMessages: 100_000 },
    triesForMs: 3_600_000,
    next: { host: '127.0.0.1', port: Number(nextPort), tls: 'off', caFile: null, login: null, connections: 1 },
    dkim: null,
  },
  folder,
  catalog: {
    findApiKey: unasked,
    touchApiKey: unasked,
    findPublication: async (publicId: PublicId) => ({
      id: 1 as never,
      publicId,
      name: 'Low Tide',
      timeZone: 'UTC',
      isSample: false,
      attributionDays: 7,
      createdAt: new Date(0),
      sites: [],
      tracksOpens: true,
      tracksClicks: true,
      tracksReaders: true,
      plantsHoneypot: false,
      showsReaders: false,
    }),
    findIssue: unasked,
    findMailings: unasked,
    createMailing: unasked,
    countMailings: unasked,
    saveEditions: unasked,
    findReader: unasked,
    upsertReaders: unasked,
    signingKey: unasked,
    installationSecret: unasked,
    updateIssue: unasked,
  },
  log: { appendAll: unasked },
  publicUrl: 'https://read.example.com',
  ownerKey,
  registry: new Registry(),
  logger: pino({ level: 'silent' }),
  onFailure: (error) => {
    throw error;
  },
});
process.stdout.write(`${relay.port}\n`);
