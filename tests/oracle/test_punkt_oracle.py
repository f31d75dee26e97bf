"""Our sentence bounds against nltk's PunktSentenceTokenizer with the same parameters.

Kiss, T., & Strunk, J. (2006). Unsupervised multilingual sentence boundary detection.
"""

import gzip
import json
import os
import pathlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

from framing.text.punkt import parameters
from framing.text.sentences import sentence_spans

CHECKOUT = pathlib.Path(__file__).parents[2]
SHARED = pathlib.Path(os.environ.get("FRAMING_SHARED", CHECKOUT.parent / "shared"))
NEWS = SHARED / "data" / "news_10mb.jsonl.gz"

# nltk's bits for "seen in lower case" and "seen with a capital inside a sentence".
LOWER, INSIDE_UPPER = 1 << 5, 1 << 2


def nltk_tokenizer():
    known = parameters()
    theirs = PunktParameters()
    theirs.abbrev_types = set(known.abbreviations)
    theirs.collocations = {(word, after) for word, others in known.collocations.items() for after in others}
    theirs.sent_starters = set(known.starters)
    theirs.ortho_context.update(dict.fromkeys(known.common, LOWER))
    theirs.ortho_context.update(dict.fromkeys(known.either, LOWER | INSIDE_UPPER))
    return PunktSentenceTokenizer(theirs)


ORACLE = nltk_tokenizer()

TRICKY = [
    "He moved to the U.S. Army base. She did not.",
    "He moved to the U.S. They followed. So did “the others.”",
    "The U.S. “will act,” he said. The U.K. (and the E.U.) will not.",
    "Mr. Smith met Mrs. Jones and Dr. Who. Ms. Lee stayed.",
    "Sen. McConnell, Rep. Will Hurd and Gov. Brown met Gen. Kelly and Lt. Col. Ray.",
    "On Jan. 5 it snowed. On Feb. 12, 2019. It was cold.",
    "It began in Sept. The rest is known. It ended in Dec. Many cheered.",
    "John F. Kennedy, George W. Bush and Donald J. Trump. J. Edgar Hoover too.",
    "Take vitamin C. The pills are free. Malcolm X. Was he there? Title I. Court rules.",
    "Plan B. Nobody knew of it. A. Brown did.",
    "Wait... He left. Wait... for me. Wait ... They said. And then....",
    "Wait… He left… for me. “Wait…” he said.",
    "Wait. . . He left. . . . They stayed.",
    "“We won.” They cheered. “We won,” he said. “We won”.",
    "‘We won.’ They cheered. ‘We won’. 'We lost.' They wept.",
    'He said: "Go." She went. He said "go". She went. "Go!" "No!" "Why?"',
    "(It was late.) They left. (It was late). They left [again.] They slept {here.}",
    "“(‘So it was.’)” They left. “So it was.”) They left.",
    "He left. ” She stayed. ’ They slept. ) And so on.",
    "He left.” “She stayed.” “They slept.”",
    "«Il est parti.» She stayed. »So.« They slept.",
    "It rose 3.5 percent to $1.25. It fell to .5. Some wept.",
    "In 2018. They won. in 1990. people lost. In 1,000. Kovacs won. -5. He lost.",
    "Version 2.0.1. is out. 10. December. 11. dezember. 12.-15. May.",
    "Take fruit, e.g. apples, i.e. food. Meat, etc. They eat, etc. and drink, et al. in peace.",
    "It was 5 p.m. He left. It was 5 p.m. on Monday. It was 5 a.m. Monday. At 6 P.M. THE END.",
    "He is No. 5. Is he no. 1? No. He said no. They said no. 3.",
    "One.  Two.   Three.\nFour.\n Five.",
    "One.Two. Three?Four! Five.six",
    "It ended.12 Then it began.[3] So it went.(4) And on.* The rest.",
    "What?! Never!? Yes!!! No??? ok?! ok",
    "Wow !!! Now. Wow ???? (@MidgeF) said ?! ? ! . end.",
    "WE WON. THEY LOST. MR. SMITH WENT TO THE U.S. THE END.",
    "see example.com. Or www.example.com/a.html?q=1. He did. Mail a.b@c.org! Now.",
    "The Wall St. crash. St. Paul. He lives on Main St. They do not.",
    "Smith vs. Jones. Roe v. Wade. Smith et al. v. Jones Inc. The court ruled.",
    "Apple Inc. said so. Smith & Co. did not. Corp. The rest of Ltd. companies.",
    "D-Mass. and R-Ky. voted. Sen. X (R-Fla.) left. Portland, Ore. They left. ex-Gov. Brown.",
    "“Mr. President, no.” “Dr. No.” ‘Mrs. Jones.’ 'Mr. Smith' “U.S. troops.”",
    "They talked to Mr. Smith.” He left with Mr. Smith! Mr. Jones?",
    "The F.B.I. and C.I.A. agents. The N.Y. Times. Washington, D.C. The city.",
    "He has a Ph.D. in law. She has an M.D. They teach. A B.A. is less.",
    "It was 98.6 deg. in the shade. It was 30 ft. deep. 5 sq. mi. of land.",
    "Really?yes. Really?“Yes.” Really.“Yes.” Really.) “Yes.",
    "She asked: why? he knew. She cried: no! he smiled. who? WHO? ¿quién?",
    "He left--they say. He left.--They say. He left.”--They say. He left. -- They say.",
    "- One. - Two. * Three. # Four. @five. &six. `seven.",
    ". ! ? . . .",
    ".",
    "?!",
    "... ...",
    "-- .. -- ... ---.",
    "_. x_. _x. a. I. I. I am. É. Émile. ß. ǅ. x.",
    "He can’t. They can't. It’s Mr. O’Neil’s. the dogs’. The end.",
    "in 1999; p. 5: pp. 6-7, vol. 2. ed. 3! etc., etc.; etc.: etc.?",
    "Half-a.m. non-U.S. anti-Gen. pre-Jan. The U.S.-led war. The U.S.'s war. U.S.; U.S.?",
    "No stop at all",
    "Photo taken on July 20, 2016. REUTERS/Carlo Allegri in 2017. REUTERS/Unknown.",
    "iPhone. eBay Inc. iPad. e.g. iTunes. U.S. iPhone.",
    "A.B.C. D.E.F. g.h.i. J.K. Rowling wrote. J. K. Rowling did. J.R.R. The end.",
    "(a.) (b.) 1.) 2.) i.) The list.) Ends.",
    "The so-called “a.m. people.” The ‘p.m. people.’ The end.”.",
    "$5. £6. 7%. 8¢. 9€. Ten.",
]

