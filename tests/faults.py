"""Every way we can think of in which one line of a pack goes wrong."""

from dataclasses import dataclass
from pathlib import Path

HERE = "# here"


@dataclass(frozen=True)
class Fault:
    """`old` in the pack becomes `new`; the error names the line of `new` that ends in HERE, and `field`."""

    old: str
    new: str
    field: str
    message: str = ""

    def __str__(self) -> str:
        """The change, as the name of a test."""
        return f"{self.new.replace(HERE, '').strip()[:50]}".replace("\n", " ").strip()

    def put_into(self, file: Path) -> Path:
        """The file with the fault in it."""
        text = file.read_text(encoding="utf-8")
        assert self.old in text
        file.write_text(text.replace(self.old, self.new, 1), encoding="utf-8")
        return file

    def line_in(self, file: Path) -> int:
        """The number of the line that is marked."""
        [line] = [
            at for at, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1) if HERE in line
        ]
        return line


def _fact(old: str, new: str, field: str, message: str = "") -> Fault:
    return Fault(old, f"{new}  {HERE}", field, message)


GOOD = """
article: {id: good, about: "việc khác", published: 2024-01-01}
names: [{id: bai-quyen, name: "Bãi Quyên", kind: place}]
topics: [{id: thuyen, label: "Thuyền", phrases: ["thuyền"]}]
facts: [{id: good/thuyen, subject: bai-quyen, topic: thuyen, kind: count, value: 4, statement: "Bãi Quyên có 4 thuyền."}]
"""
"""A pack without a fault, that must not be kept where its neighbour has one."""

NAMES = """
names:
  - {id: ta-thi-mo, name: "Tạ Thị Mơ", kind: person, aliases: ["bà Mơ"]}
"""
_NAME = "  - {id: bai-lo, name: 'Bãi Lở', kind: place, part_of: %s}"
_UNIT = '    unit: "cầu treo"\n'
_LAST = '    items: ["Tạ Thị Mơ"]\n'

UNKNOWN_KEYS = [
    Fault("names:\n", f"sources: []  {HERE}\nnames:\n", "sources", "allowed: article, names, facts, topics"),
    Fault("  title:", f"  subtitle: x  {HERE}\n  title:", "article.subtitle", "allowed: id, title"),
    Fault("  title:", f"  ghi chú: x  {HERE}\n  title:", "article.ghi chú", "allowed: id, title"),
    Fault(
        "    part_of:",
        f"    part-of: dang-van  {HERE}\n    part_of:",
        "names[3].part-of",
        "allowed: id, name, kind",
    ),
    Fault(_UNIT, f"{_UNIT}    float: 1  {HERE}\n", "facts[0].float", "allowed: id, article, subject"),
    Fault(_UNIT, f"{_UNIT}    colour: red  {HERE}\n", "facts[0].colour", "allowed: id, article, subject"),
    Fault(
        "        value: 12\n",
        f"        value: 12\n        colour: red  {HERE}\n",
        "facts[0].parts[0].colour",
        "allowed: id, article",
    ),
    _fact(
        "as_of: 2024-05-06}",
        "as_of: 2024-05-06, until: x}",
        "facts[0].period.until",
        "allowed: label, since, as_of",
    ),
    Fault(
        "names:\n",
        f"topics:\n  - {{id: t, label: T, icon: x}}  {HERE}\nnames:\n",
        "topics[0].icon",
        "allowed: id, label, phrases",
    ),
]

UNKNOWN_NEIGHBOURS = [
    _fact("topic: khanh-thanh", "topic: khanh-tan", "facts[3].topic", "'khanh-tan' is no known topic"),
    _fact("subject: hoi-den", "subject: hoi-hoa", "facts[2].subject", "'hoi-hoa' is no known name"),
    Fault(
        "        value: 5\n",
        f"        value: 5\n        subject: hoi-hoa  {HERE}\n",
        "facts[0].parts[1].subject",
        "'hoi-hoa'",
    ),
    Fault(
        "names:\n", f"names:\n{_NAME % 'bai-xa'}  {HERE}\n", "names[0].part_of", "'bai-xa' is no known name"
    ),
    Fault("names:\n", f"names:\n{_NAME % 'bai-lo'}  {HERE}\n", "names[0].part_of", "part of itself"),
    Fault(
        "names:\n",
        f"names:\n{_NAME % 'bai-boi'}  {HERE}\n  - {{id: bai-boi, name: 'Bãi Bồi', kind: place, part_of: bai-lo}}\n",
        "names[0].part_of",
        "part of itself",
    ),
    _fact("id: dang-van-2024/nghe-nhan", "id: dang-van-2024/den-long", "facts[4].id", "is there twice"),
    _fact("id: dang-van-2024/nghe-nhan", "id: dang-van-2024/cau-treo/go", "facts[4].id", "is there twice"),
    _fact(
        "id: dang-van-2024/nghe-nhan",
        "id: suoi-ram-2025/cau-treo",
        "facts[4].id",
        "belongs to the article 'suoi-ram-2025-02-03'",
    ),
    Fault(
        _LAST,
        f"{_LAST}    article: suoi-ram-2025-02-03  {HERE}\n",
        "facts[4].article",
        "is not this pack's article",
    ),
    _fact(
        'name: "Tạ Thị Mơ", kind: person, aliases: ["bà Mơ"]}',
        'name: "Tạ Thị Mận", kind: person}',
        "names[2].name",
        "known already",
    ),
    Fault(
        "names:\n",
        f"topics: [{{id: cau-treo, label: 'Cầu phao'}}]  {HERE}\nnames:\n",
        "topics[0].label",
        "known already",
    ),
]

