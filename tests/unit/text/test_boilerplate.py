"""What is set aside, why, and above all what is not."""

from __future__ import annotations

import time

import pytest

from framing.text.boilerplate import mark_blocks

LEAD = (
    "The ministry counted its losses in the spring and promised to publish them, but when summer came the "
    "promise had been forgotten, and the families who had waited at its gates went home."
)
CLOSE = (
    "In the end the list was pinned to the door of a bakery, where it hung until the rain took it, and "
    "no one in the capital has said a word about it since."
)


def reasons(text, **options):
    return [block.reason for block in mark_blocks(text, **options)]


def within(block):
    return reasons(f"{LEAD}\n\n{block}\n\n{CLOSE}")[1]


@pytest.mark.parametrize(
    ("block", "reason"),
    [
        ("ADVERTISEMENT", "advertisement"),
        ("SHARE THIS ARTICLE Share Tweet Post Email", "newsletter or share prompt"),
        ("Sign up for our morning newsletter and never miss a story.", "newsletter or share prompt"),
        ("CLICK HERE TO GET THE APP", "newsletter or share prompt"),
        ("Follow @jodoe on Twitter", "newsletter or share prompt"),
        ("Read more: Why the list was lost", "link to another story"),
        ("RELATED: Why the list was lost", "link to another story"),
        ("NEXT STORY: Who lost the list?", "link to another story"),
        ("Women wait at the gates in May. (AP Photo/Jo Doe)", "photo caption or credit"),
        (
            "Women wait at the gates. Photo courtesy of Jo Doe and Wikimedia Commons.",
            "photo caption or credit",
        ),
        ("Women wait at the gates. Jo Doe/Getty Images", "photo caption or credit"),
        ("Image copyright Getty Images", "photo caption or credit"),
        ("Media caption The list is read out", "photo caption or credit"),
        ("(Reporting by Jo Doe; Editing by Al Roe)", "author line"),
        ("The Associated Press contributed to this report.", "author line"),
        ("By Jo Doe and Al Roe", "author line"),
        ("\u00a9 2020 The Evening Bell. All rights reserved.", "site notice"),
        ("This story has been updated with a comment from the bakery.", "site notice"),
        (
            "The views expressed here are the author's own and do not reflect those of the Bell.",
            "site notice",
        ),
        ("Updated 3 May 2019, 6:31 p.m.", "date line"),
        ("Screenshot of the tweet by the baker", "placeholder of an embedded post"),
        ("12 Comments", "comment count or comment box"),
        ("Tags: bakery, list, rain", "tag list"),
        ("https://bell.example/the-list", "link or address"),
        ("Original url:", "link or address"),
        ("1. [\u2026] the list was lost again [\u2026]", "comment pingback"),
        ("The following two tabs change content below.", "tab or menu label"),
        ("* * *", "rule between sections"),
        ("Accept Cookies", "cookie or consent text"),
    ],
)
def test_furniture_is_set_aside_with_its_reason(block, reason):
    assert within(block) == reason


@pytest.mark.parametrize(
    "block",
    [
        "He shared the photo with reporters, and the newsletter of the union printed it in June.",
        "Read more closely, the decree forbids what it claims to allow, and lawyers have said so.",
        "The guards fled at once. (Jo Doe, AFP, May 15, 2015)",
        "By Monday the square was empty.",
        "By Any Means Necessary",
        "Follow the money, the old editor used to say, and you will find the minister.",
        "Subscribe to the view that order comes first and the rest of the programme makes sense.",
        "May 31",
        "1. Very little, all told",
        "The court held that copyright in the photographs belonged to the widow, who had taken them.",
        "Jo Doe is the director of the institute that kept the list, and she was arrested on Monday.",
        "He tweeted:",
        "The regulator said that the company would stop sharing the personal data of its users.",
    ],
)
def test_an_article_that_holds_a_trigger_word_survives(block):
    assert within(block) == ""


def test_a_consent_banner_goes_whole_with_its_labels():
    banner = [
        "X",
        "We use cookies on our website to count readers and to let our advertising partners reach you.",
        "Save Settings",
        "Targeting Cookies",
        "If you do not allow these cookies, you will see advertising of less interest to you.",
    ]
    assert set(reasons("\n\n".join([LEAD, CLOSE, *banner]))[2:]) == {"cookie or consent text"}


