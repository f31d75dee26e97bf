"""The coverage benchmark: its world has the moments it claims, and a rule that fails is seen to fail."""

from dataclasses import replace

import numpy as np
import pytest

from framing.rates.moments import Moments


def test_hits_vary_as_much_as_they_should(bench):
    world = bench.bursty_text
    rng = np.random.default_rng(3)
    mean = np.full((400, 1, 60), 0.8)
    for y in (world._independent(rng, mean, 2.5), world._neighbouring(rng, mean, world.Kind(2.5, 0, 0.4))):
        # 24,000 paragraphs: standard errors of .009 and about .04, and somewhat more where neighbours are alike.
        assert y.mean() == pytest.approx(0.8, abs=0.05)
        assert y.var() / y.mean() == pytest.approx(2.5, abs=0.25)


@pytest.mark.parametrize("rho", [0.2, 0.4])
def test_neighbours_are_as_alike_as_they_should_be(bench, rho):
    # Only the burst's share of the variance, (phi - 1)/phi, is correlated; two paragraphs on, rho squared of it.
    mean = np.tile([0.5, 1.5], (1000, 1, 30))
    y = bench.bursty_text._neighbouring(np.random.default_rng(4), mean, bench.bursty_text.Kind(2.5, 0, rho))
    scaled = (y - mean) / np.sqrt(2.5 * mean)
    one, two = (np.mean(scaled[..., lag:] * scaled[..., :-lag]) for lag in (1, 2))
    assert one == pytest.approx(rho * 1.5 / 2.5, abs=0.02)
    assert two == pytest.approx(rho**2 * 1.5 / 2.5, abs=0.02)


def test_moments_of_the_world_are_those_of_the_library(bench):
    n = np.array([[[40, 60, 100, 30, 0], [50, 90, 0, 0, 0]], [[70, 0, 0, 0, 0], [30, 30, 30, 30, 120]]])
    y = np.array([[[2, 0, 1, 3, 0], [1, 1, 0, 0, 0]], [[4, 0, 0, 0, 0], [0, 5, 1, 0, 2]]])
    found = bench.bursty_text._paragraphs(y, n)
    for source, hits, tokens in zip(found, y, n, strict=True):
        articles = (Moments.of_article(a, b) for a, b in zip(hits, tokens, strict=True))
        assert source == sum(articles, Moments.zero())


def test_a_source_expects_the_hits_it_was_asked_for(bench):
    world = bench.bursty_text
    drawn = world.sources(np.random.default_rng(5), world.Shape(5), world.Kind(1.5, 0.3), 30, 500)
    assert np.mean([source.par.y for source in drawn]) == pytest.approx(30, abs=1.5)
    assert all(source.rate * source.par.n == pytest.approx(30) for source in drawn)


def test_intervals_that_are_too_narrow_or_too_wide_are_named(bench, monkeypatch):
    intervals = bench.coverage_intervals
    cell = next(
        cell for cell in intervals.cells(bench.coverage_section.SMALL) if cell.group.title.startswith("1 article, 6")
    )
    cell = cell._replace(number=3000)  # that 98.5 % is passed shows with thousands alone
    rule = intervals.rate_interval
    for factor in (0.6, 2.0):

        def stretched(par, art, pool, factor=factor):
            found = rule(par, art, pool)
            r = par.rate or found.high
            return replace(found, low=r * (found.low / r) ** factor, high=r * (found.high / r) ** factor)

        monkeypatch.setattr(intervals, "rate_interval", stretched)
        sentences = intervals.outside([intervals.measure(cell)])
        assert sentences
        assert "1 article, 6-60 paragraphs" in sentences[0]


def test_pairs_that_are_found_too_often_are_named(bench, monkeypatch):
    pairs = bench.coverage_pairs
    rule = pairs.pair_tests
    monkeypatch.setattr(
        pairs, "pair_tests", lambda *args: (tests := rule(*args))._replace(p_value=tests.p_value / 20)
    )
    assert pairs.outside([pairs.measure(pairs.Cell("50", "calm", 200, 60))])


def test_a_changed_rule_asks_for_a_new_page(bench, monkeypatch, tmp_path):
    page = tmp_path / "coverage.md"
    page.write_text(
        f"Rule `{bench.command.mark_of_rule()}`, seed {bench.coverage_section.SEED}, scale full: all of it.",
        encoding="utf-8",
    )
    bench.command.check(page)
    rule = bench.coverage_mark.rate_interval
    monkeypatch.setattr(
        bench.coverage_mark, "rate_interval", lambda *args: replace(rule(*args), high=rule(*args).high * 1.01)
    )
    with pytest.raises(SystemExit, match="not of the rule as it stands"):
        bench.command.check(page)


def test_one_core_or_two_give_the_same_figures(bench):
    section = bench.coverage_intervals.SECTION
    scale = bench.coverage_section.SMALL._replace(sources=36, hits=(8,))
    one, two = (bench.command.run([section], scale, workers) for workers in (1, 2))
    assert one == two


@pytest.mark.parametrize("name", ["intervals", "neighbours", "none", "pairs", "ranks", "terms"])
def test_each_section_measures_and_prints(bench, name):
    section = next(section for section in bench.command.SECTIONS if section.name == name)
    cell = min(section.cells(bench.coverage_section.SMALL), key=lambda cell: cell[-1])
    number = cell._fields[-1]
    row = section.measure(cell._replace(**{number: 4}))
    assert len(section.table([row])) >= 3
    assert isinstance(section.outside([row]), list)


def test_every_section_is_measured_here(bench):
    assert [section.name for section in bench.command.SECTIONS] == [
        *("intervals", "neighbours", "none", "pairs", "ranks", "terms"),
    ]