SUMS = [
    Fault(
        "  - id: dang-van-2024/cau-treo\n    subject: dang-van\n    topic: cau-treo\n    kind: count\n    value: 17\n",
        f"  - id: dang-van-2024/cau-treo  {HERE}\n    subject: dang-van\n    topic: cau-treo\n    kind: count\n    value: 18\n",
        "facts[0]",
        "the parts add up to 17, not to 18",
    ),
    Fault(
        "  - id: dang-van-2024/den-long\n", f"  - id: dang-van-2024/den-long  {HERE}\n    complete: true\n", "facts[2]", "add up"
    ),
    Fault(
        "  - id: dang-van-2024/cau-treo-moi\n", f"  - id: dang-van-2024/cau-treo-moi  {HERE}\n    complete: true\n", "facts[1]",
        "a not_stated has no figure",
    ),
]  # fmt: skip

VALUES = [
    *(
        _fact("value: 17", f"value: {wrong}", "facts[0].value")
        for wrong in (
            "true", "False", ".nan", ".inf", "-.inf", "1e999", "mười bảy", "no", "12:30", "0x11", "1_7", "1,7", '"17"', "[17]",
            "{a: 17}", "null", "", "!!str 17", "2024-05-06",
        )
    ),
    *(
        _fact('value: "2024-03"', f"value: {wrong}", "facts[3].value", "" if "[" in wrong else "ISO day or month")
        for wrong in ('"2024-13"', "2024-02-30", '"3/2024"', "2024", "null", '"2024-03-01T00:00"', '"tháng ba"')
    ),
    *(_fact("of: 100", f"of: {wrong}", "facts[2].of") for wrong in ("true", ".inf", "1e999", "nhiều", "[]", '"100 chiếc"')),
    _fact("value: 86.5", "value: 68.5", "facts[2].value", "68.5, but the statement gives 86,5%; both"),
    Fault(_UNIT, f"{_UNIT}    of: 20  {HERE}\n", "facts[0].of", "only a share is of something"),
    Fault(_LAST, f"{_LAST}    value: Mơ  {HERE}\n", "facts[4].value", "a person has no value"),
    Fault("kind: not_stated\n", f"kind: statement\n    value: 3  {HERE}\n", "facts[1].value", "a statement has no value"),
]  # fmt: skip

FIELDS = [
    *(
        _fact("published: 2024-05-06T07:30:00+07:00", f"published: {wrong}", "article.published")
        for wrong in (
            "hôm qua",
            "2024",
            '"2024"',
            "20240506",
            "06/05/2024",
            "2024-02-30",
            "true",
            "null",
            "[]",
        )
    ),
    *(
        _fact("as_of: 2024-05-06}", f"as_of: {wrong}}}", "facts[0].period.as_of")
        for wrong in ("0", "20240506", "2024-02-30", "tháng 4", "2024-05-06T07:30:00", "true")
    ),
    _fact(
        "since: 2023-01-01, as_of: 2023-12-31}",
        "since: 2024-01-01, as_of: 2023-12-31}",
        "facts[2].period",
        "is after",
    ),
    _fact("kind: date", "kind: day", "facts[3].kind", "'count', 'share'"),
    _fact("kind: organisation", "kind: club", "names[3].kind", "'place', 'person'"),
    *(
        _fact("paragraph: 4", f"paragraph: {wrong}", "facts[4].paragraph")
        for wrong in ("-1", "true", "1.5", "bốn", "[4]")
    ),
    _fact("complete: true", "complete: maybe", "facts[0].complete"),
    _fact("id: dang-van-2024-05-06", "id: Đăng Vân", "article.id"),
    _fact("id: dang-van-2024-05-06", "id: 12", "article.id"),
    _fact('items: ["Tạ Thị Mơ"]', 'items: "Tạ Thị Mơ"', "facts[4].items"),
    _fact('items: ["Tạ Thị Mơ"]', "items: [Tạ Thị Mơ, null]", "facts[4].items[1]"),
    _fact('items: ["Tạ Thị Mơ"]', 'items: [" "]', "facts[4].items[0]"),
    _fact('url: "https://thu-nghiem.example/dang-van"', 'url: "javascript:alert(1)"', "article.url"),
    _fact('title: "Đăng Vân thắp đèn đón khách"', 'title: "a\\0b"', "article.title", "control character"),
    _fact('title: "Đăng Vân thắp đèn đón khách"', 'title: "a\\nb"', "article.title", "line break"),
    Fault("facts:\n", f"facts: x  {HERE}\nsources:\n", "facts"),
    Fault("facts:\n", f"facts:\n  - null  {HERE}\n", "facts[0]"),
    Fault("    parts:\n", f"    parts:\n      - 3  {HERE}\n", "facts[0].parts[0]"),
    Fault(
        "names:\n",
        f"topics: [{{id: t, label: T, examples: ['{{places}} có gì']}}]  {HERE}\nnames:\n",
        "topics[0].examples",
        "{places}",
    ),
]

FAULTS = [*UNKNOWN_KEYS, *UNKNOWN_NEIGHBOURS, *SUMS, *VALUES, *FIELDS]
