"""What an article may state, from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import click

from knowledge.errors import HoidapError
from knowledge.proposing.documents import read_document
from knowledge.proposing.printing import as_json, as_yaml
from knowledge.proposing.proposals import propose as propose_facts
from knowledge.proposing.record import read_article
from knowledge.service import Knowledge


def propose(path: Path, db: Path, *, as_object: bool) -> None:
    """Print the article's record and the facts proposed from its text, as a pack."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise HoidapError(f"{path}: {error.strerror}") from error
    reading = read_article(read_document(content, path.name))
    with Knowledge.open(db) as knowledge:
        proposed = propose_facts(reading, knowledge.lexicon)
    click.echo(
        json.dumps(as_json(proposed), ensure_ascii=False) if as_object else as_yaml(proposed), nl=as_object
    )
