import { access, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { componentOf, matches, RenderedChart, selectorOf } from '../infra/checks/chart.ts';
import { type Composed, compose, readComposed, type Service } from '../infra/checks/composed.ts';
import { RunningDoor } from '../infra/checks/door.ts';
import { readByKafka } from '../infra/checks/kafka-settings.ts';
import { ensurePrograms, type Programs } from '../infra/checks/programs.ts';
import { faults, knownSettings } from '../infra/checks/settings.ts';
import { at, type Element, everything, fromEnvironment, readClickHouseFiles, texts } from '../infra/checks/xml.ts';
import { QUESTION_LIMITS } from '../packages/warehouse/src/engine/engine.ts';
import { ClickHouseServer } from './faults/clickhouse-server.ts';
import { temporaryFolder } from './running-readout.ts';

const ROOT = join(import.meta.dirname, '..');
const OURS = ['api', 'collector-1', 'collector-2', 'ingester'];
const PIXEL = '/o/7/token.gif';
/** What each process has to be given. */
const NEEDS = {
  collector: ['kafka', 'databaseUrl', 'apiKey'],
  ingester: ['kafka', 'databaseUrl', 'clickhouse', 'apiKey'],
  api: ['kafka', 'databaseUrl', 'clickhouse', 'publicUrl', 'apiKey'],
} as const;
/** A version, and not only `latest` or nothing. */
const PINNED = /^[\w./-]+:v?\d+\.\d+[\w.-]*$/;

const processOf = (name: string) => z.enum(['collector', 'ingester', 'api']).parse(name.split('-')[0]);
const read = (path: string) => readFile(join(ROOT, path), 'utf8');
/** An example in the documentation. */
const example = async (kind: string) =>
  new RegExp(`\`\`\`yaml ${kind}\\n([\\s\\S]*?)\`\`\``).exec(await read('docs/clustered.md'))?.[1] ?? '';

let programs: Programs;
let known: ReadonlySet<string>;
beforeAll(async () => {
  programs = await ensurePrograms(process.env);
  known = await knownSettings();
}, 300_000);

/** The program that a command starts has to be in the image. */
async function notBuilt(command: readonly string[]): Promise<string[]> {
  const program = command.find((word) => word.startsWith('apps/')) ?? 'nothing of ours';
  const source = program.replace(/\/dist\/(.*)\.js$/, '/src/$1.ts');
  const isThere = await access(join(ROOT, source)).then(
    () => true,
    () => false,
  );
  return isThere ? [] : [`${program} is started, and there is no ${source}`];
}

describe('the image', () => {
  test('its Dockerfile is in order', async () => {
    expect(await programs.hadolint([join(ROOT, 'infra/image/Dockerfile')])).toEqual({
      status: 0,
      stdout: '',
      stderr: '',
    });
  });

  test('it is pinned, runs as an ordinary user, and by itself is the embedded deployment', async () => {
    const text = await read('infra/image/Dockerfile');
    const bases = [...text.matchAll(/^FROM (\S+)/gm)].map(([, base]) => base);
    expect(bases).toHaveLength(2);
    for (const base of bases) expect(base).toMatch(PINNED);
    const [, last = ''] = text.split(/^FROM (?!.* AS )/m);
    expect(last).toMatch(/^USER 10001:10001$/m);
    expect(last).toMatch(/^HEALTHCHECK .*\\\n {4}CMD \["node", "\/app\/infra\/image\/healthcheck\.mjs"\]$/m);
    const [, command = '[]'] = /^CMD (\[.*\])$/m.exec(last) ?? [];
    expect(await notBuilt(z.array(z.string()).parse(JSON.parse(command)))).toEqual([]);
    const variables = Object.fromEntries(
      [...last.matchAll(/(READOUT_\w+)=([^\s\\]+)/g)].map(([, name = '', value = '']) => [name, value]),
    );
    expect(Object.keys(variables)).toHaveLength(3);
    expect(faults(known, variables, [])).toEqual([]);
  });

  test('npm is the one that wrote the lock file', async () => {
    const { packageManager } = z.object({ packageManager: z.string() }).parse(JSON.parse(await read('package.json')));
    expect(await read('infra/image/Dockerfile')).toContain(`npm install --global ${packageManager}\n`);
  });
});

describe('the compose file', () => {
  let services: Readonly<Record<string, Service>>;
  let all: Composed;
  let wanted: readonly string[];
  const secrets: Record<string, string> = { READOUT_PUBLIC_URL: 'https://read.example.com' };

  beforeAll(async () => {
    const toFillIn = await read('infra/compose/.env.example');
    wanted = [...toFillIn.matchAll(/^(\w+)=(.*)$/gm)].map(([, name = '']) => name);
    for (const name of wanted) secrets[name] ??= `0123456789abcdef${name}`;
    all = readComposed(await compose(programs, secrets));
    services = all.services;
  });

  const ours = () => Object.entries(services).filter(([name]) => OURS.includes(name));

  test('no secret has a default: each one that is missing is named, and nothing starts', async () => {
    expect(wanted.length).toBeGreaterThan(4);
    expect(await read('infra/compose/.env.example')).not.toMatch(/^\w+=./m);
    for (const missing of wanted) {
      const others = Object.fromEntries(Object.entries(secrets).filter(([name]) => name !== missing));
      const { status, stderr } = await compose(programs, others);
      expect({ missing, status }).toEqual({ missing, status: 1 });
      expect(stderr).toMatch(new RegExp(`required variable ${missing} is missing a value: (make|copy) `));
    }
    const used = [...(await read('infra/compose/compose.yaml')).matchAll(/\$\{([^}]*)\}/g)].map(([, inside]) => inside);
    for (const inside of used) expect(inside).toMatch(/^[A-Z_]+:\?./);
  });

  test('images are pinned, and nobody has more than it needs', () => {
    for (const [name, one] of Object.entries(services)) {
      expect(one.image).toMatch(PINNED);
      expect({ name, privileged: one.privileged, dropped: one.cap_drop }).toEqual({
        name,
        privileged: false,
        dropped: ['ALL'],
      });
      expect(one.security_opt).toEqual(['no-new-privileges:true']);
      expect(one.restart).toBe('unless-stopped');
      if (name !== 'door') expect([name, one.cap_add, one.ports]).toEqual([name, [], []]);
      if (name !== 'door') expect([name, one.healthcheck === undefined]).toEqual([name, false]);
    }
    expect(services['door']?.ports.map(({ published }) => published)).toEqual(['80', '443', '443']);
  });

  test('ours are an ordinary user on a root file system that they cannot write to', async () => {
    expect(ours().map(([name]) => name)).toEqual(OURS);
    for (const [name, one] of ours()) {
      expect({ name, user: one.user, readOnly: one.read_only }).toEqual({ name, user: '10001:10001', readOnly: true });
      expect(one.tmpfs).toEqual([expect.stringMatching(/^\/tmp:/)]);
      expect(one.build?.dockerfile).toBe('infra/image/Dockerfile');
      expect(one.healthcheck?.test).toEqual(['CMD', 'node', 'infra/image/healthcheck.mjs', '/healthz']);
      expect(one.stop_grace_period).toBe('30s');
      expect({ name, problems: await notBuilt(one.command ?? []) }).toEqual({ name, problems: [] });
    }
  });

  test('ours are given settings that there are, and all that they need', () => {
    for (const [name, { environment }] of ours()) {
      const problems = faults(known, environment, NEEDS[processOf(name)]);
      expect({ name, problems }).toEqual({ name, problems: [] });
    }
  });

  test('what an answer depends on is on a disk of its own; the ingester has none', () => {
    const data = ours().map(([name, { volumes }]) => [
      name,
      volumes.map(({ source, target }) => `${source}:${target}`),
    ]);
    expect(data).toEqual([
      ['api', ['api:/data']],
      ['collector-1', ['collector-1:/data']],
      ['collector-2', ['collector-2:/data']],
      ['ingester', []],
    ]);
    const mounted = Object.values(services).flatMap(({ volumes }) => volumes.filter(({ type }) => type === 'volume'));
    const names = mounted.map(({ source }) => source);
    expect(new Set(names).size).toBe(names.length);
    expect(Object.keys(all.volumes).sort()).toEqual([...names].sort());
  });

  test('what is waited for can say that it is healthy', () => {
    for (const [name, { depends_on: behind }] of Object.entries(services)) {
      for (const [other, { condition }] of Object.entries(behind)) {
        const canSay = condition === 'service_started' || services[other]?.healthcheck !== undefined;
        expect({ name, other, canSay }).toEqual({ name, other, canSay: true });
      }
    }
  });

  test('only the door and who it leads to are on the network that leads outside', () => {
    const on = (network: string) => Object.keys(services).filter((name) => network in (services[name]?.networks ?? {}));
    expect(on('edge')).toEqual(['api', 'collector-1', 'collector-2', 'door']);
    expect(all.networks['inside']?.internal).toBe(true);
    expect(on('inside')).not.toContain('door');
  });

  test('Kafka knows its settings, and prepares a broker with them', async () => {
    const brokers = Object.entries(services).filter(([name]) => name.startsWith('kafka-'));
    expect(brokers).toHaveLength(3);
    for (const [name, { environment, volumes }] of brokers) {
      expect(environment['KAFKA_LOG_DIRS']).toBe(volumes[0]?.target);
      expect({ name, ...(await readByKafka(environment)) }).toEqual({ name, unknown: [], refusal: '' });
    }
    const addresses = brokers.map(([, { environment }]) => environment['KAFKA_ADVERTISED_LISTENERS']);
    expect(addresses).toEqual(brokers.map(([name]) => `PLAINTEXT://${name}:9092`));
    expect(services['ingester']?.environment['KAFKA_BROKERS']).toBe(brokers.map(([name]) => `${name}:9092`).join(','));
  }, 60_000);

  test('the example of a third collector is one more, with a disk of its own, and the door leads to it', async () => {
    const folder = await temporaryFolder();
    try {
      // Beside the file that it extends, as the example says.
      const text = (await example('compose')).replace('compose.yaml', join(ROOT, 'infra/compose/compose.yaml'));
      const file = join(folder.path, 'compose.override.yaml');
      await writeFile(file, text);
      const more = readComposed(await compose(programs, secrets, [file]));
      const [first, third] = [more.services['collector-1'], more.services['collector-3']];
      expect(third?.volumes.map(({ source, target }) => `${source}:${target}`)).toEqual(['collector-3:/data']);
      expect({ ...third, volumes: [] }).toEqual({ ...first, volumes: [] });
      expect(more.services['door']?.environment['READOUT_COLLECTORS']?.split(' ')).toHaveLength(3);
    } finally {
      await folder.remove();
    }
  });

  describe('ClickHouse', () => {
    let folder: Awaited<ReturnType<typeof temporaryFolder>>;
    let engine: ClickHouseServer;
    let server: Element;
    let users: Element;
    let keeper: Element;

    beforeAll(async () => {
      [server, users, keeper] = await readClickHouseFiles(programs);
      folder = await temporaryFolder();
      engine = await ClickHouseServer.start(folder.path);
    }, 60_000);
    afterAll(async () => {
      await engine?.stop();
      await folder?.remove();
    });

    const named = (start: string) => Object.entries(services).filter(([name]) => name.startsWith(start));

    async function ask(sql: string): Promise<string[]> {
      const { url, username, password } = engine.config;
      const authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
      const response = await fetch(url, { method: 'POST', body: sql, headers: { authorization } });
      const answer = await response.text();
      if (!response.ok) throw new Error(answer);
      return answer.split('\n').filter((line) => line !== '');
    }

    test('the cluster is the servers that there are, each shard written once', () => {
      const name = services['ingester']?.environment['CLICKHOUSE_CLUSTER'] ?? '';
      expect(at(server, 'remote_servers/*').map((one) => one.name)).toEqual([name]);
      const shards = at(server, `remote_servers/${name}/shard`);
      expect(shards).toHaveLength(2);
      for (const shard of shards) expect(texts(shard, 'internal_replication')).toEqual(['true']);
      const places = shards.flatMap((shard, place) =>
        texts(shard, 'replica/host').map((host, replica) => [host, String(place + 1), String(replica + 1)]),
      );
      expect(places).toEqual(
        named('clickhouse-').map(([host, { environment }]) => [
          host,
          environment['READOUT_SHARD'],
          environment['READOUT_REPLICA'],
        ]),
      );
      expect(at(server, `remote_servers/${name}/secret`)[0]?.attributes['from_env']).toBeDefined();
    });

    test('servers find Keeper, and Keeper itself', () => {
      const [port = ''] = texts(keeper, 'keeper_server/tcp_port');
      const hosts = texts(keeper, 'keeper_server/raft_configuration/server/hostname');
      const ids = texts(keeper, 'keeper_server/raft_configuration/server/id');
      const there = named('keeper-').map(([name, { environment }]) => [name, environment['KEEPER_SERVER_ID']]);
      expect(hosts.map((host, place) => [host, ids[place]])).toEqual(there);
      expect(texts(server, 'zookeeper/node/host')).toEqual(hosts);
      expect(new Set(texts(server, 'zookeeper/node/port'))).toEqual(new Set([port]));
      expect(texts(server, 'zookeeper/session_timeout_ms')).toEqual(
        texts(keeper, 'keeper_server/coordination_settings/session_timeout_ms'),
      );
    });

    test('every value that comes from the environment is in it, and no secret is written down', () => {
      for (const [name, { environment, volumes }] of named('clickhouse-')) {
        const missing = [...fromEnvironment(server), ...fromEnvironment(users)].filter((one) => !environment[one]);
        expect({ name, missing }).toEqual({ name, missing: [] });
        expect(volumes.map(({ source }) => source.replace(ROOT, ''))).toEqual([
          '/infra/clickhouse/server.xml',
          '/infra/clickhouse/users.xml',
          name,
        ]);
      }
      for (const [, { environment }] of named('keeper-')) {
        expect(Object.keys(environment)).toEqual(fromEnvironment(keeper));
      }
      const secret = [...everything(server), ...everything(users)].filter(({ name }) => /password|secret/.test(name));
      expect(secret.length).toBeGreaterThanOrEqual(4);
      for (const { attributes, text } of secret) {
        expect([text, attributes['from_env']]).toEqual(['', expect.stringMatching(/./)]);
      }
    });

    test('the engine knows every setting that is made', async () => {
      const settings = new Set(await ask('SELECT name FROM system.settings'));
      const made = at(users, 'profiles/*/*')
        .filter(({ name }) => name !== 'constraints')
        .concat(at(users, 'profiles/*/constraints/*'));
      expect(made.length).toBeGreaterThan(10);
      expect(made.map(({ name }) => name).filter((name) => !settings.has(name))).toEqual([]);
      const ofServers = new Set(await ask('SELECT name FROM system.server_settings'));
      expect(ofServers).toContain('max_server_memory_usage_to_ram_ratio');
      expect(at(server, 'max_server_memory_usage_to_ram_ratio')).toHaveLength(1);
    });

    test('the questions that Readout asks are within what its reader may ask', () => {
      const constraints = at(users, 'profiles/readout_reader/constraints/*').filter(
        ({ inside }) => inside.length === 2,
      );
      expect(constraints.length).toBeGreaterThan(3);
      for (const constraint of constraints) {
        const asked = QUESTION_LIMITS[constraint.name] ?? Number.NaN;
        const [least = 0] = texts(constraint, 'min').map(Number);
        const [most = 0] = texts(constraint, 'max').map(Number);
        // 0 would be no limit at all.
        expect([constraint.name, least >= 1, asked >= least, asked <= most]).toEqual([
          constraint.name,
          true,
          true,
          true,
        ]);
        expect(texts(users, `profiles/readout_reader/${constraint.name}`)).toEqual([String(most)]);
      }
    });

    test('the users are those that Readout comes as; the reader reads, and nobody else is let in', async () => {
      const { CLICKHOUSE_USER: writer = '', CLICKHOUSE_READ_USER: reader = '' } = services['api']?.environment ?? {};
      expect(at(users, 'users/*').map(({ name }) => name)).toEqual(['default', writer, reader]);
      expect(texts(users, 'users/default/networks/ip')).toEqual(['127.0.0.1', '::1']);
      expect(texts(users, `profiles/${texts(users, `users/${reader}/profile`)[0]}/readonly`)).toEqual(['2']);
      const database = services['api']?.environment['CLICKHOUSE_DATABASE'];
      expect(texts(users, `users/${reader}/grants/query`)).toEqual([`GRANT SELECT ON ${database}.*`]);
      for (const grant of texts(users, 'users/*/grants/query')) {
        // Who it is for is said by where it stands; the engine's parser wants to hear it.
        expect(await ask(`SELECT formatQuery('${grant} TO somebody')`)).toHaveLength(1);
      }
    });
  });
});

