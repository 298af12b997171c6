"""Packs in and out: YAML files that the models have checked.

A fault is reported with file, line and field. YAML is read by the 1.2 core
rules, where `no` is a word and `010` is ten, so that a pack says what it shows.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, get_args

import yaml
from pydantic import ValidationError
from pydantic_core.core_schema import ErrorType

from knowledge.errors import PackError, dotted
from knowledge.models import INHERITED, Article, Fact, Frozen, Name, Pack, Period, Topic
from knowledge.text.stating import gives

BUNDLED = Path(__file__).parents[1] / "packs"
"""The folder of the packs that come with Hỏi Đáp."""

_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TAGS = {
    "tag:yaml.org,2002:null": re.compile(r"|~|null|Null|NULL"),
    "tag:yaml.org,2002:bool": re.compile(r"true|True|TRUE|false|False|FALSE"),
    "tag:yaml.org,2002:int": re.compile(r"[-+]?[0-9]+"),
    "tag:yaml.org,2002:float": re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?"),
}
_MAX_DEPTH = 20
_FEW_ALIASES = 1_000
_OPENING = r"[\[{]\s*(?:[\w-]+:\s*)?"
_DEEP = 50
_TOO_DEEP = re.compile(
    rf"{_OPENING}(?:{_OPENING}){{{_DEEP - 1}}}"
)  # to begin with a set of characters makes it fast
_MAX_DIGITS = 30


class _Loader(_Base):  # type: ignore[misc]
    def descend_resolver(self, *_where: object) -> None:
        """Nothing: no path in a pack has a meaning of its own."""

    def ascend_resolver(self) -> None:
        """Nothing, likewise."""

    def resolve(self, kind: type[yaml.Node], value: str, implicit: tuple[bool, bool]) -> str:
        """The tag of a node that says none; `implicit` begins with whether a scalar stands without quotes."""
        if kind is yaml.ScalarNode:
            return _tag(value) if implicit[0] else _TEXT
        return f"tag:yaml.org,2002:{'map' if kind is yaml.MappingNode else 'seq'}"


_TEXT = "tag:yaml.org,2002:str"


@lru_cache(maxsize=4_096)
def _tag(plain: str) -> str:
    return next((tag for tag, pattern in _TAGS.items() if pattern.fullmatch(plain)), _TEXT)


class Source:
    """One YAML file, and where in it each field stands."""

    def __init__(self, path: Path, called: str | None = None) -> None:
        """The file at a path, in errors `called` something else; nothing is read yet."""
        self.file = called or str(path)
        self._path = path
        self._built = self._most = 0

    def _read(self) -> yaml.MappingNode:
        """The file's tree, which takes too much memory to be kept; PackError where it is no YAML mapping."""
        try:
            text = self._path.read_text(encoding="utf-8-sig")
            if _TOO_DEEP.search(text) or "- " * _DEEP in text or "? " * _DEEP in text:
                raise PackError("nested too deeply", file=self.file, reason="deep")
            root = yaml.compose(text, Loader=_Loader)
        except OSError as error:
            raise PackError(
                error.strerror or "cannot be read", file=self.file, reason="unreadable"
            ) from error
        except ValueError as error:
            if isinstance(error, UnicodeDecodeError):
                raise PackError(
                    f"not UTF-8 text (byte {error.start})",
                    file=self.file,
                    reason="encoding",
                    given={"byte": error.start},
                ) from error
            raise PackError("no name of a file", file=self.file, reason="unreadable") from error
        except yaml.MarkedYAMLError as error:
            line = error.problem_mark.line + 1 if error.problem_mark else None
            raise PackError(f"not YAML: {error.problem}", file=self.file, line=line, reason="yaml") from error
        except yaml.YAMLError as error:
            problem = str(error).splitlines()[0]
            raise PackError(f"not YAML: {problem}", file=self.file, reason="yaml") from error
        except RecursionError as error:
            raise PackError("nested too deeply", file=self.file, reason="deep") from error
        if not isinstance(root, yaml.MappingNode):
            message = "a pack is a mapping with article, names, facts or topics"
            raise PackError(message, file=self.file, reason="mapping")
        self._built, self._most = 0, len(text) + _FEW_ALIASES
        return root

    def data(self) -> dict[str, Any]:
        """The file's content as plain dictionaries, lists and scalars; PackError where it is no pack at all."""
        return self._mapping(self._read(), 0)

    def fault(self, path: Sequence[str | int], message: str, reason: str, **given: object) -> PackError:
        """An error that names the file, the line and the field of `path`, with its reason and what is given for it."""
        line = self._line(path)
        return PackError(message, file=self.file, line=line, field=dotted(path), reason=reason, given=given)

    def _build(self, node: yaml.Node, depth: int) -> Any:  # noqa: ANN401  YAML holds anything
        if depth > _MAX_DEPTH:
            raise self._node_fault(node, "nested too deeply", "deep")
        self._built += 1
        if self._built > self._most:  # every node takes a character, unless aliases multiply it
            raise self._node_fault(node, "repeats itself by aliases too often", "aliases")
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, depth)
        if isinstance(node, yaml.SequenceNode):
            return [self._build(item, depth + 1) for item in node.value]
        return self._scalar(node)

    def _mapping(self, node: yaml.MappingNode, depth: int) -> dict[str, Any]:
        content: dict[str, Any] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise self._node_fault(key, "a key is a plain word", "key")
            if key.value in content:
                raise self._node_fault(
                    key, f"the key {key.value!r} is there twice", "key_twice", key=key.value
                )
            content[key.value] = self._build(value, depth + 1)
        return content

    def _scalar(self, node: yaml.Node) -> Any:  # noqa: ANN401
        value = str(node.value)
        match node.tag.rpartition(":")[2]:
            case "null":
                return None
            case "bool":
                return value.lower() == "true"
            case "int" | "float" if len(value) > _MAX_DIGITS:
                raise self._node_fault(node, f"the number {value[:_MAX_DIGITS]}… is too long", "long_number")
            case "int" | "float" as kind:
                try:
                    return int(value) if kind == "int" else float(value)
                except ValueError:
                    raise self._node_fault(
                        node, f"{value!r} is no {kind}", "no_figure", value=value
                    ) from None
            case "str":
                return value
        raise self._node_fault(node, f"the tag {node.tag} is not for packs", "tag", tag=node.tag)

    def _node_fault(self, node: yaml.Node, message: str, reason: str, **given: object) -> PackError:
        line = node.start_mark.line + 1
        return PackError(message, file=self.file, line=line, reason=reason, given=given)

    def _line(self, path: Sequence[str | int]) -> int | None:
        try:
            node: yaml.Node = self._read()
        except PackError:
            return None  # what was read once, as from a pipe, cannot be looked into again
        line = int(node.start_mark.line) + 1
        for step in path:
            if isinstance(node, yaml.MappingNode):
                found = next(((k, v) for k, v in node.value if k.value == step), None)
            elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
                found = (node.value[step], node.value[step])
            else:
                found = None
            if found is None:
                break
            line, node = int(found[0].start_mark.line) + 1, found[1]
        return line


