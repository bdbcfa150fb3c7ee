import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { RunningCollector } from './running-collector.ts';
import { eventually, OWNER_KEY, RunningReadout, temporaryFolder } from './running-readout.ts';

const FOLDER = join(import.meta.dirname, '../infra/monitoring');
const HTML = '<h1>One</h1><p><a href="https://example.com/there">there</a></p>';
/** Where nobody listens: a collector by itself does without what is behind it. */
const NOBODY = '127.0.0.1:1';

const target = z.object({ expr: z.string(), legendFormat: z.string(), datasource: z.unknown().optional() });
const override = z.object({ matcher: z.object({ id: z.string(), options: z.unknown() }) });
const panel = z.object({
  id: z.number(),
  type: z.string(),
  title: z.string(),
  description: z.string().default(''),
  datasource: z.unknown().optional(),
  gridPos: z.object({ x: z.number(), y: z.number(), w: z.number(), h: z.number() }),
  fieldConfig: z
    .object({
      defaults: z.object({ unit: z.string().default(''), noValue: z.string().default('') }),
      overrides: z.array(override),
    })
    .optional(),
  targets: z.array(target).default([]),
});
const variable = z.object({ name: z.string(), type: z.string(), definition: z.string().optional() });
const dashboard = z.object({
  panels: z.array(panel),
  templating: z.object({ list: z.array(variable) }),
  annotations: z.object({ list: z.array(z.object({ expr: z.string() })) }),
});

interface Alert {
  readonly name: string;
  readonly expr: string;
  readonly severity: string;
  readonly summary: string;
  readonly description: string;
}

/** Metrics by name, each with its labels and the values these take. */
type Exposed = ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>;

/** Labels that Prometheus gives to whatever it reads, and series that it makes itself. */
const GIVEN_LABELS = ['job', 'instance'];
const GIVEN_SERIES = new Map([
  ['up', []],
  ['ALERTS', ['alertname', 'alertstate']],
]);

/** What is in the text that a program gives to Prometheus. */
function exposedBy(text: string): Exposed {
  const exposed = new Map<string, Map<string, Set<string>>>();
  const labelsOf = (name: string) => {
    const labels = exposed.get(name) ?? new Map<string, Set<string>>();
    exposed.set(name, labels);
    return labels;
  };
  for (const line of text.split('\n')) {
    // A counter with labels that has counted nothing yet is there by its name alone.
    const [, declared] = /^# TYPE (\w+) (?:counter|gauge)$/.exec(line) ?? [];
    if (declared !== undefined) labelsOf(declared);
    const [, name, braces = ''] = /^(\w+)(?:\{(.*)\})? \S+$/.exec(line) ?? [];
    if (name === undefined) continue;
    const labels = labelsOf(name);
    for (const [, label = '', value = ''] of braces.matchAll(/(\w+)="([^"]*)"/g)) {
      labels.set(label, (labels.get(label) ?? new Set()).add(value));
    }
  }
  return exposed;
}

function together(...all: readonly Exposed[]): Exposed {
  const merged = new Map<string, Map<string, ReadonlySet<string>>>();
  for (const [name, labels] of all.flatMap((exposed) => [...exposed])) {
    const known = merged.get(name) ?? new Map<string, ReadonlySet<string>>();
    for (const [label, values] of labels) known.set(label, new Set([...(known.get(label) ?? []), ...values]));
    merged.set(name, known);
  }
  return merged;
}

interface Selector {
  readonly metric: string;
  readonly matchers: readonly { readonly label: string; readonly operator: string; readonly value: string }[];
}

const OPERATORS = new Set(['and', 'or', 'unless', 'bool', 'offset', 'by', 'without', 'on', 'ignoring']);

/** The metrics and labels that an expression in PromQL names. */
function named(expr: string): { readonly selectors: readonly Selector[]; readonly labels: readonly string[] } {
  const labels: string[] = [];
  const rest = expr
    .replace(/\[[^\]]*\]/g, ' ')
    .replace(/\b(?:by|without|on|ignoring|group_left|group_right)\s*\(([^)]*)\)/g, (_all, list: string) => {
      labels.push(...list.split(',').map((label) => label.trim()));
      return ' ';
    });
  const selectors: Selector[] = [];
  for (const [, metric = '', braces = ''] of rest.matchAll(
    /(?<![\w.$"])([a-zA-Z_:][\w:]*)\b(?!\s*\()\s*(?:\{([^}]*)\})?/g,
  )) {
    if (OPERATORS.has(metric)) continue;
    const matchers = [...braces.matchAll(/(\w+)\s*(=~|!~|!=|=)\s*"([^"]*)"/g)].map(
      ([, label = '', operator = '', value = '']) => ({ label, operator, value }),
    );
    selectors.push({ metric, matchers });
  }
  return { selectors, labels: labels.filter((label) => label !== '') };
}

