"""What W20 proves holds: a shadowed entry never counts, whatever the text. The matcher itself is the judge."""

from dataclasses import replace

from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from framing.lexicon_tools.bench import Bench
from framing.lexicon_tools.lines import Line, document_of, join
from framing.lexicon_tools.lint.conflict import wider_entries
from framing.lexicon_tools.lint.implied import without_rules
from framing.lexicon_tools.lint.shadow import shadows
from framing.matching.matcher import Matcher
from framing.model.document import COLON, COMMA
from framing.model.lexicon import Dimension, Entry, Lexicon, Require, WordClass
from framing.model.pattern import parse_pattern

# Few words, so that patterns often meet; capitals, initialisms and joined words, as each has a rule of its own.
ITEMS = "war wars war* wa* w* Wa* *ar {war,peace} {war,peace,US} US us peace <power> <land> co war-torn".split()
JOINTS = [" ", " ", " ", " [1] ", " [2] ", " , ", " [1] , "]
WORDS = (
    "war War wAR wars war's warfare war-torn peace PEACE US U.S. us Us US's Rome New new York york co cowar co-war "
    "day the"
).split()
CLASSES = {
    ("f", "power"): WordClass(
        id="power", words=tuple(map(parse_pattern, ("US", "Rome", "New York"))), exact_case=True, scope="f"
    ),
    ("f", "land"): WordClass(id="land", words=tuple(map(parse_pattern, ("rome", "new york", "us", "new"))), scope="f"),
}


@st.composite
def patterns(draw, most=3):
    items = draw(st.lists(st.sampled_from(ITEMS), min_size=1, max_size=most))
    return parse_pattern(items[0] + "".join(draw(st.sampled_from(JOINTS)) + item for item in items[1:]))


rules = st.none() | st.builds(
    Require,
    any=st.lists(st.sampled_from(["day", "peace", "<land>"]).map(parse_pattern), min_size=1, max_size=2).map(tuple),
    within=st.sampled_from([0, 1, 3]),
    side=st.sampled_from(["both", "before"]),
)
entries = st.builds(
    Entry,
    pattern=patterns(),
    dimension=st.just("d"),
    subframe=st.just(""),
    role=st.sampled_from(["frame", "frame", "support"]),
    weight=st.sampled_from([1.0, 1.0, 0.5]),
    exclude=st.sampled_from([(), (), (), (parse_pattern("war [2] day"),), (parse_pattern("the war"),)]),
    require=rules,
    exact_case=st.sampled_from([False, False, False, True]),
    compound=st.booleans(),
    scope=st.just("f"),
)
lexicons = st.lists(entries, min_size=2, max_size=4).map(
    lambda rows: Lexicon(files=(), dimensions=(Dimension(id="d", title="D"),), entries=tuple(rows), classes=CLASSES)
)
sentences = st.lists(
    st.tuples(st.sampled_from(WORDS), st.sampled_from([0, 0, 0, 0, COMMA, COLON])), min_size=1, max_size=9
).map(lambda pairs: Line(tuple(word for word, _ in pairs), (0, *(sign for _, sign in pairs[1:]))))


def counted(lexicon, lines):
    matches = Matcher(lexicon).match(document_of(lines))
    return {hit.entry for hit in (*matches.hits, *matches.support)}


def bench(lexicon):
    return Bench(Matcher(without_rules(lexicon)))


def of(lexicon):
    return list(shadows(bench(lexicon), lexicon.entries))


@settings(max_examples=400, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(lexicons, st.lists(sentences, min_size=1, max_size=30))
def test_a_shadowed_entry_never_counts(lexicon, lines):
    proved = [shadow for shadow in of(lexicon) if shadow.proved]
    event(f"{len(proved)} proved")
    # Its own strings in company, as random words seldom make one.
    for shadow in proved:
        own = (tried.line for tried in bench(lexicon).tried(shadow.entry))
        lines += [join([before, line, after]) for line, before, after in zip(own, lines, reversed(lines), strict=False)]
    alive = counted(lexicon, lines)
    for shadow in proved:
        assert shadow.entry not in alive


@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(lexicons, st.lists(sentences, min_size=1, max_size=30))
def test_a_wider_pattern_of_another_dimension_matches_wherever_the_narrower_does(lexicon, lines):
    entries = tuple(
        replace(entry, dimension="de"[number % 2], role="frame") for number, entry in enumerate(lexicon.entries)
    )
    lexicon = without_rules(replace(lexicon, entries=entries))
    wider = {number: wider_entries(number, bench(lexicon), entries) for number in range(len(entries))}
    event(f"{sum(map(len, wider.values()))} wider")
    _, spans = Matcher(lexicon).candidates(document_of(lines))
    for span in spans:
        for other in wider[span.target]:
            assert any(one.target == other and one.first == span.first and one.last >= span.last for one in spans)


@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(lexicons)
def test_the_worst_strings_of_an_entry_are_strings_of_it(lexicon):
    tried = bench(lexicon)
    for number in range(len(lexicon.entries)):
        for one in tried.tried(number):
            assert any(one.is_whole(span) for span in one.own(number))
