"""Reading a Dockerfile: instructions, flags and stages, as far as ours needs it."""

import json
import re
import shlex
from dataclasses import dataclass
from pathlib import Path

KNOWN = frozenset(
    "ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL RUN SHELL STOPSIGNAL USER VOLUME WORKDIR".split()
)


@dataclass(frozen=True)
class Instruction:
    """One instruction, its flags and what follows them, in one line."""

    name: str
    flags: dict[str, str]
    value: str

    @property
    def words(self) -> list[str]:
        """What follows, as a shell would split it."""
        return shlex.split(self.value)

    @property
    def command(self) -> list[str]:
        """The exec form; ValueError for the shell form."""
        found = json.loads(self.value)
        if not isinstance(found, list) or not all(isinstance(word, str) for word in found):
            raise ValueError(f"{self.value}: not in exec form")
        return found


@dataclass(frozen=True)
class Stage:
    """What one FROM begins."""

    base: str
    name: str | None
    instructions: list[Instruction]

    def all(self, name: str) -> list[Instruction]:
        """The instructions of a name, in order."""
        return [one for one in self.instructions if one.name == name]

    def last(self, name: str) -> Instruction:
        """The one that counts where an instruction may be repeated."""
        return self.all(name)[-1]

    @property
    def environment(self) -> dict[str, str]:
        """What ENV sets."""
        return dict(word.split("=", 1) for one in self.all("ENV") for word in one.words)

    @property
    def health(self) -> list[str]:
        """The command of the health check."""
        return Instruction("CMD", {}, self.last("HEALTHCHECK").value.removeprefix("CMD")).command


def stages(path: Path) -> list[Stage]:
    """The stages of a Dockerfile, build arguments filled in with their defaults."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    text = re.sub(r"\\\n\s*", "", "\n".join(lines))
    instructions = [_instruction(line) for line in text.splitlines() if line.strip()]
    arguments = dict(one.value.split("=", 1) for one in instructions if one.name == "ARG")
    found: list[Stage] = []
    for one in instructions:
        if one.name == "FROM":
            base, _, name = one.value.partition(" AS ")
            filled = re.sub(r"\$\{(\w+)\}", lambda match: arguments[match[1]], base)
            found.append(Stage(filled, name or None, []))
        elif found:
            found[-1].instructions.append(one)
    return found


def _instruction(line: str) -> Instruction:
    name, _, rest = line.partition(" ")
    flags: dict[str, str] = {}
    while match := re.match(r"\s*--([\w-]+)=(\S+)\s*", rest):
        flags[match[1]] = match[2]
        rest = rest[match.end() :]
    return Instruction(name, flags, rest.strip())
