"""W20: an entry whose words others of its dimension always take; and what only looks like it."""

import pytest

import framing

CLASSES = (
    '[[class]]\nid = "land"\nwords = ["rome", "egypt", "new zealand"]\n'
    '[[class]]\nid = "empire"\nwords = ["rome", "egypt"]\n'
)
NEAR = {"any": ["empire", "army"], "within": 5}


def w20(files, *entries):
    return [fault for fault in files.lint(*entries, more=CLASSES) if fault.code == "W20"]


@pytest.mark.parametrize(
    ("taker", "shadowed"),
    [
        ({"pattern": "{great,major} power{,s}"}, {"pattern": "great powers"}),
        ({"pattern": "radicali*"}, {"pattern": "radicali{s,z}{e,es,ed}"}),
        ({"pattern": "radical*"}, {"pattern": "radicali*"}),
        ({"pattern": "silenc{e,ed} [2] critics"}, {"pattern": "silenced critics"}),
        ({"pattern": "silenc{e,ed} [2] critics"}, {"pattern": "silenced all [1] critics"}),
        ({"pattern": "silenc{e,ed} [2] critics"}, {"pattern": "silence [1] critics"}),
        ({"pattern": "silence [2] critics"}, {"pattern": "silence , critics"}),
        ({"pattern": "<land> rises"}, {"pattern": "new zealand rises"}),
        ({"pattern": "<land> rises"}, {"pattern": "<empire> rises"}),
        ({"pattern": "{rome,egypt,rome's} [1] rises"}, {"pattern": "<empire> rises"}),
        ({"pattern": "counter terror talk", "compound": True}, {"pattern": "counterterror talk"}),
        ({"pattern": "great game"}, {"pattern": "Great Game", "case": "exact"}),
        ({"pattern": "great game{,s}"}, {"pattern": "great games", "role": "support", "weight": 2}),
        # A frame that stands inside takes the words of support, which is laid over what is left.
        ({"pattern": "power"}, {"pattern": "great power vacuum", "role": "support"}),
        ({"pattern": "{great,major} power", "require": NEAR}, {"pattern": "great power", "require": NEAR}),
        (
            {"pattern": "{great,major} power", "require": {"any": ["empire", "army", "navy"]}},
            {"pattern": "great power", "require": NEAR},
        ),
        (
            {"pattern": "{great,major} power", "exclude": ["great power among"]},
            {"pattern": "great power", "exclude": ["great power among", "great power plant"]},
        ),
    ],
)
def test_a_shadowed_entry_and_its_taker_are_told(files, taker, shadowed):
    (fault,) = w20(files, taker, shadowed)
    assert fault.message.startswith(f"'{shadowed['pattern']}' never counts: '{taker['pattern']}' (on ")
    assert "not proved" not in fault.hint


@pytest.mark.parametrize(
    ("other", "entry"),
    [
        ({"pattern": "{great,major} power"}, {"pattern": "great powers"}),
        ({"pattern": "great power"}, {"pattern": "great power vacuum"}),  # the longer takes it
        ({"pattern": "power"}, {"pattern": "great power"}),
        ({"pattern": "radicalis{e,ed}"}, {"pattern": "radicali*"}),
        ({"pattern": "silence [2] critics"}, {"pattern": "silence [3] critics"}),
        ({"pattern": "silence critics"}, {"pattern": "silence , critics"}),
        ({"pattern": "<empire> rises"}, {"pattern": "<land> rises"}),
        ({"pattern": "Great Game", "case": "exact"}, {"pattern": "great game"}),
        ({"pattern": "great game"}, {"pattern": "great {game,power}", "weight": 1.5}),
        ({"pattern": "us game"}, {"pattern": "US game", "case": "exact"}),  # "U.S. game" is left to the second
        ({"pattern": "great power", "role": "support"}, {"pattern": "great power{,s}"}),
        ({"pattern": "great power", "status": "candidate"}, {"pattern": "great {power,powers}"}),
        ({"pattern": "great power", "require": NEAR}, {"pattern": "great {power,powers}"}),
        (
            {"pattern": "{great,major} power", "require": NEAR},
            {"pattern": "great power", "require": {"any": ["empire"]}},
        ),
        ({"pattern": "{great,major} power", "exclude": ["great power among"]}, {"pattern": "great power"}),
    ],
)
def test_an_entry_that_can_count_is_let_pass(files, other, entry):
    assert not [fault for fault in w20(files, other, entry) if fault.message.startswith(f"'{entry['pattern']}'")]


def test_the_later_of_two_is_shadowed_unless_it_weighs_more(files):
    wide, narrow = {"pattern": "great power{,s}"}, {"pattern": "{great,grand} power", "weight": 1.5}
    assert w20(files, wide, narrow) == []
    assert len(w20(files, {"pattern": "great power"}, {**narrow, "pattern": "great {power,powers}"})) == 1


def test_two_may_shadow_one_between_them(files):
    (fault,) = w20(files, {"pattern": "great game"}, {"pattern": "grand game"}, {"pattern": "{great,grand} game"})
    assert "'great game'" in fault.message
    assert "'grand game'" in fault.message
    assert "take all its strings" in fault.message


def test_of_many_takers_three_are_named(files):
    colours = "red green blue grey white".split()
    fault = w20(
        files, *({"pattern": f"{one} dawn"} for one in colours), {"pattern": "{" + ",".join(colours) + "} dawn"}
    )[0]
    assert fault.message.count("(on ") == 3
    assert "and 2 more take all its strings" in fault.message


def test_dimensions_do_not_shadow_one_another(files):
    one, other = files.write({"pattern": "great power"}), files.write({"pattern": "great {power,game}"}, name="e")
    assert [fault.code for fault in framing.lint_lexicon(one, other)] == ["W21"]


EXCLUDING = {"pattern": "{great,major} power", "exclude": ["great power among"]}


def test_where_a_rule_of_the_taker_could_fail_the_examples_are_asked(files):
    taken = {"pattern": "great power", "examples": ["A great power rose.", "The great power fell."]}
    (fault,) = w20(files, EXCLUDING, taken)
    assert "counts in none of its examples" in fault.message
    assert fault.hint.startswith("not proved for every text: add an example")
    assert fault.evidence == tuple(taken["examples"])
    counts = {**taken, "examples": [*taken["examples"], "The great power among us."]}
    assert w20(files, EXCLUDING, counts) == []
    assert w20(files, EXCLUDING, {"pattern": "great power"}) == []  # no example, no witness


def test_where_there_are_too_many_strings_the_examples_are_asked(files):
    # 24 words in four places are more strings than are tried; each is a kind of its own, as an entry names it.
    words = [f"w{letter}xy" for letter in "abcdefghijklmnopqrstuvwx"]
    kinds = [{"pattern": f"{word} zebra"} for word in words]
    many = " ".join(["{" + ",".join(words) + "}"] * 4)
    entry = {"pattern": many, "examples": ["waxy wbxy wcxy wdxy"], "weight": 0.5}
    (fault,) = w20(files, *kinds, {"pattern": many + " [1] yak"}, {"pattern": many.replace("waxy", "waxy,wzxy")}, entry)
    assert fault.hint.startswith("not proved")


def test_a_twin_is_told_once_as_a_twin(files):
    assert files.codes({"pattern": "great game"}, {"pattern": "Great game"}) == ["E10"]
