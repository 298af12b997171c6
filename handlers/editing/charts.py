"""A picture of how many questions there were each day; drawn with matplotlib, where that is installed."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from handlers.editing import teaching_texts as texts
from knowledge.store.statistics import Asking

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_ANSWERED, _OTHERS, _INK, _GRID = "#2f6fb0", "#e0a458", "#333333", "#dddddd"
_INCHES, _DOTS = (6.25, 3.125), 160
_DAYS_APART = 5
_LEAST_TOP = 4


class NoChartsError(Exception):
    """matplotlib is not installed"""


def draw(days: Sequence[tuple[date, Asking]]) -> bytes:
    """The days as bars of a PNG picture, the answered part of each below; NoChartsError without matplotlib.

    Takes seconds, so it is for a thread; nothing is shared with other drawings.
    """
    try:
        from matplotlib.figure import Figure  # noqa: PLC0415  an extra, and slow to import
    except ImportError as error:
        raise NoChartsError from error
    figure = Figure(figsize=_INCHES, dpi=_DOTS, layout="constrained")
    axes = figure.add_subplot()
    _bars(axes, days)
    _frame(axes, days)
    picture = io.BytesIO()
    figure.savefig(picture, format="png")
    return picture.getvalue()


def _bars(axes: Axes, days: Sequence[tuple[date, Asking]]) -> None:
    at = range(len(days))
    answered = [asking.answered for _day, asking in days]
    others = [asking.asked - asking.answered for _day, asking in days]
    axes.bar(at, answered, color=_ANSWERED, label=texts.CHART_ANSWERED)
    axes.bar(at, others, bottom=answered, color=_OTHERS, label=texts.CHART_OTHERS)


def _frame(axes: Axes, days: Sequence[tuple[date, Asking]]) -> None:
    marked = range(len(days) - 1, -1, -_DAYS_APART)
    style: dict[str, Any] = {"color": _INK, "fontfamily": "DejaVu Sans"}
    axes.set_title(
        texts.CHART_TITLE.format(first=f"{days[0][0]:%d/%m}", last=f"{days[-1][0]:%d/%m/%Y}"), **style
    )
    axes.set_ylabel(texts.CHART_QUESTIONS, **style)
    axes.set_xticks(list(marked), [f"{days[at][0]:%d/%m}" for at in marked], **style)
    axes.set_ylim(0, max(_LEAST_TOP, *(asking.asked * 1.25 for _day, asking in days)))
    axes.locator_params(axis="y", integer=True)
    axes.grid(axis="y", color=_GRID)
    axes.set_axisbelow(True)
    axes.spines[["top", "right"]].set_visible(False)
    axes.legend(loc="upper left", ncols=2, frameon=False, prop={"family": "DejaVu Sans"})