def test_an_article_about_cookies_and_privacy_law_survives():
    news = [
        "Regulators in three countries said they would fine sites whose cookie banners mislead.",
        "Third-party cookies follow readers from site to site and build a profile of what they buy.",
        "\u201cWe use cookies to improve our website for you,\u201d a spokeswoman for the company said.",
        "If you want to opt out of tracking today, your browser is the place to begin.",
        "What You Can Do",
        "Under the act, consumers may refuse the sale of personal information to third parties.",
    ]
    assert not any(reasons("\n\n".join([LEAD, *news, CLOSE])))


def test_the_edges_of_a_page_are_judged_by_other_rules():
    page = [
        "An Uneasy List",
        "By Jo Doe",
        "May 31",
        LEAD,
        CLOSE,
        "Jo Doe is a fellow of the Institute of Lists.",
    ]
    assert reasons("\n\n".join(page)) == ["", "author line", "date line", "", "", "note on the author"]


def test_a_last_paragraph_about_someone_named_before_is_no_author_note():
    page = [LEAD, "General Al Roe denied it.", "Al Roe is the director of the gate."]
    assert not any(reasons("\n\n".join(page)))


def test_a_caption_within_its_longer_twin_is_a_duplicate():
    short = "Women wait at the gates of the ministry in the rain."
    found = reasons(f"{LEAD}\n\n{short}\n\n{short} Photo by Jo Doe\n\n{CLOSE}")
    assert found[1:3] == ["duplicate of another block", "photo caption or credit"]


def test_quote_glyphs_do_not_hide_a_duplicate():
    echo = "\u201cNobody has said a word about the list since that day\u201d"
    found = reasons(f"{echo}\n\n{LEAD}\n\n" + echo.replace("\u201c", '"').replace("\u201d", '"'))
    assert found == ["", "", "duplicate of another block"]


def test_a_title_that_comes_again_in_the_lead_stays():
    title = "The Ministry Counted Its Losses in the Spring"
    blocks = mark_blocks(f"{title}\n\n{LEAD}", title=title)
    assert [block.kind for block in blocks] == ["heading", "body"]


def test_speech_that_repeats_is_no_duplicate():
    assert not any(reasons(f"{LEAD}\n\nRight.\n\n{CLOSE}\n\nRight."))


def test_front_matter_is_named():
    assert reasons(f"---\ntitle: A list\n---\n\n{LEAD}")[0] == "front matter"


def test_keeping_the_boilerplate_drops_nothing():
    blocks = mark_blocks(f"By Jo Doe\n\nADVERTISEMENT\n\n{LEAD}", keep_boilerplate=True)
    assert {block.kind for block in blocks} <= {"body", "heading"}
    assert [block.paragraph for block in blocks] == [0, 1, 2]


def test_a_sentence_broken_by_an_advertisement_is_one_paragraph():
    blocks = mark_blocks("He spoke to those not yet bought off and to\n\nADVERTISEMENT\n\nthe many who never were.")
    assert [block.paragraph for block in blocks] == [0, -1, 0]


def test_a_colon_and_a_list_item_end_a_paragraph():
    blocks = mark_blocks("He wanted three things:\n\nbread and peace.\n\n- land and\n\n- more")
    assert [block.paragraph for block in blocks] == [0, 1, 2, 3]


@pytest.mark.parametrize(
    "text",
    [
        "a" * 10**6,
        "\n" * 10**5,
        "Ab cd\n" * 50_000,
        "May 3\n\n" * 50_000,
        "http://" * 10**5,
        "photo by A " * 90_000,
        "We use cookies on our website for you.\n\n" * 20_000,
        "Jo Doe is a professor at Rome.\n\n" * 20_000,
        ("word " * 60 + ".\n\n") * 3_000,
    ],
    ids=["run", "blank", "short", "dates", "http", "photo", "cookies", "notes", "equal"],
)
def test_hostile_text_takes_linear_time(text):
    begin = time.perf_counter()
    mark_blocks(text)
    assert time.perf_counter() - begin < 8