/** What an expression (and the legend of its series) names that is not there, a sentence each. */
function missing(expr: string, exposed: Exposed, legend = ''): string[] {
  const { selectors, labels } = named(expr);
  const problems: string[] = [];
  const there = new Set(GIVEN_LABELS);
  if (selectors.length === 0) problems.push(`no metric in ${expr}`);
  for (const { metric, matchers } of selectors) {
    const given = GIVEN_SERIES.get(metric);
    const own = exposed.get(metric);
    if (given === undefined && own === undefined) problems.push(`there is no metric ${metric}`);
    for (const label of [...(given ?? []), ...(own?.keys() ?? [])]) there.add(label);
    for (const { label, operator, value } of matchers) {
      const isGiven = GIVEN_LABELS.includes(label) || given?.includes(label);
      const values = own?.get(label);
      if (isGiven) continue;
      if (values === undefined) problems.push(`${metric} has no label ${label}`);
      for (const one of operator.includes('~') ? value.split('|') : [value]) {
        if (values?.has(one) === false) problems.push(`${metric} is never ${label}="${one}"`);
      }
    }
  }
  const shown = [...legend.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, label = '']) => label);
  for (const label of [...labels, ...shown]) {
    if (!there.has(label)) problems.push(`nothing in ${expr} has a label ${label}`);
  }
  return problems;
}

/**
 * Lines of a file that are not in the plain part of YAML that these files keep to: keys, entries, values on one line
 * (quoted where they need to be), and folded text.
 */
