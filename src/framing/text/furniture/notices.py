"""Notices of the site: rights, corrections and disclaimers, comments, tags, addresses."""

from __future__ import annotations

import re

from framing.text.furniture.rule import Cues, Rule

_NOTICE = "site notice"
_SIGNS = r"[\s\W]{0,4}"
_STORY = (
    r"(?:story|article|post|piece|report|column|op-ed|commentary|essay|interview|page|version|"
    r"headline|item|review)"
)
# Each address ends at white space, so no string of addresses can be divided in two ways.
_ADDRESS = (
    r"[<(\[*]{0,2}(?:https?://\S+|www\.\S+|pic\.twitter\.com/\S+|"
    r"[\w.+-]{1,64}@[\w-]+\.[\w.-]+[>)\]*]{0,2}|@\w+)(?:\s+|\Z)"
)
_BEFORE_ADDRESS = (
    r"(?:(?:original|source|article|full|web) (?:url|link|article|address)|url|link|source|"
    r"permalink|via|web|website|"
    r"e-?mail|contact|from|see)\W{1,4}"
)

RULES: tuple[Rule, ...] = (
    Rule(
        _NOTICE,
        Cues("copyright all content reprinted this the to c", ends=("rights reserved",), anywhere=("\u00a9",)),
        re.compile(
            rf"\A{_SIGNS}(?:copyright\b.{{0,12}}(?:\u00a9|\(c\)|\d{{4}}|by )|(?:copyright )?(?:\u00a9|"
            rf"\(c\)) ?(?:\d{{4}}|copyright|[a-z ]{{2,40}}\d{{4}})"
            r"|all rights reserved|.{0,80}\ball rights reserved\.?\Z|content created by .{2,80} is available|"
            r"reprinted (?:with|by) (?:the )?permission|(?:this|the) (?:material|content|"
            + _STORY
            + r") (?:may|can)(?:not| not)? be (?:published|re-?published|reproduced|reprinted|copied)|"
            r"to (?:republish|"
            r"reprint) this)"
        ),
        120,
    ),
    Rule(
        _NOTICE,
        Cues(anywhere=("expressed", "opinions", "views ")),
        re.compile(
            r"\b(?:views?|opinions?|positions?|beliefs?|viewpoints?)\b.{0,60}\b(?:expressed|stated|"
            r"articulated|contained|here)\b.{0,90}"
            r"\b(?:not (?:necessarily )?(?:reflect|represent|be those|those of|of)|(?:solely |entirely |"
            r"strictly )?"
            r"(?:his|her|their|the author's|the (?:author|writer|columnist)s?'?s?|my)(?: own)?(?: "
            r"alone)?\W*\Z|"
            r"are (?:solely |entirely |strictly |exclusively )?(?:those of|(?:his|her|their|the "
            r"author's|my) own))"
        ),
        120,
    ),
    Rule(
        _NOTICE,
        Cues("this the an a editor editors note update correction clarification disclaimer npr transcript transcripts"),
        re.compile(
            rf"\A{_SIGNS}(?:(?:editor'?s'? note|note|update|correction|clarification|disclaimer)\W{{1,4}})?"
            r"(?:(?:an? |the )?(?:earlier|previous|original|prior|shorter|longer|different)? "
            rf"?(?:version|edition) of (?:this|the) {_STORY}|"
            rf"(?:this|the) {_STORY} (?:(?:has|have|had) been (?:updated|corrected|edited|modified|"
            r"changed|amended|clarified|"
            r"revised|republished|translated|produced|published|adapted|excerpted)|(?:was|is|were) "
            r"(?:first |originally |"
            r"initially |last |also |co-)?(?:published|updated|corrected|produced|written for|adapted|"
            r"republished|"
            r"translated|reprinted|posted|excerpted|supported by|based in part|part of (?:a|our|the) "
            r"(?:\w+ ){0,3}(?:series|"
            r"partnership|collaboration|project)|more than|(?:part )?\w+ (?:of|in) a \w+[- ]part "
            r"series)|will be updated|"
            r"appear(?:s|ed) (?:in|on) (?:the |our )?(?:print|\w+ \d|\w+ (?:issue|edition)))|"
            r"this is (?:a (?:rush|developing)|an (?:updated|opinion))|this transcript|\S+ transcripts are)"
        ),
        90,
    ),
    Rule(
        _NOTICE,
        Cues("this the check please refresh"),
        re.compile(
            rf"\A{_SIGNS}(?:this is a (?:developing|breaking)(?: news)? story|check back (?:for|here|later)|"
            r"(?:please )?refresh (?:this|the) page|(?:this|the) (?:developing|breaking) (?:story|"
            r"news)\b.{0,30}updated)"
        ),
        35,
    ),
    Rule(
        "comment pingback",
        Cues("pingback trackback pingbacks trackbacks", ends=("[...]",), anywhere=("[\u2026]",)),
        re.compile(
            rf"\A{_SIGNS}(?:\d{{1,4}}[.)] )?(?:(?:pingback|trackback)s?\b|\[(?:\u2026|\.\.\.)\] "
            rf".*\[(?:\u2026|\.\.\.)\]\W{{0,3}}\Z)",
            re.DOTALL,
        ),
        150,
    ),
    Rule(
        "comment count or comment box",
        Cues(
            "no view show see read load hide post leave add all join sort comment comments your "
            "required please you log logged",
            ends=("comment", "repl", "respons"),
        ),
        re.compile(
            rf"\A{_SIGNS}(?:(?:no|\d[\d,.k]*|view|show|see|read|load|hide|post|leave|add|all|join|"
            r"sort)\s?(?:a |all |the |more |your |\d+ )?"
            r"(?:comments?|repl(?:y|ies)|responses?)\b[^.?!]{0,40}|comments? (?:are (?:closed|off|"
            r"moderated)|\(\d*\)|"
            r"policy|section)\b.{0,60}|your email address will not\b.{0,90}|required fields\b.{0,40}|"
            r"(?:please |you must be )?log(?:ged)? in to\b.{0,60})\W{0,4}\Z"
        ),
        20,
    ),
    Rule(
        "tag list",
        Cues(
            "tag tags tagged filed related topics category categories posted published keywords more",
            anywhere=("#",),
        ),
        re.compile(
            rf"\A{_SIGNS}(?:(?:tags?|tagged(?: (?:with|as|in))?|filed (?:under|in)|(?:related )?topics|"
            r"categor(?:y|ies)|posted in|"
            r"published in|keywords|more about|more on)\s?:.{0,300}|(?:tagged|filed under|posted in|"
            r"published in) [^.]{2,120}"
            r"|(?:#\w+[\s,]*){2,40})\Z"
        ),
        45,
    ),
    Rule(
        "tab or menu label",
        Cues("the this skip back jump toggle main advertisement sponsored advertise advertising"),
        re.compile(
            rf"\A{_SIGNS}(?:the following (?:\w+ )?tabs change content|skip to (?:main )?(?:content|"
            r"navigation|footer|ad)\b|"
            r"back to (?:the )?top\W*\Z|jump to (?:content|navigation)\b|(?:toggle )?main menu\W*\Z|"
            r"(?:this )?(?:advertisement|sponsored (?:content|by|message)|advertis(?:e|ing))\b[^.]{0,60}\Z)"
        ),
        14,
    ),
    Rule(
        "link or address",
        Cues(
            "https http www pic original source article full web url link permalink via website email e "
            "contact from see",
            anywhere=("@",),
        ),
        re.compile(rf"\A(?:{_BEFORE_ADDRESS})?(?:{_ADDRESS})+\Z"),
        12,
    ),
    Rule(
        "link or address",
        Cues("original source short full canonical article url permalink web"),
        re.compile(
            rf"\A{_SIGNS}(?:original|source|short|full|canonical|article)?\s?(?:url|permalink|web "
            rf"address)\W{{0,4}}\Z"
        ),
        4,
    ),
)
