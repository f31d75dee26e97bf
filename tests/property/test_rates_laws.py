"""Laws of rates: what holds for every input."""

import itertools
import math

import numpy as np
import pytest
import scipy.special  # noqa: F401, loaded here: 0.14 s would come off the first example's deadline
from hypothesis import assume, given
from hypothesis import strategies as st

from framing.rates.breadth import breadth, rarefied
from framing.rates.interval import articles_only_interval, rate_interval
from framing.rates.moments import Moments, merge_short
from framing.rates.pairs import pair_test, pair_tests, sides
from framing.rates.pool import Pool, moderated, pool_constants
from framing.rates.prior import estimated_prior
from framing.rates.ranks import rank_probabilities
from framing.rates.rest import ratios_to_rest
from framing.rates.shrink import posterior_mean, shrunk_rate

paragraphs = st.lists(st.tuples(st.integers(0, 12), st.integers(1, 300)), min_size=1, max_size=8)
pools = st.builds(
    Pool, st.floats(1, 4), st.floats(0, 1), st.just(value=False), st.floats(0, 0.7), outlets=st.booleans()
)
levels = st.floats(0.5, 0.999)


@st.composite
def sources(draw, articles=6):
    par, art = Moments.zero(), Moments.zero()
    for article in draw(st.lists(paragraphs, min_size=1, max_size=articles)):
        one = Moments.of_article([y for y, _ in article], [n for _, n in article])
        par, art = par + one, art + one.as_one_unit()
    return par, art


class TestMomentsMerge:
    """Moments add: any split of the units, in any order, gives the same sums."""

    unit_lists = st.lists(st.tuples(st.integers(0, 2**40), st.integers(1, 2**40)), max_size=6)

    @given(unit_lists, unit_lists, unit_lists)
    def test_like_concatenation(self, a, b, c):
        x, y, z = (Moments.of([u for u, _ in units], [v for _, v in units]) for units in (a, b, c))
        whole = Moments.of([u for u, _ in a + b + c], [v for _, v in a + b + c])
        assert (x + y) + z == x + (y + z) == z + y + x == sum([x, y, z], Moments.zero()) == whole

    @given(sources())
    def test_zero_is_neutral(self, source):
        assert source[0] + Moments.zero() == Moments.zero() + source[0] == source[0]

    @given(sources())
    def test_spread_is_never_negative(self, source):
        assert source[0].SS >= 0
        assert 0 < source[0].D <= 1

    @given(paragraphs, st.integers(1, 40))
    def test_scaling_every_unit_keeps_phi_over_hits(self, units, k):
        """Each unit k times over in hits and tokens: phi grows by k, D stays."""
        one = Moments.of([y for y, _ in units], [n for _, n in units])
        many = Moments.of([k * y for y, _ in units], [k * n for _, n in units])
        assert math.isclose(many.D, one.D)
        assert many.phi is one.phi is None or math.isclose(many.phi, k * one.phi, abs_tol=1e-12)


class TestNeighbours:
    """What neighbours share is a matter of the articles alone: no order or split of articles changes it."""

    articles = st.lists(st.lists(st.tuples(st.integers(0, 2**40), st.integers(1, 2**40)), max_size=5), max_size=5)

    @given(articles, st.randoms())
    def test_articles_in_any_order_and_split(self, articles, random):
        each = [Moments.of_article([y for y, _ in units], [n for _, n in units]) for units in articles]
        shuffled = random.sample(each, len(each))
        cut = random.randint(0, len(each))
        halves = sum(shuffled[:cut], Moments.zero()) + sum(shuffled[cut:], Moments.zero())
        assert halves == sum(each, Moments.zero())

    @given(paragraphs)
    def test_reading_backwards_changes_nothing(self, units):
        there, back = (Moments.of_article(*zip(*order, strict=True)) for order in (units, units[::-1]))
        assert there == back

    @given(paragraphs)
    def test_an_article_with_itself_is_twice_the_article(self, units):
        once = Moments.of_article(*zip(*units, strict=True))
        assert ((once + once).excess, (once + once).shared) == (2 * once.excess, 2 * once.shared)

    @given(paragraphs, st.integers(0, 8))
    def test_a_paragraph_without_a_token_is_no_neighbour(self, units, at):
        silent = [*units[:at], (0, 0), *units[at:]]
        there, back = (Moments.of_article(*zip(*order, strict=True)) for order in (units, silent))
        assert there == back


