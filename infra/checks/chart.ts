// The chart as Helm renders it.
import { join } from 'node:path';
import { z } from 'zod';
import type { Programs } from './programs.ts';

const CHART = join(import.meta.dirname, '../helm/readout');
/** The oldest that Chart.yaml allows, and the newest that is known to the checks. */
const KUBERNETES = ['1.27', '1.37'];

const probe = z.object({ httpGet: z.object({ path: z.string(), port: z.literal('http') }) });
const labels = z.record(z.string(), z.string());
const variable = z.object({
  name: z.string(),
  value: z.string().optional(),
  valueFrom: z.object({ secretKeyRef: z.object({ name: z.string(), key: z.string() }) }).optional(),
});

const container = z.object({
  name: z.string(),
  image: z.string(),
  command: z.array(z.string()),
  envFrom: z.array(z.object({ configMapRef: z.object({ name: z.string() }) })).default([]),
  env: z.array(variable).default([]),
  ports: z.array(z.object({ name: z.string(), containerPort: z.number() })).default([]),
  livenessProbe: probe.optional(),
  readinessProbe: probe.optional(),
  startupProbe: probe.optional(),
  volumeMounts: z.array(z.object({ name: z.string(), mountPath: z.string() })).default([]),
  securityContext: z.object({
    allowPrivilegeEscalation: z.literal(false),
    readOnlyRootFilesystem: z.literal(true),
    capabilities: z.object({ drop: z.tuple([z.literal('ALL')]) }),
  }),
  resources: z.object({ limits: z.object({ memory: z.string() }) }),
});

/** What every pod of ours is: one that breaks this does not parse. */
export const pod = z.object({
  automountServiceAccountToken: z.literal(false),
  securityContext: z.object({
    runAsNonRoot: z.literal(true),
    runAsUser: z.literal(10001),
    seccompProfile: z.object({ type: z.literal('RuntimeDefault') }),
  }),
  terminationGracePeriodSeconds: z.number(),
  topologySpreadConstraints: z.array(z.unknown()).default([]),
  volumes: z.array(z.object({ name: z.string() }).loose()).default([]),
  containers: z.tuple([container]),
});

const workload = z.object({
  replicas: z.number().optional(),
  selector: z.object({ matchLabels: labels }),
  persistentVolumeClaimRetentionPolicy: z.object({ whenDeleted: z.string(), whenScaled: z.string() }).optional(),
  template: z.object({ metadata: z.object({ labels }), spec: pod }),
  volumeClaimTemplates: z.array(z.object({ metadata: z.object({ name: z.string() }) })).default([]),
});

const object = z.object({
  kind: z.string(),
  metadata: z.object({ name: z.string(), labels: labels.default({}) }),
  spec: z.unknown().optional(),
  data: labels.optional(),
  stringData: labels.optional(),
});

const outcomes = z.record(
  z.string(),
  z.union([
    z.object({ refused: z.string() }),
    z.object({ objects: z.array(object), problems: z.array(z.string()), notes: z.string() }),
  ]),
);

export type Container = z.infer<typeof container>;
export type KubernetesObject = z.infer<typeof object>;
export type Workload = KubernetesObject & { readonly spec: z.infer<typeof workload> };

/** What became of the chart with each of some values. */
export class RenderedChart {
  readonly outcomes: z.infer<typeof outcomes>;

  private constructor(all: z.infer<typeof outcomes>) {
    this.outcomes = all;
  }

  /** @param cases Values, or their YAML. */
  static async with(programs: Programs, cases: Readonly<Record<string, object | string>>): Promise<RenderedChart> {
    const rendered = await programs.script('render_chart.py', { chart: CHART, versions: KUBERNETES, cases });
    return new RenderedChart(outcomes.parse(rendered));
  }

  objects(name: string, ...kinds: readonly string[]): readonly KubernetesObject[] {
    const outcome = this.outcomes[name];
    if (outcome === undefined || 'refused' in outcome) throw new Error(`${name}: ${outcome?.refused}`);
    return outcome.objects.filter(({ kind }) => kinds.length === 0 || kinds.includes(kind));
  }

  workloads(name: string): readonly Workload[] {
    return this.objects(name, 'StatefulSet', 'Deployment').map((one) => ({ ...one, spec: workload.parse(one.spec) }));
  }

  /** The variables of a container, those of its ConfigMaps and of the Secret as well. */
  variables(
    name: string,
    { envFrom, env }: Container,
    secret: Readonly<Record<string, string>>,
  ): Readonly<Record<string, string>> {
    const [made] = this.objects(name, 'Secret');
    const maps = envFrom.map(({ configMapRef }) => {
      const map = this.objects(name, 'ConfigMap').find(({ metadata }) => metadata.name === configMapRef.name);
      if (map?.data === undefined) throw new Error(`there is no ConfigMap ${configMapRef.name}`);
      return map.data;
    });
    const own = env.map(({ name: variable, value, valueFrom }) => {
      const key = valueFrom?.secretKeyRef.key ?? '';
      const found = value ?? (made?.stringData ?? secret)[key];
      if (found === undefined) throw new Error(`${variable} is to come from the Secret, which has no ${key}`);
      return { [variable]: found };
    });
    return Object.assign({}, ...maps, ...own);
  }
}

/** Whether all labels that are looked for are there. */
export function matches(wanted: Readonly<Record<string, string>>, there: Readonly<Record<string, string>>): boolean {
  return Object.entries(wanted).every(([label, value]) => there[label] === value);
}

/** The labels that a Service, a budget or a policy looks for. */
export function selectorOf({ spec }: KubernetesObject): Readonly<Record<string, string>> {
  const wrapped = z.object({ matchLabels: labels });
  const { selector, podSelector } = z
    .object({ selector: z.union([wrapped, labels]).optional(), podSelector: wrapped.optional() })
    .parse(spec);
  const found = podSelector ?? selector ?? {};
  const inside = wrapped.safeParse(found);
  return inside.success ? inside.data.matchLabels : labels.parse(found);
}

export function componentOf({ metadata }: Pick<KubernetesObject, 'metadata'>): string {
  return metadata.labels['app.kubernetes.io/component'] ?? '';
}
