from framing.model.settings import Settings
from framing.rates.moments import Moments
from framing.rates.pairs import pair_test
from framing.rates.pool import DECLARED
from framing.rates.standings import find_standings
from framing.rates.sufficiency import bars


def source(*hits, tokens=400):
    par = Moments.of(hits, [tokens] * len(hits))
    return par, par.as_one_unit()


LONE = (Moments.of([40, 0, 0, 1], [6000, 300, 300, 300]),) * 2
CORPUS = {"high": source(12, 9, 11), "low": source(1, 0, 1), "note": source(0, tokens=19), "lone": LONE}


def standings(sources, short=()):
    found, families = find_standings({"d": sources}, {"d": DECLARED}, {"d": bars(sources, short)}, Settings())
    return {name: found["d", name] for name in sources}, families


def test_what_is_barred_has_no_rank_and_is_no_part_of_the_rest():
    found, _ = standings(CORPUS, short=["note"])
    assert (found["note"].ranks, found["lone"].ranks) == ((), ())
    assert len(found["high"].ranks) == len(found["low"].ranks) == 2
    # Of the two that count, the rest is the other one.
    pair = pair_test(CORPUS["high"], CORPUS["low"], DECLARED)
    assert found["high"].to_rest.equal.p_value == found["low"].to_rest.equal.p_value == pair.p_value


def test_what_is_barred_is_tested_in_families_of_its_own():
    found, families = standings(CORPUS, short=["note"])
    assert [(family.name, family.tests) for family in families] == [
        ("sources", 2),
        ("sources_insufficient_tokens", 1),
        ("sources_dominated", 1),
    ]
    assert families[0].found == 2
    assert [family.found for family in families[1:]] == [0, 0]
    # One test alone has its own p-value for q.
    for name in ("note", "lone"):
        assert found[name].q == found[name].to_rest.equal.p_value


def test_no_hit_no_rank():
    found, _ = standings({"a": source(0, 0), "b": source(0, 0, 0)})
    assert {one.ranks for one in found.values()} == {()}
    assert {one.q for one in found.values()} == {None}