class TestMergeShort:
    """Merging short paragraphs loses nothing and leaves none short."""

    @given(paragraphs, st.integers(1, 60))
    def test_sums_stay_and_none_is_short(self, units, shortest):
        y, n = merge_short([a for a, _ in units], [b for _, b in units], shortest)
        assert (y.sum(), n.sum()) == (sum(a for a, _ in units), sum(b for _, b in units))
        assert len(n) == 1 or n.min() >= shortest

    @given(paragraphs, st.integers(1, 60))
    def test_twice_is_once(self, units, shortest):
        once = merge_short([a for a, _ in units], [b for _, b in units], shortest)
        assert [part.tolist() for part in merge_short(*once, shortest)] == [part.tolist() for part in once]


class TestPool:
    """Constants stay in their ranges, and do not know the order of sources."""

    @given(st.lists(sources(3), min_size=1, max_size=12))
    def test_ranges_and_order(self, corpus):
        found = pool_constants(corpus)
        assert found.phi0 >= 1
        assert 0 <= found.c0_squared <= 1
        turned = pool_constants(corpus[::-1])
        assert (turned.phi0, turned.c0_squared) == (
            pytest.approx(found.phi0),
            pytest.approx(found.c0_squared),
        )

    @given(sources(), pools)
    def test_phi_mod_lies_between_own_and_prior_or_at_one(self, source, pool):
        par, art = source
        phi, nu = moderated(par, art, pool)
        prior = pool.phi0 if art.units == 1 else pool.phi0 + pool.c0_squared * art.D * art.y
        own = (par if art.units == 1 else art).phi
        own = prior if own is None else own
        g = pool.g(par.units) if art.units == 1 else 1
        assert 1 - 1e-9 <= g <= par.units + 1e-9
        low, high = (1 + g * (max(1, phi) - 1) for phi in sorted((own, prior)))
        assert low - 1e-9 <= phi <= high + 1e-9
        assert nu > 1


class TestIntervals:
    """An interval holds its rate and widens with its level."""

    @given(sources(), pools, levels, levels)
    def test_contains_and_widens(self, source, pool, one, other):
        par, art = source
        narrow, wide = (rate_interval(par, art, pool, level) for level in sorted((one, other)))
        assert narrow.label == wide.label
        if narrow.low is not None:
            assert 0 <= wide.low <= narrow.low <= par.rate <= narrow.high <= wide.high
            assert narrow.low < narrow.high

    @given(sources(), pools, levels, st.floats(0, 0.7))
    def test_alike_neighbours_never_narrow_it(self, source, pool, level, rho):
        low, high = sorted((rho, pool.rho0))
        narrow, wide = (
            articles_only_interval(source[0], Pool(pool.phi0, pool.c0_squared, declared=False, rho0=value), level)
            for value in (low, high)
        )
        assert wide.low <= narrow.low * (1 + 1e-9)
        assert narrow.high <= wide.high * (1 + 1e-9)

    @given(sources(), pools, levels)
    def test_of_one_article_both_intervals_are_one(self, source, pool, level):
        par, _ = source
        found, fixed = (
            rate_interval(par, par.as_one_unit(), pool, level),
            articles_only_interval(par, pool, level),
        )
        assert (found.low, found.high) == (fixed.low, fixed.high)