function notPlain(yaml: string): string[] {
  const value = /^(?:"[^"\\]*"|\["[^"\\]*"\]|[A-Za-z0-9](?:(?!: | #)[^\t])*)$/;
  let foldedUnder: number | null = null;
  return yaml.split('\n').filter((line) => {
    const indent = line.search(/\S/);
    if (indent === -1) return false;
    if (foldedUnder !== null && indent > foldedUnder) return line.includes('\t');
    foldedUnder = null;
    if (line.trimStart().startsWith('#')) return false;
    const [, key, rest = ''] = /^ *(?:- )?(?:(\w+):(?: |$))?(.*)$/.exec(line) ?? [];
    if (rest === '>-' && key !== undefined) foldedUnder = indent;
    else if (!(rest === '' && key !== undefined) && !value.test(rest)) return true;
    return false;
  });
}

function alertsIn(yaml: string): Alert[] {
  return yaml
    .split(/^ {6}- (?=alert: )/m)
    .slice(1)
    .map((rule) => {
      const field = (name: string) => {
        const [, , first = '', more = ''] = new RegExp(`^( *)${name}: *(.*)((?:\\n\\1 +.*)*)`, 'm').exec(rule) ?? [];
        const text = first === '>-' ? more.trim().replace(/\s*\n\s*/g, ' ') : first;
        return text.replace(/^"(.*)"$/, '$1');
      };
      const [name, expr, severity] = [field('alert'), field('expr'), field('severity')];
      return { name, expr, severity, summary: field('summary'), description: field('description') };
    });
}

describe('what is ready-made for monitoring', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let readout: RunningReadout;
  let collector: RunningCollector;
  let exposed: Exposed;
  let board: z.infer<typeof dashboard>;
  let boardText: string;
  let alertsText: string;
  let alerts: readonly Alert[];
  let scraping: string;

  beforeAll(async () => {
    const read = (name: string) => readFile(join(FOLDER, name), 'utf8');
    [boardText, alertsText, scraping] = await Promise.all([
      read('grafana/readout.json'),
      read('alerts.yaml'),
      read('prometheus.yaml'),
    ]);
    board = dashboard.parse(JSON.parse(boardText));
    alerts = alertsIn(alertsText);

    folder = await temporaryFolder();
    [readout, collector] = await Promise.all([
      RunningReadout.start(join(folder.path, 'one')),
      // Two processes: what they give is added up, and is not all that one by itself would give.
      RunningCollector.start({
        folder: join(folder.path, 'alone'),
        databaseUrl: `postgres://nobody@${NOBODY}/nothing`,
        brokers: [NOBODY],
        topic: 'nothing',
        workers: 2,
        more: { READOUT_API_KEY: OWNER_KEY, READOUT_LOG_LEVEL: 'silent' },
      }),
    ]);
    const { id: publication } = await readout.createPublication('Watched');
    const issue = await readout.createIssue(publication, HTML);
    const [token = ''] = await readout.addRecipients(publication, issue.id, 1);
    for (const address of [readout.address, collector.address]) {
      const response = await fetch(`${address}/o/${issue.id}/${token}.gif`);
      expect(response.status).toBe(200);
    }
    await fetch(`${readout.address}/c/${issue.links[0]?.id}/${token}`, { redirect: 'manual' });
    const metricsOf = async (address: string) => exposedBy(await (await fetch(`${address}/metrics`)).text());
    const ofReadout = await eventually(
      () => metricsOf(readout.address),
      (now) => now.get('readout_ingester_records_total')?.has('outcome') === true,
    );
    exposed = together(ofReadout, await metricsOf(collector.address));
  }, 90_000);
  afterAll(async () => {
    await Promise.all([readout?.kill('SIGTERM'), collector?.kill('SIGTERM')]);
    await folder?.remove();
  }, 60_000);

  const charts = () => board.panels.filter(({ type }) => type !== 'row');

  test('the dashboard asks only for what the programs give', () => {
    const problems = charts().flatMap(({ title, targets }) => [
      ...(targets.length === 0 ? [`"${title}" asks for nothing`] : []),
      ...targets.flatMap(({ expr, legendFormat }) => missing(expr, exposed, legendFormat)),
    ]);
    expect(problems).toEqual([]);
    const asked = [
      ...board.annotations.list.map(({ expr }) => expr),
      ...board.templating.list.flatMap(({ definition }) => {
        const [, series, label] = /^label_values\((.*), (\w+)\)$/.exec(definition ?? '') ?? [];
        return series === undefined ? [] : [`count by (${label}) (${series})`];
      }),
    ];
    expect(asked).toHaveLength(3);
    expect(asked.flatMap((expr) => missing(expr, exposed))).toEqual([]);
  });

  test('the alerts ask only for what the programs give', () => {
    expect(alerts.length).toBeGreaterThanOrEqual(8);
    expect(alerts.flatMap(({ expr }) => missing(expr, exposed))).toEqual([]);
  });

  test.each([
    ['readout_spool_bites', /no metric readout_spool_bites/],
    ['rate(readout_spool_bytes_total{job=~"$job"}[5m])', /no metric readout_spool_bytes_total/],
    ['readout_collector_hits_total{typ="opened"}', /no label typ/],
    ['readout_collector_hits_total{outcome=~"refused|lost"}', /never outcome="lost"/],
    ['sum by (kind) (readout_spool_bytes)', /has a label kind/],
    ['up == 0 unless on (job) nonsense', /no metric nonsense/],
    ['1 + 1', /no metric in/],
  ])('a slip in an expression would be found: %s', (expr, problem) => {
    expect(missing(expr, exposed)).toEqual([expect.stringMatching(problem)]);
  });

  test('every panel says what is seen, in which unit, what it means, and what it means that nothing is there', () => {
    for (const { title, description, fieldConfig, targets } of charts()) {
      expect(title).toMatch(/^[A-Z].{10,}/);
      expect({ title, description }).toEqual({ title, description: expect.stringMatching(/^[A-Z].{30,}\.$/) });
      expect({ title, unit: fieldConfig?.defaults.unit }).toEqual({ title, unit: expect.stringMatching(/./) });
      expect({ title, empty: fieldConfig?.defaults.noValue }).toEqual({ title, empty: expect.stringMatching(/\.$/) });
      for (const { legendFormat } of targets) expect(legendFormat).not.toBe('');
    }
    expect(board.panels.filter(({ type }) => type === 'row').map(({ title }) => title.replace(/ \(.*/, ''))).toEqual([
      'Collecting',
      'Disk',
      'Spool',
      'Forwarding',
      'Ingesting',
      'Process',
    ]);
  });

  test('colours are given to series that there are', () => {
    for (const { title, fieldConfig, targets } of charts()) {
      const names = new Set(
        targets.flatMap(({ expr, legendFormat }) => {
          const label = /^\{\{(\w+)\}\}$/.exec(legendFormat)?.[1];
          if (label === undefined) return [legendFormat];
          return named(expr).selectors.flatMap(({ metric }) => [...(exposed.get(metric)?.get(label) ?? [])]);
        }),
      );
      for (const { matcher } of fieldConfig?.overrides ?? []) {
        if (matcher.id !== 'byName' || matcher.options === 'half are below' || matcher.options === 'mean') continue;
        expect({ title, names: [...names] }).toEqual({ title, names: expect.arrayContaining([matcher.options]) });
      }
    }
  });

  test('no panel stands on another, and none has the number of another', () => {
    const taken = new Set<string>();
    for (const { gridPos } of board.panels) {
      for (let x = gridPos.x; x < gridPos.x + gridPos.w; x++) {
        for (let y = gridPos.y; y < gridPos.y + gridPos.h; y++) {
          expect(x).toBeLessThan(24);
          expect(taken).not.toContain(`${x} ${y}`);
          taken.add(`${x} ${y}`);
        }
      }
    }
    expect(new Set(board.panels.map(({ id }) => id)).size).toBe(board.panels.length);
  });

  test("the dashboard names nobody's data source, but the one that is chosen", () => {
    expect(board.templating.list.map(({ name, type }) => [name, type])).toEqual([
      ['datasource', 'datasource'],
      ['job', 'query'],
      ['instance', 'query'],
    ]);
    const chosen = { type: 'prometheus', uid: '$' + '{datasource}' };
    for (const { datasource, targets } of charts()) {
      expect([datasource, ...targets.map((one) => one.datasource)]).toEqual([chosen, ...targets.map(() => chosen)]);
    }
    const uids = [...boardText.matchAll(/"uid": "([^"]*)"/g)].map(([, uid]) => uid);
    expect(new Set(uids)).toEqual(new Set([chosen.uid]));
  });

  test('alerts and example are plain YAML, and every alert says what is wrong and what to do', () => {
    expect(notPlain(alertsText)).toEqual([]);
    expect(notPlain(scraping)).toEqual([]);
    expect(new Set(alerts.map(({ name }) => name)).size).toBe(alerts.length);
    for (const { name, severity, summary, description } of alerts) {
      expect(name).toMatch(/^Readout[A-Z]/);
      expect(['warning', 'critical']).toContain(severity);
      expect(summary).toMatch(/\$labels\.instance/);
      expect(description).toMatch(/^[A-Z].{100,}\.$/);
    }
  });

  test.each(['a: b: c', 'a: [b', 'a: "b', '\ta: b', 'a: b # c', 'a: {b: c}', 'a: *b'])(
    'what is not plain would be found: %j',
    (line) => expect(notPlain(line)).toEqual([line]),
  );

  test('the alert for what does not answer knows the jobs of the example', () => {
    const jobs = [...scraping.matchAll(/job_name: (.+)/g)].map(([, job = '']) => job);
    expect(jobs).toHaveLength(2);
    const down = alerts.find(({ expr }) => expr.startsWith('up{'));
    const pattern = named(down?.expr ?? '').selectors[0]?.matchers.find(({ label }) => label === 'job')?.value;
    for (const job of jobs) expect(job).toMatch(new RegExp(`^(?:${pattern})$`));
    expect(scraping).toContain('alerts.yaml');
  });

  test('metrics are for the same machine, and for others with a key as the example sends it', async () => {
    const through = { 'x-forwarded-for': '203.0.113.7' };
    for (const address of [readout.address, collector.address]) {
      const status = async (headers: Record<string, string>) => (await fetch(`${address}/metrics`, { headers })).status;
      expect(await status({})).toBe(200);
      expect([401, 403]).toContain(await status(through));
      expect(await status({ ...through, authorization: `Bearer ${OWNER_KEY}` })).toBe(200);
    }
    expect(scraping).toMatch(/type: Bearer\n\s+credentials_file: /);
  });
});