describe('the door', () => {
  let door: RunningDoor;
  beforeAll(async () => {
    door = await RunningDoor.start(programs.caddy);
  }, 60_000);
  afterAll(async () => door?.stop());

  const answer = z.object({ name: z.string(), forwardedFor: z.string().nullable() });
  const whoAnswers = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(`${door.address}${path}`, init);
    return answer.parse(await response.json());
  };

  test.each([
    ['GET', PIXEL, /^collector-/],
    ['GET', '/c/7/token', /^collector-/],
    ['POST', '/b', /^collector-/],
    ['GET', '/reader.js', /^collector-/],
    ['GET', '/offers.js', /^collector-/],
    ['GET', '/offer/mkjihgfedcba?token=x', /^collector-/],
    ['POST', '/hooks/mailgun/7', /^collector-/],
    ['GET', '/', /^api$/],
    ['GET', '/api/openapi.json', /^api$/],
    ['GET', '/issues/7', /^api$/],
    ['GET', '/books', /^api$/],
  ])('%s %s goes to whom it is for', async (method, path, name) => {
    expect((await whoAnswers(path, { method })).name).toMatch(name);
  });

  test.each(['/metrics', '/healthz', '/readyz'])('%s is not for strangers', async (path) => {
    expect((await fetch(`${door.address}${path}`)).status).toBe(404);
  });

  test('it says who called, and nobody can say that he is somebody else', async () => {
    const { forwardedFor } = await whoAnswers(PIXEL, { headers: { 'x-forwarded-for': '192.0.2.7' } });
    expect(forwardedFor).toBe('127.0.0.1');
  });

  test('with a collector gone, no reader notices', async () => {
    const names = new Set<string>();
    for (let at = 0; at < 20; at++) names.add((await whoAnswers(PIXEL)).name);
    expect(names).toEqual(new Set(['collector-1', 'collector-2']));
    await door.stopBehind('collector-1');
    for (let at = 0; at < 20; at++) expect((await whoAnswers(PIXEL)).name).toBe('collector-2');
  });
});