class TestPairs:
    """R2 is antisymmetric, and its test and its interval are one."""

    @given(sources(), sources(), pools, levels)
    def test_swapping_inverts(self, a, b, pool, level):
        there, back = pair_test(a, b, pool, level), pair_test(b, a, pool, level)
        if there is None:
            assert back is None
            return
        assert back.ratio == (pytest.approx(1 / there.ratio) if there.ratio else math.inf)
        assert there.p_value == pytest.approx(back.p_value)
        assert there.p_greater == pytest.approx(1 - back.p_greater)
        assert back.high == (pytest.approx(1 / there.low) if there.low > 0 else math.inf)
        assert back.low == pytest.approx(0 if math.isinf(there.high) else 1 / there.high)

    @given(sources(), sources(), pools)
    def test_p_values_swap_to_the_last_bit(self, a, b, pool):
        """An order of names must not decide which of two pairs at the threshold is told apart."""
        there, back = pair_test(a, b, pool), pair_test(b, a, pool)
        assert there is back is None or there.p_value == back.p_value

    @given(st.lists(sources(2), min_size=2, max_size=6), pools, levels)
    def test_many_pairs_are_the_pairs_one_by_one(self, corpus, pool, level):
        corpus = [source for source in corpus if source[0].y]
        assume(len(corpus) > 1)
        a, b = (index.ravel() for index in np.indices((len(corpus), len(corpus))))
        found = pair_tests(sides(corpus, pool), a, b, level)
        for i, (left, right) in enumerate(zip(a, b, strict=True)):
            one = pair_test(corpus[left], corpus[right], pool, level)
            assert [column[i] for column in found] == [getattr(one, name) for name in found._fields]

    @given(sources(), sources(), pools, levels)
    def test_significant_if_and_only_if_one_is_outside(self, a, b, pool, level):
        found = pair_test(a, b, pool, level)
        assume(found is not None)
        assume(abs(found.p_value - (1 - level)) > 1e-9)
        assert (found.p_value < 1 - level) == (not found.low <= 1 <= found.high)
        assert (found.p_greater > 0.5) == (found.p_value < 1 and a[0].rate > b[0].rate)

    @given(sources(), sources(), pools, levels, levels)
    def test_holds_the_plain_ratio_and_widens(self, a, b, pool, one, other):
        narrow, wide = (pair_test(a, b, pool, level) for level in sorted((one, other)))
        assume(narrow is not None)
        plain = a[0].rate / b[0].rate if b[0].y else math.inf
        assert wide.low <= narrow.low * (1 + 1e-12)
        assert narrow.low <= plain * (1 + 1e-12)
        assert plain <= narrow.high * (1 + 1e-12)
        assert narrow.high <= wide.high * (1 + 1e-12)


class TestRanks:
    """Each source has one rank, and each rank one source."""

    member = st.tuples(st.floats(-9, -2), st.floats(math.log(0.02), math.log(2)).map(math.exp), st.floats(1, 200))

    @given(st.lists(member, min_size=1, max_size=9))
    def test_rows_and_columns_sum_to_one(self, corpus):
        table = rank_probabilities(*zip(*corpus, strict=True))
        assert all(0 <= p <= 1 + 1e-9 for row in table for p in row)
        assert [sum(row) for row in table] == pytest.approx([1] * len(corpus))
        assert [sum(column) for column in zip(*table, strict=True)] == pytest.approx([1] * len(corpus), abs=1e-7)

    @given(member, member, st.floats(0.1, 3))
    def test_a_higher_rate_ranks_higher(self, a, b, step):
        before = rank_probabilities(*zip(a, b, strict=True))[0][0]
        after = rank_probabilities(*zip((a[0] + step, *a[1:]), b, strict=True))[0][0]
        assert after >= before - 1e-9  # the digits that are promised; beyond them it is rounding