PIECES = [
    *"..??!! \n\t-,)\"('\u201d\u201c\u2019\u2018\u2026;:#*\u2014@\u00ab\u00bb[]_",
    *[
        "Mr",
        "U.S",
        "e.g",
        "the",
        "The",
        "Smith",
        "b",
        "C",
        "x",
        "5",
        "3.5",
        "1,000",
        "court",
        "Court",
        "No",
        "p.m",
    ],
    *["--", "..", ". ", "REUTERS/Eric", "\u00c9", "ex-gov"],
]


def nltk_spans(text):
    return list(ORACLE.span_tokenize(text, realign_boundaries=True))


@pytest.mark.parametrize("text", TRICKY)
def test_tricky_paragraphs_are_cut_as_nltk_cuts_them(text):
    assert sentence_spans(text) == nltk_spans(text)


# nltk looks for the word before a stop with a search that misses a space at offset 0, hence strip.
@given(st.lists(st.sampled_from(PIECES), max_size=20).map("".join).map(str.strip))
def test_random_punctuation_is_cut_as_nltk_cuts_it(text):
    assert sentence_spans(text) == nltk_spans(text)


def test_news_sentences_end_where_nltk_ends_them():
    if not NEWS.exists():
        pytest.skip(f"no news sample at {NEWS}; set FRAMING_SHARED to the folder that holds data/")
    both = either = 0
    with gzip.open(NEWS, "rt", encoding="utf-8") as lines:
        for line in lines:
            # Normalisation turns the no-break space into a space before sentences are cut.
            for paragraph in json.loads(line)["text"].replace("\u00a0", " ").split("\n"):
                text = paragraph.strip()
                ours = {end for _, end in sentence_spans(text)}
                theirs = {end for _, end in nltk_spans(text)}
                both += len(ours & theirs)
                either += len(ours | theirs)
    assert either > 70_000
    assert both / either >= 0.9999, f"{both} bounds in both, {either} in either"
