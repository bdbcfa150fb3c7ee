import { describe, expect, test } from '@jest/globals';
import { en } from './en/index.ts';
import { es } from './es/index.ts';
import { LANGUAGE_CODES } from './language.ts';
import { phrasesOf } from './testing/phrases.ts';
import { speak, words } from './words.ts';

/** Names, examples and words that are the same in every language. */
const NAMES = [
  'product',
  'create.html',
  'links.kinds.honeypot',
  'segments.names.premium',
  'rules.clientExample',
  'rules.domainExample',
  'settings.sources.dbIp',
  'settings.sources.routeViews',
  'settings.sources.nro',
  'issuesTable.no',
  'mailProviders.names.mailgun',
  'mailProviders.names.sendgrid',
  'mailProviders.names.ses',
  'mailProviders.names.postmark',
  'billing.names.stripe',
  'whole.who.sites.x',
  'whole.who.sites.linkedin',
  'imports.names.substack',
  'imports.names.ghost',
  'imports.names.listmonk',
  'reports.languages.en',
  'reports.languages.es',
  'reports.asPdf',
  'sharing.asPdf',
  'csv.source',
  'schedulePages.encryptions.starttls',
];

const english = phrasesOf('en');

describe.each(LANGUAGE_CODES.filter((one) => one !== 'en'))('%s', (language) => {
  const theirs = phrasesOf(language);

  test('says everything that English says', () => {
    expect([...english.keys()].filter((key) => !theirs.has(key))).toEqual([]);
  });

  test('leaves nothing in English', () => {
    const left = [...theirs].flatMap(([key, phrases]) =>
      phrases.filter((one) => !NAMES.includes(key) && english.get(key)?.includes(one)).map((one) => `${key}: ${one}`),
    );
    expect(left).toEqual([]);
  });
});

test('what is said is found in functions too, whichever way they go', () => {
  expect(english.get('pace.few')).toEqual(['reader', 'readers', 'so far']);
  expect(english.get('publication.tracksOpens.label')).toEqual(['Opens']);
  expect(english.size).toBeGreaterThan(400);
});

test('Spanish has its own singular and plural', () => {
  expect(es.issues.count(1, '1')).toBe('1 edición');
  expect(es.issues.count(0, '0')).toBe('0 ediciones');
  expect(es.issues.count(1_000_000, '1.000.000')).toBe('1.000.000 ediciones');
  expect(es.rules.previewCount(1, '1', '9')).toBe('1 clasificación de 9 cambiaría');
  expect(es.rules.previewCount(2, '2', '9')).toBe('2 clasificaciones de 9 cambiarían');
  expect(es.spool.refused(1, '1')).toBe('Hasta ahora se ha rechazado 1 petición.');
  expect(es.spool.refused(3, '3')).toBe('Hasta ahora se han rechazado 3 peticiones.');
  expect(es.start.secondsLeft(0.4)).toBe('casi listo');
  expect(es.start.secondsLeft(0.9 + 0.1)).toBe('falta 1 segundo');
  expect(es.start.secondsLeft(12.3)).toBe('faltan unos 13 segundos');
  expect(es.pace.soFar(es.pace.halfFirstHour)).toBe('Hasta ahora: la mitad de los lectores llegó en la primera hora');
});

test('the words are English until another language has come', async () => {
  expect(words).toBe(en);
  expect(await speak('es')).toBe('es');
  expect(words).toBe(es);
});