class TestRest:
    """The log ratio to the rest lies in its interval, whose p-value agrees."""

    @given(st.lists(sources(3), min_size=2, max_size=5), pools, levels)
    def test_interval_and_test_agree(self, corpus, pool, level):
        ratios = ratios_to_rest(corpus, pool, level)[0]
        assume(ratios is not None)
        for found in ratios:
            low = -math.inf if found.low is None else found.low
            high = math.inf if found.high is None else found.high
            assert low < high
            assert found.value is None or low <= found.value <= high
            assume(abs(found.p_value - (1 - level)) > 1e-9)
            assert (found.p_value < 1 - level) == (not low <= 0 <= high)

    @given(sources(), sources(), pools)
    def test_of_two_sources_it_is_antisymmetric_and_both_references_are_one(self, a, b, pool):
        there, back = ratios_to_rest([a, b], pool)
        assume(there is not None)
        for one in there:
            for other in back:
                assert (other.value, other.low, other.high) == tuple(
                    None if value is None else pytest.approx(-value, abs=1e-9)
                    for value in (one.value, one.high, one.low)
                )

    @given(st.lists(sources(3), min_size=2, max_size=5), pools, st.randoms())
    def test_the_order_of_the_rest_does_not_matter(self, corpus, pool, random):
        own, *others = corpus
        before = ratios_to_rest([own, *others], pool)[0]
        random.shuffle(others)
        after = ratios_to_rest([own, *others], pool)[0]
        assert (before is None) == (after is None)
        for one, other in zip(before or (), after or (), strict=True):
            for value, again in ((one.value, other.value), (one.low, other.low)):
                assert value == (None if again is None else pytest.approx(again, abs=1e-9))


class TestShrinkage:
    """The shrunk rate lies between the raw one and that of the others, nearer the others with more prior."""

    @given(sources(), sources(), st.floats(1, 4), st.floats(1, 5000))
    def test_between(self, a, b, phi, b0):
        found, more = (shrunk_rate(0, [a[0], b[0]], phi, prior) for prior in (b0, 2 * b0))
        low, high = sorted((a[0].rate, b[0].rate))
        assert low - 1e-12 <= found <= high + 1e-12
        assert abs(more - b[0].rate) <= abs(found - b[0].rate) + 1e-12


class TestEstimatedPrior:
    """The prior that sources suggest does not know their order, and draws no rate past the mean."""

    @given(st.lists(st.tuples(sources(2), st.floats(1, 4)), min_size=8, max_size=12), st.randoms())
    def test_order_does_not_matter_and_rates_move_towards_the_mean(self, corpus, random):
        moments, phi = [par for (par, _), _ in corpus], [f for _, f in corpus]
        prior = estimated_prior(moments, phi)
        assume(prior is not None)
        turned = random.sample(corpus, len(corpus))
        assert estimated_prior([par for (par, _), _ in turned], [f for _, f in turned]) == prior
        assert prior.b > 0
        for own, f in zip(moments, phi, strict=True):
            low, high = sorted((own.rate, prior.m))
            assert low - 1e-12 <= posterior_mean(own, prior, f) <= high + 1e-12


class TestBreadth:
    """Evenness lies in 0 .. 1; rarefied breadth grows with m up to the sub-frames hit."""

    hit_lists = st.lists(st.integers(0, 60), min_size=1, max_size=9)

    @given(hit_lists)
    def test_evenness(self, hits):
        found = breadth(hits)
        assert 0 <= found.evenness <= 1
        assert found.hit <= found.of
        assert (found.evenness > 0) == (found.hit > 1)

    @given(hit_lists)
    def test_rarefaction_grows_to_what_was_hit(self, hits):
        steps = [rarefied(hits, m) for m in range(sum(hits) + 1)]
        assert all(a <= b + 1e-9 for a, b in itertools.pairwise(steps))
        assert all(e <= m + 1e-9 for m, e in enumerate(steps))
        assert steps[-1] == pytest.approx(breadth(hits).hit)
