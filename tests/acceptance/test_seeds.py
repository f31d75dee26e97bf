"""The five articles that a scholar has read closely: what any honest profile of them must show.

Only orderings that the close reading calls firm; the texts are not part of the project.
"""

import json
import re

import jsonschema
import pytest

import framing
from framing.report.schema import schema

EXETER, DEFENSE, VOICES = "Exeter blog", "Defense One", "Global Voices"
MOSCOW, INTRIGUE = "The Moscow Times", "Foreign Intrigue"


@pytest.fixture(scope="module")
def corpus(shared):
    return framing.read_corpus(shared / "seeds")


@pytest.fixture(scope="module")
def headline(corpus):
    return framing.compare(corpus)


@pytest.fixture(scope="module")
def all_voices(corpus):
    return framing.compare(corpus, settings=framing.Settings(voice="all"))


def rates(result, dimension):
    return {name: result[name][dimension].rate.value for name in result.sources}


def without_assistance(result):
    return {
        profile.source: sum(
            c.rate for name, c in profile["geopolitics"].subframes.items() if name != "assistance_leverage"
        )
        for profile in result
    }


def test_output_meets_the_schema(headline):
    page = json.loads(headline.to_json())
    jsonschema.validate(page, schema())
    assert len(page["sources"]) == 5


def test_securitisation_direction(headline):
    net = {name: headline[name]["securitisation"].stance.net_rate for name in headline.sources}
    assert max(net, key=net.get) == MOSCOW
    assert min(net, key=net.get) == EXETER


def test_securitisation_salience(headline):
    rate = rates(headline, "securitisation")
    assert min(rate[EXETER], rate[MOSCOW]) > rate[VOICES]


def test_governance(all_voices):
    rate = rates(all_voices, "governance_critique")
    assert min(rate[DEFENSE], rate[VOICES]) > max(rate[EXETER], rate[MOSCOW], rate[INTRIGUE])


def test_whose_voice_governance_is_in(all_voices):
    def others(name):
        voice = all_voices[name]["governance_critique"].voice
        return (voice["attributed"].hits + voice["quoted"].hits) / sum(count.hits for count in voice.values())

    assert others(VOICES) > 0.5
    assert others(DEFENSE) < 0.1


def test_geopolitics(headline):
    rate = without_assistance(headline)
    assert max(rate, key=rate.get) == INTRIGUE
    assert rate[VOICES] == min(rate.values())


def test_the_consent_banner_is_set_aside(corpus, headline):
    profile = headline[DEFENSE]
    assert 0.6 <= profile.boilerplate_tokens / (profile.tokens + profile.boilerplate_tokens) <= 0.7
    article = next(article for article in corpus if article.source == DEFENSE)
    # By hand: the captions above the title and all from "NEXT STORY" on go.
    body = article.text[article.text.index("Tajikistan’s Security Chief Has") : article.text.index("NEXT STORY")]
    clean = framing.Article(id="clean", source=DEFENSE, text=body)
    by_hand = framing.compare([a if a is not article else clean for a in corpus])
    for dimension, rate in ((d, p.rate.value) for d, p in profile.dimensions.items()):
        assert by_hand[DEFENSE][dimension].rate.value == pytest.approx(rate, rel=0.1)


def test_no_body_paragraph_is_dropped(shared, corpus):
    from framing.text.reading import read_article

    coded = [json.loads(line) for line in (shared / "gold" / "seeds.jsonl").read_text("utf-8").splitlines()]
    documents = {article.id: read_article(article) for article in corpus}
    for unit in coded:
        if unit["boilerplate"]:
            continue
        document = documents[unit["article"]]
        dropped = " ".join(document.text[b.start : b.end] for b in document.blocks if b.kind == "boilerplate")
        start = re.sub(r"\s+", " ", unit["text"]).strip("# ")[:60]
        assert start not in re.sub(r"\s+", " ", dropped) or start in re.sub(
            r"\s+", " ", " ".join(document.text[b.start : b.end] for b in document.blocks if b.kind != "boilerplate")
        )


def test_evidence_offsets(corpus, headline):
    raw = {article.id: article.text for article in corpus}
    rows = list(headline.evidence())
    assert len(rows) > 150
    assert all(raw[row.article][row.start : row.end] == row.text for row in rows)
