"""Whether a fact tells of something else than a question with nearly its words asks for: what may be so, by kind of fact."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from knowledge.models import Kind
from knowledge.near_misses import (
    acts,
    contents,
    counts,
    documents,
    doers,
    dues,
    ends,
    ends_of_gifts,
    harm,
    means,
    money,
    offices,
    opposites,
    parties,
    places,
    posts,
    ranks,
    shares,
    sizes,
    some_only,
    steps,
    times,
)
from knowledge.near_misses.pairing import Pairing
from knowledge.near_misses.rules import Rule, that_concern

_OF_ANY: tuple[Rule, ...] = (
    parties.swaps_parties,
    parties.gives_to_its_giver,
    ends_of_gifts.is_of_the_other_end,
    ends_of_gifts.was_given_to_those,
    ends_of_gifts.was_taken_in_there,
    ends.swaps_ends,
    places.lists_no_people,
    ends.was_made_of_others,
    doers.is_done_by_another,
    times.is_over,
    times.is_not_told_to_last,
    times.is_of_another_part_of_the_day,
    times.was_so_formerly,
    times.is_of_another_part_of_the_term,
    times.is_so_now,
    times.is_of_another_term,
    times.is_since_it_was_left,
    times.is_what_was_left,
    places.names_no_place,
    places.tells_no_way,
    places.is_of_what_it_became,
    places.is_of_a_body_there,
    places.is_done_by_the_wider,
    documents.is_of_another_document,
    documents.tells_of_no_signing,
    documents.is_of_another_owner,
    offices.is_of_another_department,
    opposites.is_of_the_opposite,
    acts.is_another_oversight,
    ranks.is_of_those_below,
)
_OF_FIGURES: tuple[Rule, ...] = (
    acts.counts_what_is_gone,
    contents.lists_no_names,
    contents.tells_nothing_said,
    harm.counts_what_came_to_harm,
    doers.had_done_to_them_what_they_did,
    doers.does_what_it_is_for,
    doers.suffers_what_it_does,
    doers.does_what_they_suffered,
    doers.counts_those_it_was_done_to,
    doers.counts_who_took_part,
    dues.is_of_another_duty,
    steps.is_only_proposed,
    steps.is_only_suspected,
    steps.is_counted_as_put_forward,
    steps.is_only_learning,
    money.is_no_money,
    money.is_no_sum,
    money.is_of_some_people,
    money.is_no_cost,
    money.is_what_one_costs,
    money.is_asked_for_money,
    money.is_what_came_in,
    counts.tells_no_doing,
    counts.counts_who_serves,
    counts.is_of_all_who_gave,
    counts.is_got_by_others,
    some_only.is_of_those_of_a_kind,
    some_only.counts_but_turns,
    some_only.is_of_all_that_are_listed,
    ends.goes_to_no_such_place,
    ends_of_gifts.tells_of_no_getting,
    ends_of_gifts.is_got_from_those,
    ends_of_gifts.did_it_to_so_many,
    ends_of_gifts.is_done_on_no_such_level,
    counts.is_of_another_age,
    counts.came_on_top,
    counts.is_what_it_is_lessened_by,
    counts.was_only_mended,
    counts.counts_where_it_is_done,
    counts.counts_who_did_it,
    counts.counts_two_together,
    counts.is_mostly_of_it,
    sizes.is_no_size,
    sizes.is_no_span,
    sizes.is_of_what_was_done,
    sizes.is_of_something_there,
    counts.is_of_each,
    places.went_the_other_way,
    times.is_of_other_months,
    times.is_of_the_first,
    times.tells_no_start,
)
_OF_SHARES: tuple[Rule, ...] = (
    shares.is_share_of_what_is_asked,
    shares.is_share_of_others,
    shares.is_share_of_another_kind,
    shares.is_share_of_some_people,
    some_only.is_share_of_those_only,
)
_OF_DAYS: tuple[Rule, ...] = (
    sizes.tells_no_size,
    contents.is_no_content,
    contents.is_no_aspect,
    means.is_but_a_day,
    acts.is_day_of_another_act,
    times.is_of_another_end,
    times.is_day_of_something_else,
    times.is_only_foretold,
    times.is_of_another_school_year,
)
_OF_OTHERS: tuple[Rule, ...] = (
    sizes.tells_no_size,
    contents.tells_nothing_said,
    contents.is_of_another_aspect,
    contents.lists_no_names,
    contents.is_of_whom,
    doers.is_done_but_by_name,
    doers.is_held_by_others,
    means.tells_no_means,
    means.tells_no_purpose,
    means.tells_not_what_for,
    posts.is_of_another_post,
    offices.is_of_another_office,
    offices.is_of_another_body,
    posts.is_done_to_its_holder,
    posts.is_but_who_says_so,
    times.tells_no_start,
)
_RULES: Mapping[Kind, tuple[Rule, ...]] = MappingProxyType(
    {
        "count": (*_OF_FIGURES, *_OF_ANY),
        "share": (*_OF_SHARES, *_OF_FIGURES, *_OF_ANY),
        "date": (*_OF_DAYS, posts.is_of_another_post, *_OF_ANY),
        "person": (
            contents.is_no_content,
            contents.is_no_aspect,
            places.names_a_person,
            places.names_no_body,
            doers.is_who_had_it_done,
            posts.tells_only_who_one_is,
            *_OF_OTHERS,
            *_OF_ANY,
        ),
        "list": (
            places.lists_no_places,
            places.names_but_a_place,
            places.names_only_what_was_said,
            *_OF_OTHERS,
            *_OF_ANY,
        ),
        "statement": (
            posts.tells_only_who_one_is,
            posts.tells_only_what_one_said,
            counts.tells_only_some,
            *_OF_OTHERS,
            *_OF_ANY,
        ),
        "not_stated": (),
    }
)


_CONCERNING = {kind: that_concern(rules) for kind, rules in _RULES.items()}
"""For each kind of fact, the reading of a question that chooses the rules."""


def tells_otherwise(pairing: Pairing) -> bool:
    """Whether a fact tells of something else than a question with nearly the same words asks for."""
    rules = pairing.question.once(_CONCERNING[pairing.fact.kind])
    return any(holds(pairing) for holds in rules)