class LoadedPack:
    """A checked pack together with the file it came from."""

    def __init__(self, source: Source, pack: Pack) -> None:
        """Keep both; the source says where a fact found wanting later on stands."""
        self.source = source
        self.pack = pack

    @property
    def file(self) -> str:
        """The file's path as it was given."""
        return self.source.file


def read_pack(path: Path, called: str | None = None) -> LoadedPack:
    """Read and check one pack by itself; where it is wrong, errors name its file, or what it is `called`.

    Raises PackError with file, line and field for anything a pack may not hold.
    That names and topics it speaks of exist is for `check_together` to see.
    """
    source = Source(path, called)
    data = source.data()
    if isinstance(data.get("facts"), list):
        article = data.get("article")
        above = {"article": article.get("id")} if isinstance(article, dict) else {}
        data["facts"] = [_with_inherited(fact, above) for fact in data["facts"]]
    try:
        pack = Pack.model_validate(data)
    except ValidationError as error:
        raise _first_fault(source, error) from error
    if pack.facts and pack.article is None:
        message = "facts need the article they come from, under 'article'"
        raise source.fault(["facts"], message, "no_article")
    _check_statements(source, pack)
    return LoadedPack(source, pack)


def _check_statements(source: Source, pack: Pack) -> None:
    """No sentence gives another figure than its fact."""
    for path, fact in walk_facts(pack):
        if fact.number is None or gives(fact.statement, fact.number):
            continue
        from knowledge.proposing.contradicting import Stated, given_instead  # noqa: PLC0415  seldom needed

        stated = Stated(fact.number, fact.of, fact.unit, fact.items)
        if figures := given_instead(fact.statement, stated):
            value, given = fact.value, ", ".join(figures)
            message = f"{value!r}, but the statement gives {given}; both have to give one figure"
            raise source.fault([*path, "value"], message, "contradiction", value=value, figures=given)


def _with_inherited(fact: Any, above: Mapping[str, Any]) -> Any:  # noqa: ANN401
    if not isinstance(fact, dict):
        return fact
    filled = {**above, **fact}
    if isinstance(fact.get("parts"), list):
        handed_on = {key: filled[key] for key in INHERITED if key in filled}
        filled["parts"] = [_with_inherited(part, handed_on) for part in fact["parts"]]
    return filled


