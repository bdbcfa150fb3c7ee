{{/*
What all pods of ours have in common. Call with (dict "root" $ "component" "collector"); `values` are the component's.
*/}}

{{- define "readout.podAnnotations" -}}
# A changed setting starts the pods anew.
checksum/settings: {{ include (print .root.Template.BasePath "/settings.yaml") .root | sha256sum }}
{{- if not .root.Values.existingSecret }}
checksum/secret: {{ include (print .root.Template.BasePath "/secret.yaml") .root | sha256sum }}
{{- end }}
{{- with (index .root.Values .component).podAnnotations }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{- define "readout.podSettings" -}}
serviceAccountName: {{ include "readout.name" .root }}
automountServiceAccountToken: false
# Kubernetes would set READOUT_…_PORT for each Service.
enableServiceLinks: false
# A collector stops within 15 s, after the 5 s in which it is taken out of its Service.
terminationGracePeriodSeconds: 45
securityContext:
  runAsNonRoot: true
  runAsUser: 10001
  runAsGroup: 10001
  fsGroup: 10001
  fsGroupChangePolicy: OnRootMismatch
  seccompProfile:
    type: RuntimeDefault
{{- with .root.Values.imagePullSecrets }}
imagePullSecrets:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end -}}

{{/* Not all on one node or in one zone, as far as there are others. */}}
{{- define "readout.spread" -}}
{{- $values := index .root.Values .component -}}
topologySpreadConstraints:
  {{- range $key := list "kubernetes.io/hostname" "topology.kubernetes.io/zone" }}
  - maxSkew: 1
    topologyKey: {{ $key }}
    whenUnsatisfiable: ScheduleAnyway
    labelSelector:
      matchLabels:
        {{- include "readout.selector" $ | nindent 8 }}
    matchLabelKeys: [{{ ternary "pod-template-hash" "controller-revision-hash" (eq $.component "ingester") }}]
  {{- end }}
{{- with $values.nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with $values.tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with $values.affinity }}
affinity:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end -}}

{{- define "readout.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop: [ALL]
{{- end -}}

{{/* A list of variables from the Secret. */}}
{{- define "readout.secrets" -}}
{{- range .keys }}
- name: {{ . }}
  valueFrom:
    secretKeyRef:
      name: {{ include "readout.secretName" $.root }}
      key: {{ . }}
{{- end }}
{{- end -}}

{{/* Image, settings, ports and the folders it may write to. */}}
{{- define "readout.process" -}}
{{- $needsWarehouse := ne .component "collector" -}}
{{- $keys := list "DATABASE_URL" "READOUT_API_KEY" -}}
{{- if .root.Values.kafka.sasl.mechanism }}{{ $keys = append $keys "KAFKA_PASSWORD" }}{{ end -}}
{{- if $needsWarehouse }}{{ $keys = concat $keys (list "CLICKHOUSE_PASSWORD" "CLICKHOUSE_READ_PASSWORD") }}{{ end -}}
image: {{ include "readout.image" .root }}
imagePullPolicy: {{ .root.Values.image.pullPolicy }}
envFrom:
  - configMapRef:
      name: {{ include "readout.name" .root }}
  {{- if $needsWarehouse }}
  - configMapRef:
      name: {{ include "readout.name" .root }}-warehouse
  {{- end }}
env:
  {{- include "readout.secrets" (dict "root" .root "keys" $keys) | nindent 2 }}
  {{- if eq .component "collector" }}
  - name: READOUT_WORKERS
    value: {{ .root.Values.collector.workers | quote }}
  {{- end }}
ports:
  - name: http
    containerPort: 4400
resources:
  {{- toYaml (index .root.Values .component).resources | nindent 2 }}
securityContext:
  {{- include "readout.containerSecurity" . | nindent 2 }}
volumeMounts:
  {{- if ne .component "ingester" }}
  - name: data
    mountPath: /data
  {{- end }}
  - name: tmp
    mountPath: /tmp
  {{- if .root.Values.kafka.tls.secretName }}
  - name: kafka-certificates
    mountPath: /etc/readout/kafka
    readOnly: true
  {{- end }}
  {{- if and $needsWarehouse .root.Values.clickhouse.caSecretName }}
  - name: clickhouse-certificates
    mountPath: /etc/readout/clickhouse
    readOnly: true
  {{- end }}
{{- end -}}

{{- define "readout.volumes" -}}
- name: tmp
  emptyDir:
    sizeLimit: 256Mi
{{- if .root.Values.kafka.tls.secretName }}
- name: kafka-certificates
  secret:
    secretName: {{ .root.Values.kafka.tls.secretName }}
    defaultMode: 0440
{{- end }}
{{- if and (ne .component "collector") .root.Values.clickhouse.caSecretName }}
- name: clickhouse-certificates
  secret:
    secretName: {{ .root.Values.clickhouse.caSecretName }}
    defaultMode: 0440
{{- end }}
{{- end -}}

{{/* Starting may take a while (a log is read through after a crash); running it answers at once. */}}
{{- define "readout.lifeProbes" -}}
startupProbe:
  httpGet: { path: /healthz, port: http }
  periodSeconds: 2
  failureThreshold: 150
# Whether the process runs. What is behind it may be away for hours, and killing this one would not bring it back.
livenessProbe:
  httpGet: { path: /healthz, port: http }
  periodSeconds: 10
  timeoutSeconds: 5
  failureThreshold: 6
{{- end -}}

{{- define "readout.claim" -}}
- metadata:
    name: data
    labels:
      {{- include "readout.selector" . | nindent 6 }}
  spec:
    accessModes: [ReadWriteOnce]
    {{- with (index .root.Values .component).storage.className }}
    storageClassName: {{ . }}
    {{- end }}
    resources:
      requests:
        storage: {{ (index .root.Values .component).storage.size }}
{{- end -}}
