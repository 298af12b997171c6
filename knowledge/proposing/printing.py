"""Proposals written out in the format of packs, with what each rests on beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from knowledge.exchange.packs import dump_data, pack_data
from knowledge.models import Pack
from knowledge.proposing.proposals import Proposal, Proposed
from knowledge.proposing.record import Reading

_NO_DATE = "# Không thấy ngày đăng trong văn bản: điền vào 'published' trước khi nạp."
_HEAD = "# Đề xuất từ văn bản bài báo: chưa phải câu trả lời cho đến khi có người duyệt."


def as_yaml(proposed: Proposed) -> str:
    """A pack whose facts stand under the sentences that they rest on, as comments."""
    beside = {f"  - id: {proposal.fact.id}": proposal for proposal in proposed.proposals}
    lines = [_HEAD] if proposed.reading.published else [_HEAD, _NO_DATE]
    for line in dump_data(_data(proposed)).splitlines():
        if proposal := beside.get(line):
            lines += _comments(proposal)
        lines.append(line)
    return "\n".join(lines) + "\n"


def _comments(proposal: Proposal) -> Iterator[str]:
    place = f"đoạn {proposal.fact.paragraph}" if proposal.fact.paragraph else "chú thích ảnh"
    yield ""
    yield f"  # {place}: {proposal.sentence}"
    if proposal.fact.parts:
        parts = " + ".join(str(part.value) for part in proposal.fact.parts)
        sign = "=" if proposal.fact.complete else "≠"
        yield f"  # {parts} {sign} {proposal.fact.value}"
    for doubt in proposal.doubts:
        yield f"  # ? {doubt}"


def as_json(proposed: Proposed) -> dict[str, Any]:
    """A pack, and under `proposals` the sentence that each of its facts rests on, and what is doubtful."""
    evidence = [
        {
            "fact": proposal.fact.id,
            "paragraph": proposal.fact.paragraph,
            "sentence": proposal.sentence,
            "doubts": list(proposal.doubts),
        }
        for proposal in proposed.proposals
    ]
    return {**_data(proposed), "proposals": evidence}


def _data(proposed: Proposed) -> dict[str, Any]:
    facts = tuple(proposal.fact for proposal in proposed.proposals)
    pack = Pack(names=proposed.names, topics=proposed.topics, facts=facts)
    return {"article": dict(_record(proposed.reading)), **pack_data(pack)}


def _record(reading: Reading) -> Mapping[str, str | None]:
    """The article's record with every field, so that what is missing shows."""
    return {
        "id": reading.id,
        "title": reading.title,
        "about": reading.about,
        "series": reading.series,
        "publisher": reading.publisher,
        "author": reading.author,
        "published": reading.published.isoformat() if reading.published else None,
        "url": None,
    }
