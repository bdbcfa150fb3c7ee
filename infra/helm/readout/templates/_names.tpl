{{/* What the objects of a release are called, and the labels by which they are found. */}}

{{- define "readout.name" -}}
{{- if contains "readout" .Release.Name -}}
{{- .Release.Name | trunc 40 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-readout" .Release.Name | trunc 40 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}

{{- define "readout.secretName" -}}
{{- .Values.existingSecret | default (include "readout.name" .) -}}
{{- end -}}

{{/* Call with (dict "root" $ "component" "collector"). */}}
{{- define "readout.selector" -}}
app.kubernetes.io/name: readout
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .component }}
{{- end -}}

{{- define "readout.labels" -}}
{{ include "readout.selector" . }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version }}
{{- end -}}

{{- define "readout.image" -}}
{{- $repository := required "image.repository: where is the image that was built from infra/image/Dockerfile?" .Values.image.repository -}}
{{- printf "%s:%s" $repository (.Values.image.tag | default .Chart.AppVersion) -}}
{{- end -}}
