"""What operators watch, in Prometheus' terms; everything is counted in one registry of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, Metric
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

from knowledge.models import Answer

_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300)


class Metrics:
    """Counters and gauges of one running bot."""

    def __init__(self) -> None:
        """Start at zero."""
        self.registry = CollectorRegistry()
        self.updates = Counter(
            "hoidap_updates", "Updates taken in, by kind.", ["kind"], registry=self.registry
        )
        self.repeated = Counter(
            "hoidap_updates_repeated",
            "Updates that came again and were not taken twice.",
            registry=self.registry,
        )
        self.answers = Counter(
            "hoidap_answers", "Answers given, by status.", ["status"], registry=self.registry
        )
        self.latency = Histogram(
            "hoidap_update_seconds", "From taking an update in to having dealt with it.",
            buckets=_SECONDS, registry=self.registry,
        )  # fmt: skip
        self.errors = Counter(
            "hoidap_errors", "Updates that failed, by kind of error.", ["kind"], registry=self.registry
        )
        self.requests = Counter(
            "hoidap_telegram_requests", "Requests to Telegram, by method and outcome.", ["method", "outcome"],
            registry=self.registry,
        )  # fmt: skip
        self.notices = Counter(
            "hoidap_notices", "Notices tried, by what became of them.", ["outcome"], registry=self.registry
        )

    def answered(self, answer: Answer) -> None:
        """Count an answer."""
        self.answers.labels(answer.status).inc()

    def watch(self, name: str, meaning: str, read: Callable[[], float]) -> None:
        """A gauge that is read when somebody looks at it."""
        Gauge(name, meaning, registry=self.registry).set_function(read)

    def watch_states(self, name: str, meaning: str, read: Callable[[], dict[str, int]]) -> None:
        """A gauge for each state, all read at once when somebody looks."""
        self.registry.register(_States(name, meaning, read))


class _States(Collector):
    def __init__(self, name: str, meaning: str, read: Callable[[], dict[str, int]]) -> None:
        self._name, self._meaning, self._read = name, meaning, read

    def collect(self) -> Iterator[Metric]:
        gauge = GaugeMetricFamily(self._name, self._meaning, labels=["state"])
        for state, count in self._read().items():
            gauge.add_metric([state], count)
        yield gauge