describe('the chart', () => {
  const LEAST = {
    image: { repository: 'images.example.com/readout' },
    publicUrl: 'https://read.example.com',
    kafka: { brokers: ['kafka-1:9092', 'kafka-2:9092'] },
    clickhouse: { url: 'http://clickhouse:8123' },
    existingSecret: 'readout-secrets',
  };
  const SECRET = {
    databaseUrl: 'postgres://readout:word@postgres:5432/readout',
    clickhousePassword: 'one',
    clickhouseReadPassword: 'two',
    kafkaPassword: 'three',
    apiKey: '0123456789abcdef0123456789abcdef',
  };
  /** What a Secret of the operator's own has in it. */
  const OF_THE_OPERATOR = {
    DATABASE_URL: SECRET.databaseUrl,
    READOUT_API_KEY: SECRET.apiKey,
    CLICKHOUSE_PASSWORD: SECRET.clickhousePassword,
    CLICKHOUSE_READ_PASSWORD: SECRET.clickhouseReadPassword,
    KAFKA_PASSWORD: SECRET.kafkaPassword,
  };
  const autoscaling = { enabled: true };
  const MOST = {
    ...LEAST,
    existingSecret: '',
    secret: SECRET,
    imagePullSecrets: [{ name: 'pull' }],
    kafka: {
      ...LEAST.kafka,
      tls: { enabled: true, secretName: 'kafka-tls', clientCertificate: true },
      sasl: { mechanism: 'scram-sha-512', username: 'readout' },
    },
    clickhouse: { url: 'https://clickhouse:8443', caSecretName: 'clickhouse-ca' },
    settings: { READOUT_TRUSTED_PROXIES: '10.0.0.0/8', READOUT_LOG_MAX_MB: 2048 },
    collector: { autoscaling, storage: { className: 'fast' }, nodeSelector: { disk: 'fast' } },
    ingester: { autoscaling, tolerations: [{ key: 'spot', operator: 'Exists' }] },
    api: { drain: [2], podAnnotations: { note: 'of the operator' } },
    ingress: { enabled: true, className: 'nginx', host: 'read.example.com', tlsSecretName: 'read-tls' },
    serviceMonitor: { enabled: true, labels: { release: 'prometheus' } },
    networkPolicy: { enabled: true, from: [{ namespaceSelector: {} }], monitoringFrom: [{ namespaceSelector: {} }] },
  };
  const CASES: Readonly<Record<string, object>> = {
    least: LEAST,
    most: MOST,
    draining: { ...LEAST, collector: { replicas: 2, drain: [2, 3] } },
    open: { ...LEAST, networkPolicy: { enabled: true } },
    nothing: {},
    'no image': { ...LEAST, image: {} },
    'no address': { ...LEAST, publicUrl: '' },
    'no brokers': { ...LEAST, kafka: {} },
    'no secrets': { ...LEAST, existingSecret: '' },
    'a short key': { ...LEAST, secret: { apiKey: 'short' } },
    'a slip': { ...LEAST, colector: {} },
    'a setting of nobody': { ...LEAST, settings: { PORT: 1 } },
    'a password in the open': { ...LEAST, settings: { KAFKA_PASSWORD: 'word' } },
    latest: { ...LEAST, image: { ...LEAST.image, tag: 'latest' } },
    'draining who runs': { ...LEAST, collector: { replicas: 3, drain: [2] } },
    'draining while scaling': { ...LEAST, collector: { drain: [2], autoscaling } },
    'idle ingesters': { ...LEAST, ingester: { autoscaling: { enabled: true, maxReplicas: 13 } } },
  };
  let chart: RenderedChart;
  beforeAll(async () => {
    chart = await RenderedChart.with(programs, { ...CASES, documented: await example('helm') });
  }, 120_000);

  test.each(['least', 'most', 'draining', 'open', 'documented'])(
    '%s: Helm finds nothing, and Kubernetes takes it',
    (name) => {
      expect(chart.outcomes[name]).toEqual({
        objects: expect.any(Array),
        problems: [],
        notes: expect.stringMatching(/^Readout /),
      });
      expect(chart.objects(name).length).toBeGreaterThan(12);
    },
  );

  test.each([
    ['nothing', /image\.repository|publicUrl|kafka\.brokers|clickhouse\.url|secret\./],
    ['no image', /image\.repository: where is the image/],
    ['no address', /publicUrl: where do readers' mail clients reach it\?/],
    ['no brokers', /kafka\.brokers: host:port/],
    ['no secrets', /secret\.\w+: .* or put it into a Secret of your own/],
    ['a short key', /apiKey/],
    ['a slip', /colector/],
    ['a setting of nobody', /PORT/],
    ['a password in the open', /KAFKA_PASSWORD/],
    ['latest', /tag/],
    ['draining who runs', /collector\.drain: pod 2 still runs/],
    ['draining while scaling', /switch collector\.autoscaling off/],
    ['idle ingesters', /more than kafka\.partitions/],
  ])('%s is refused, in words', (name, why) => {
    expect(chart.outcomes[name]).toEqual({ refused: expect.stringMatching(why) });
  });

  test.each(['least', 'most'])('%s: each process is as it has to be', async (name) => {
    const found = chart.workloads(name).filter((one) => ['collector', 'ingester', 'api'].includes(componentOf(one)));
    expect(found.map((one) => `${one.kind} ${componentOf(one)}`).sort()).toEqual([
      'Deployment ingester',
      'StatefulSet api',
      'StatefulSet collector',
    ]);
    for (const one of found) {
      const { spec } = one;
      const [container] = spec.template.spec.containers;
      expect(spec.template.metadata.labels).toMatchObject(spec.selector.matchLabels);
      expect(container.image).toMatch(PINNED);
      expect(await notBuilt(container.command)).toEqual([]);
      expect(container.ports).toEqual([{ name: 'http', containerPort: 4400 }]);
      // What restarts it asks whether it runs, not whether what is behind it does.
      expect([container.startupProbe, container.livenessProbe].map((one) => one?.httpGet.path)).toEqual([
        '/healthz',
        '/healthz',
      ]);
      expect(container.readinessProbe?.httpGet.path).toBe(componentOf(one) === 'ingester' ? '/readyz' : '/healthz');
      expect(spec.template.spec.terminationGracePeriodSeconds).toBeGreaterThan(20);
      expect(spec.template.spec.topologySpreadConstraints).toHaveLength(2);
      const places = [...spec.volumeClaimTemplates.map((claim) => claim.metadata.name)].concat(
        spec.template.spec.volumes.map((volume) => volume.name),
      );
      expect(places.sort()).toEqual(container.volumeMounts.map((mount) => mount.name).sort());
    }
  });

  test('what was accepted outlives the pod and the release', () => {
    for (const { kind, spec } of chart.workloads('least')) {
      if (kind !== 'StatefulSet') continue;
      expect(spec.volumeClaimTemplates.map(({ metadata }) => metadata.name)).toEqual(['data']);
      expect(spec.persistentVolumeClaimRetentionPolicy).toEqual({ whenDeleted: 'Retain', whenScaled: 'Retain' });
    }
  });

  test.each(['least', 'most', 'draining', 'documented'])(
    '%s: settings that there are, and all that each process needs',
    (name) => {
      for (const one of chart.workloads(name)) {
        const [container] = one.spec.template.spec.containers;
        const problems = faults(
          known,
          chart.variables(name, container, OF_THE_OPERATOR),
          NEEDS[processOf(container.name)],
        );
        expect({ of: one.metadata.name, problems }).toEqual({ of: one.metadata.name, problems: [] });
      }
    },
  );

  test('a collector does not get what only the others need', () => {
    for (const name of ['least', 'most']) {
      const one = chart.workloads(name).find((candidate) => componentOf(candidate) === 'collector');
      const [container] = one?.spec.template.spec.containers ?? [];
      if (container === undefined) throw new Error('there is a collector');
      expect(
        Object.keys(chart.variables(name, container, OF_THE_OPERATOR)).filter((variable) =>
          variable.startsWith('CLICKHOUSE'),
        ),
      ).toEqual([]);
    }
  });

  test('every Service, budget and policy finds pods, and no Service finds those that drain', () => {
    for (const name of ['most', 'draining']) {
      const pods = chart.workloads(name).map(({ spec }) => spec.template.metadata.labels);
      for (const one of chart.objects(name, 'Service', 'PodDisruptionBudget', 'NetworkPolicy')) {
        const found = pods.filter((pod) => matches(selectorOf(one), pod)).length;
        expect({ kind: one.kind, name: one.metadata.name, found }).toMatchObject({ found: 1 });
      }
    }
  });

  test('a pod that drains has the claim and the work of the pod that is gone, and no readers', async () => {
    const drains = chart.workloads('draining').filter((one) => componentOf(one).includes('drain'));
    expect(drains.map(({ metadata }) => metadata.name)).toEqual([
      'check-readout-collector-drain-2',
      'check-readout-collector-drain-3',
    ]);
    for (const [at, { spec }] of drains.entries()) {
      const [container] = spec.template.spec.containers;
      expect(await notBuilt(container.command)).toEqual([]);
      expect(spec.template.spec.volumes[0]).toEqual({
        name: 'data',
        persistentVolumeClaim: { claimName: `data-check-readout-collector-${at + 2}` },
      });
    }
  });

  test('the ingress leads hits to the collector and everything else to the API', () => {
    const ingress = chart.objects('most', 'Ingress')[0];
    const backend = z.object({ service: z.object({ name: z.string(), port: z.object({ name: z.string() }) }) });
    const path = z.object({ path: z.string(), pathType: z.string(), backend });
    const rules = z.object({ rules: z.tuple([z.object({ http: z.object({ paths: z.array(path) }) })]) });
    const [{ http }] = rules.parse(ingress?.spec).rules;
    const services = chart.objects('most', 'Service');
    const led = http.paths.map((one) => [one.path, one.pathType, one.backend.service.name]);
    expect(led).toEqual([
      ['/b', 'Exact', 'check-readout-collector'],
      ['/c', 'Prefix', 'check-readout-collector'],
      ['/hooks', 'Prefix', 'check-readout-collector'],
      ['/o', 'Prefix', 'check-readout-collector'],
      ['/offer', 'Prefix', 'check-readout-collector'],
      ['/offers.js', 'Exact', 'check-readout-collector'],
      ['/reader.js', 'Exact', 'check-readout-collector'],
      ['/', 'Prefix', 'check-readout-api'],
    ]);
    for (const [, , name] of led) expect(services.map(({ metadata }) => metadata.name)).toContain(name);
  });

  test('collectors are never scaled down by themselves', () => {
    const scalers = chart.objects('most', 'HorizontalPodAutoscaler');
    expect(scalers.map(componentOf)).toEqual(['collector', 'ingester']);
    expect(scalers[0]?.spec).toMatchObject({ behavior: { scaleDown: { selectPolicy: 'Disabled' } } });
    expect(chart.objects('least', 'HorizontalPodAutoscaler')).toEqual([]);
    for (const one of chart.workloads('most')) {
      if (scalers.map(componentOf).includes(componentOf(one))) expect(one.spec.replicas).toBeUndefined();
    }
  });

  test('Prometheus comes with the key, to one Service of each process', () => {
    const monitor = chart.objects('most', 'ServiceMonitor')[0];
    const spec = z.object({
      selector: z.object({ matchLabels: z.record(z.string(), z.string()) }),
      endpoints: z.tuple([
        z.object({ port: z.literal('http'), path: z.literal('/metrics'), authorization: z.unknown() }),
      ]),
    });
    const { selector, endpoints } = spec.parse(monitor?.spec);
    expect(endpoints[0].authorization).toEqual({
      type: 'Bearer',
      credentials: { name: 'check-readout', key: 'READOUT_API_KEY' },
    });
    const services = chart.objects('most', 'Service');
    const found = services.filter(({ metadata }) => matches(selector.matchLabels, metadata.labels));
    expect(found.map(componentOf).sort()).toEqual(['api', 'collector', 'ingester']);
  });

  test('a slip in a template would be found', async () => {
    // The checks are strict: a field that Kubernetes does not know is not passed over.
    const slip = { ...LEAST, collector: { tolerations: [{ kee: 'spot' }] }, api: { affinity: { node: {} } } };
    const { outcomes } = await RenderedChart.with(programs, { slip });
    const problems = outcomes['slip'] !== undefined && 'problems' in outcomes['slip'] ? outcomes['slip'].problems : [];
    // For the oldest Kubernetes and for the newest.
    expect(new Set(problems).size).toBe(2);
    expect(problems.slice(0, 1).concat(problems.slice(-1))).toEqual([
      expect.stringMatching(/check-readout-api, .*affinity: .*'node' was unexpected/),
      expect.stringMatching(/check-readout-collector, .*tolerations\.0: .*'kee' was unexpected/),
    ]);
  });
});
