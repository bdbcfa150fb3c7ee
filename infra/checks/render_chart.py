"""
Renders the chart with each of the given values, lints it, and holds what comes out to Kubernetes' own schemas.

Reads JSON: {"chart": folder, "versions": ["1.27", ...], "cases": {name: values, or their YAML}}. Writes JSON: for each case either
{"refused": why} or {"objects": [...], "problems": [...]}, each problem a sentence.
"""

import functools
import json
import sys

import helm_python as helm
import jsonschema
import yaml
from kubernetes_validate import utils
from referencing import Registry, Resource

# How bad a message of Helm's lint is: 1 tells, 2 warns, 3 is an error.
WARNING = 2


class Plain(yaml.CSafeLoader):
    """YAML in which a key stands once: the second one would silently win."""


def mapping(loader, node):
    keys = [key.value for key, _ in node.value]
    twice = {key for key in keys if keys.count(key) > 1 and key != "<<"}
    if twice:
        raise yaml.YAMLError(f"{', '.join(sorted(twice))} stands there twice{node.start_mark}")
    return loader.construct_pairs(node, deep=True)


Plain.add_constructor("tag:yaml.org,2002:map", lambda loader, node: dict(mapping(loader, node)))


@functools.cache
def definitions(version):
    resource = Resource.from_contents(utils.schema_contents(f"{schemas(version)}/_definitions.json", version))
    return (resource @ Registry()).crawl()


@functools.cache
def validator(version, kind, group):
    schema = Resource.from_contents(utils.schema_contents(f"{schemas(version)}/{kind}-{group}.json", version))
    return jsonschema.Draft202012Validator(schema.contents, registry=schema @ definitions(version))


def schemas(version):
    # Strict: a field that Kubernetes does not know is a slip.
    return f"kubernetes-json-schema/v{version}.0-local-strict"


def objections(thing, version):
    """What Kubernetes of this version would not take, a sentence each."""
    name = f"{thing.get('kind')} {thing.get('metadata', {}).get('name')}"
    group, _, level = thing["apiVersion"].rpartition("/")
    file_group = f"{group.split('.')[0]}-{level}" if group else level
    try:
        check = validator(version, thing["kind"].lower(), file_group)
    except FileNotFoundError:
        return [f"{name}: Kubernetes {version} has no {thing['apiVersion']} {thing['kind']}"]
    return [f"{name}, {'.'.join(map(str, error.path))}: {error.message}" for error in check.iter_errors(thing)]


def render(folder, versions, values):
    if isinstance(values, str):
        values = yaml.load(values, Loader=Plain)
    try:
        report = helm.lint(folder, values, strict=True)
        texts = helm.Chart.load(folder).render(values, name="check", namespace="readers")
    except helm.HelmError as error:
        return {"refused": str(error)}
    objects = []
    problems = [f"lint: {message['error']}" for message in report["messages"] if message["severity"] >= WARNING]
    problems += report["errors"]
    notes = ""
    for path, text in sorted(texts.items()):
        if path.endswith("NOTES.txt"):
            notes = text
            continue
        try:
            objects += [one for one in yaml.load_all(text, Loader=Plain) if one]
        except yaml.YAMLError as error:
            problems.append(f"{path}: {error}")
    for one in objects:
        # What other programs add to Kubernetes has no schema here.
        if not one["apiVersion"].startswith("monitoring.coreos.com/"):
            problems += [problem for version in versions for problem in objections(one, version)]
    return {"objects": objects, "problems": problems, "notes": notes}


asked = json.load(sys.stdin)
json.dump({name: render(asked["chart"], asked["versions"], values) for name, values in asked["cases"].items()}, sys.stdout)
