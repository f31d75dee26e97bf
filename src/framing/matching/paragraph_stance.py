"""Stance of a paragraph in a contestable dimension, from the stances of its hits.

The codebook's rule: a paragraph asserts where its author takes the claim up, contests where the claim is called
too big, untrue or a tool, and reports where it is another's and the author does not take it up; with both, the
conclusion wins. What endorsement, distance and questions do is settled hit by hit (`framing.matching.stance`).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from framing.model.document import Document
from framing.model.hit import Hit, Stance


class Claim(NamedTuple):
    """What one hit says: the number of its sentence, and its stance."""

    sentence: int
    stance: Stance


def paragraph_stance(claims: Iterable[Claim]) -> Stance | None:
    """Return the stance of a paragraph, None where it makes no claim.

    Sentences are counted, not hits: a sentence with three words of threat says one thing. A cue of contest
    speaks for its sentence, and the author's own words go before those he reports.

    1. Reports only: "reported".
    2. More sentences report than claim or contest, or as many and the last one reports: "reported", for the
       author has not taken it up.
    3. Both asserted and contested: the last sentence with a claim decides. Where that is a report, the more
       frequent of the two, and "reported" where they balance.
    4. Else the one that is there.

    Parameters
    ----------
    claims
        One for each counted hit of the dimension in the paragraph, in any order.

    Examples
    --------
    >>> paragraph_stance([Claim(0, "reported"), Claim(1, "contested")])
    'contested'
    >>> paragraph_stance([Claim(0, "contested"), Claim(1, "asserted")])
    'asserted'
    >>> paragraph_stance([Claim(0, "asserted"), Claim(1, "reported"), Claim(2, "reported")])
    'reported'
    """
    said = _by_sentence(claims)
    if not said:
        return None
    own = [stance for stance in said if stance != "reported"]
    reports = len(said) - len(own)
    conclusion = said[-1]
    if reports > len(own) or (reports == len(own) and conclusion == "reported"):
        return "reported"
    if conclusion != "reported":
        return conclusion
    asserted, contested = own.count("asserted"), own.count("contested")
    if asserted == contested:
        return "reported"
    return "asserted" if asserted > contested else "contested"


def paragraph_stances(document: Document, hits: Iterable[Hit]) -> dict[int, Stance]:
    """Return the stance of every paragraph that holds one of `hits`, by its number in the document.

    Parameters
    ----------
    document
        The document in which the hits were found.
    hits
        Hits of one contestable dimension; those that are not counted are passed over.
    """
    claims: dict[int, list[Claim]] = {}
    for hit in hits:
        if hit.counted:
            claim = Claim(int(document.sentence[hit.first]), hit.stance)
            claims.setdefault(hit.paragraph, []).append(claim)
    stances = {number: paragraph_stance(found) for number, found in claims.items()}
    return {number: stance for number, stance in stances.items() if stance is not None}


def _by_sentence(claims: Iterable[Claim]) -> list[Stance]:
    """Return what each sentence says, in order."""
    weight = {"reported": 0, "asserted": 1, "contested": 2}
    said: dict[int, Stance] = {}
    for sentence, stance in claims:
        if sentence not in said or weight[stance] > weight[said[sentence]]:
            said[sentence] = stance
    return [said[sentence] for sentence in sorted(said)]
