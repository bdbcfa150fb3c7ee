// Apache Kafka for the tests, from Maven Central: fetched once for each version into the user's cache.
import { execFile } from 'node:child_process';
import { access, constants, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The newest that Maven Central serves at this writing; 4.x needs Java 17. */
const KAFKA_VERSION = '4.4.0';
/** Binding of the logging interface that Kafka is built against (slf4j 1.7). */
const LOG4J_VERSION = '2.25.3';

/**
 * Path of Java and of the folder that holds Kafka's jars. What is missing is installed or fetched; fails with a
 * sentence that says what to install where that is not possible.
 */
export async function ensureKafkaJars(): Promise<{ java: string; jars: string }> {
  const java = await ensureProgram('java', 'default-jre-headless', 'a Java runtime, version 17 or later');
  // biome-ignore lint/style/noProcessEnv: of the tests, not of the product
  const cache = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'readout');
  const jars = join(cache, `kafka-${KAFKA_VERSION}`);
  if (!(await isThere(jars))) await fetchJars(cache, jars);
  return { java, jars };
}

/** Test files that start at the same time may all fetch; the first to finish gives the folder its name. */
async function fetchJars(cache: string, jars: string): Promise<void> {
  const maven = await ensureProgram('mvn', 'maven', 'Apache Maven');
  await mkdir(cache, { recursive: true });
  const work = await mkdtemp(join(cache, 'kafka-fetching-'));
  try {
    await writeFile(join(work, 'pom.xml'), POM);
    await run(maven, ['-q', '-B', 'dependency:copy-dependencies', '-DoutputDirectory=jars', '-DincludeScope=runtime'], {
      cwd: work,
    });
    if ((await readdir(join(work, 'jars'))).length === 0) throw new Error('Maven fetched no Kafka.');
    await rename(join(work, 'jars'), jars).catch(async (error: unknown) => {
      if (!(await isThere(jars))) throw error;
    });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

const POM = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>readout.test</groupId>
  <artifactId>kafka</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <dependencies>
    <dependency>
      <groupId>org.apache.kafka</groupId>
      <artifactId>kafka_2.13</artifactId>
      <version>${KAFKA_VERSION}</version>
    </dependency>
    <dependency>
      <groupId>org.apache.logging.log4j</groupId>
      <artifactId>log4j-slf4j-impl</artifactId>
      <version>${LOG4J_VERSION}</version>
    </dependency>
  </dependencies>
</project>
`;

/** Path of a program, installed from its Debian package first where it is missing and root may. */
async function ensureProgram(name: string, debianPackage: string, wording: string): Promise<string> {
  const found = await findProgram(name);
  if (found !== null) return found;
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    const lock = ['-o', 'DPkg::Lock::Timeout=300'];
    const options = { env: { PATH: searchPath(), DEBIAN_FRONTEND: 'noninteractive' } };
    const install = async () => {
      await run('apt-get', ['update', '-qq'], options);
      await run('apt-get', [...lock, 'install', '-y', '-qq', '--no-install-recommends', debianPackage], options);
    };
    const failure = await install().then(
      () => null,
      (error: unknown) => String(error),
    );
    const installed = await findProgram(name);
    if (installed !== null) return installed;
    throw new Error(`The tests start Apache Kafka and need ${wording}; installing it failed: ${failure ?? 'no error'}`);
  }
  throw new Error(
    `The tests start Apache Kafka and need ${wording} (Debian: apt-get install ${debianPackage}), ` +
      'or a running broker named in KAFKA_BROKERS.',
  );
}

async function findProgram(name: string): Promise<string | null> {
  for (const folder of searchPath().split(delimiter)) {
    const path = join(folder, name);
    if (await isThere(path, constants.X_OK)) return path;
  }
  return null;
}

function searchPath(): string {
  // biome-ignore lint/style/noProcessEnv: of the tests, not of the product
  return process.env['PATH'] ?? '';
}

function isThere(path: string, mode = constants.F_OK): Promise<boolean> {
  return access(path, mode).then(
    () => true,
    () => false,
  );
}