def _first_fault(source: Source, error: ValidationError) -> PackError:
    """The first thing pydantic found, in words that name what is allowed."""
    first = error.errors(include_url=False)[0]
    path = list(first["loc"])
    reason, message = first["type"], first["msg"]
    given = {**first.get("ctx", {}), "read": _shown(first["input"])}
    path += [given["field"]] if "field" in given else []
    if reason == "extra_forbidden":
        given["allowed"] = ", ".join(_model_at(path[:-1]).model_fields)
        message = f"unknown key; allowed: {given['allowed']}"
    elif reason == "missing":
        message = "is missing"
    elif reason in _BY_PYDANTIC:
        message = f"{message[0].lower()}{message[1:]}, got {given['read']}"
    return source.fault(path, message, reason, **given)


_BY_PYDANTIC = frozenset(get_args(ErrorType))
"""The reasons that are not the models' own."""


def _model_at(path: Sequence[str | int]) -> type[Frozen]:
    words = [step for step in path if isinstance(step, str)]
    models: dict[str, type[Frozen]] = {
        "article": Article, "names": Name, "topics": Topic, "facts": Fact, "parts": Fact, "period": Period,
    }  # fmt: skip
    return models.get(words[-1], Pack) if words else Pack


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}…"  # noqa: PLR2004


def pack_files(paths: Iterable[Path]) -> list[Path]:
    """The YAML files that the paths name; a folder stands for those directly in it."""
    files: list[Path] = []
    for path in paths:
        if os.path.isdir(path):  # noqa: PTH112  which takes any name whatever for none
            found = sorted(p for p in path.iterdir() if p.suffix in (".yaml", ".yml"))
            if not found:
                raise PackError("holds no .yaml file", file=str(path), reason="no_packs")
            files += found
        else:
            files.append(path)
    return files


def dump_pack(pack: Pack) -> str:
    """A pack as YAML text that `read_pack` gives back equal."""
    return dump_data(pack_data(pack))


def pack_data(pack: Pack) -> dict[str, Any]:
    """A pack as plain dictionaries, lists and scalars, without what goes without saying."""
    data = {
        "article": _compact(pack.article) if pack.article else None,
        "names": [_compact(name) for name in pack.names],
        "topics": [_compact(topic) for topic in pack.topics],
        "facts": [_fact_entry(fact, {"article": fact.article}) for fact in pack.facts],
    }
    return {key: value for key, value in data.items() if value}


def dump_data(data: Mapping[str, Any]) -> str:
    """What `pack_data` gives as YAML text."""
    return yaml.dump(dict(data), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1_000_000)


def _compact(model: Frozen) -> dict[str, Any]:
    return model.model_dump(mode="json", exclude_defaults=True)


def _fact_entry(fact: Fact, above: Mapping[str, Any]) -> dict[str, Any]:
    entry = _compact(fact)
    handed_on = {key: entry.get(key) for key in INHERITED}
    for key in INHERITED:
        if key in above and entry.get(key) == above[key]:
            entry.pop(key, None)
        elif above.get(key) is not None and key not in entry:
            entry[key] = None
    if fact.parts:
        entry["parts"] = [_fact_entry(part, handed_on) for part in fact.parts]
    return entry


_AWKWARD = re.compile(r"[\x85\u2028\u2029\ufeff]|  |\s$|^\s")
"""What a plain scalar would not give back: other line ends, runs of spaces, spaces at the ends."""


_UNREADABLE = re.compile(r"[\x85\u2028\u2029\ufeff\r\t]")
"""What would not come back out of lines that are written as they stand."""


class _Dumper(yaml.SafeDumper):
    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002
        super().increase_indent(flow, indentless=False)


def _text_node(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    """Text, in quotes where our loader would read something else without them; several lines as they stand."""
    if "\n" in text and not _UNREADABLE.search(text):
        return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|")
    misread = any(pattern.fullmatch(text) for pattern in _TAGS.values()) or _AWKWARD.search(text)
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"' if misread else None)


_Dumper.add_representer(str, _text_node)


def walk_facts(pack: Pack) -> Iterator[tuple[list[str | int], Fact]]:
    """Every fact and part with its path in the file."""

    def under(
        path: list[str | int], facts: Sequence[Fact], key: str
    ) -> Iterator[tuple[list[str | int], Fact]]:
        for at, fact in enumerate(facts):
            here = [*path, key, at]
            yield here, fact
            yield from under(here, fact.parts, "parts")

    yield from under([], pack.facts, "facts")
