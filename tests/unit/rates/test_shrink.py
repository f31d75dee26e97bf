import pytest

from framing.errors import DataError, SettingsError
from framing.rates.moments import Moments
from framing.rates.shrink import shrunk_rate

SHORT, LONG = Moments.of([5], [500]), Moments.of([20], [1000])


def test_no_prior_gives_the_raw_rate():
    assert shrunk_rate(0, [SHORT, LONG], b0=0) == 0.01


def test_nothing_to_shrink_to():
    assert shrunk_rate(0, [SHORT]) is None
    assert shrunk_rate(0, [SHORT, Moments.zero()]) is None


def test_no_token_no_rate():
    assert shrunk_rate(0, [Moments.zero(), LONG]) is None


def test_faults():
    with pytest.raises(DataError, match="below 1"):
        shrunk_rate(0, [SHORT, LONG], phi=0.5)
    with pytest.raises(SettingsError, match="pseudo-tokens"):
        shrunk_rate(0, [SHORT, LONG], b0=-1)
