"""Reads XML files. Names in, as JSON; out come their elements: {"name", "attributes", "text", "inside"}."""

import json
import sys
from xml.etree import ElementTree


def element(node):
    return {
        "name": node.tag,
        "attributes": node.attrib,
        "text": (node.text or "").strip(),
        "inside": [element(child) for child in node],
    }


json.dump([element(ElementTree.parse(path).getroot()) for path in json.load(sys.stdin)], sys.stdout)
