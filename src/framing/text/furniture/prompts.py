"""Prompts: to share, to subscribe, to follow, to click, to read something else, to give money."""

from __future__ import annotations

import re

from framing.text.furniture.rule import Cues, Rule

_PROMPT = "newsletter or share prompt"
_LINK = "link to another story"
_SIGNS = r"[\s\W]{0,4}"
_END = r"\W{0,4}\Z"

RULES: tuple[Rule, ...] = (
    Rule(
        _LINK,
        Cues(
            "read also see related recommended next previous more full watch listen don must up for "
            "further learn the story article post content continue most you"
        ),
        re.compile(
            rf"\A{_SIGNS}(?:(?:read more|read also|also read|see also|related(?: (?:stor(?:y|ies)|"
            r"articles?|content|"
            r"links?|coverage|posts?|video|news))?|recommended(?: for you| reading)?|next story|"
            r"previous story|"
            r"more coverage|full coverage|watch|listen|don't miss|read|must[- ]read|up next|for more|more|"
            r"further reading|more from [^:]{2,40})(?: ?[:|>\u00bb\u2192]| [-\u2013\u2014] )(?! ?\d+ percent)"
            r"|read more\b(?! than)[^.!?,;]{0,90}\Z|more on this\b|more "
            r"from\b[^.?!]{0,60}\Z|"
            r"more stories (?:from|on|about|by)\b|most (?:read|popular)\b[^.?!]{0,30}\Z|learn "
            r"more\b[^.?!]{0,60}\W*\Z|"
            r"read (?:the )?(?:full |whole |entire |original )?(?:story|article|report|interview|"
            r"transcript|text|column)"
            r"(?: (?:here|below|at|on|in|by)\b.{0,60})?\W*\Z|"
            r"(?:the )?(?:story|article|post|content) continue[sd]\b.{0,40}\Z|continue reading\b.{0,50}\Z|"
            r"you (?:may|might) also (?:like|be interested|enjoy)\b)"
        ),
        35,
    ),
    # "Allies welcome home three prisoners Read more": a label glued to the other story's title.
    Rule(_LINK, Cues(ends=("read more",)), re.compile(r"[^.!?,:;]{10,160}[^.!,:;] read more\Z"), 30),
    Rule(
        _LINK,
        Cues("related"),
        re.compile(r"\ARelated(?::| {1,2}[A-Z][^.]{8,120}\Z)"),
        25,
        cased=True,
    ),
    Rule(
        _PROMPT,
        Cues(
            "please to now want you not already sign signup subscribe subscribing get receive join "
            "enjoy read like love newsletter our stay",
            anywhere=("newsletter",),
        ),
        re.compile(
            rf"\A{_SIGNS}(?:(?:please |to |now |want to |you can |not a subscriber\W+|already a "
            r"subscriber\W+)?"
            r"(?:sign[- ]?up|subscribe|subscribing)\b(?! (?:to|for) (?:the|a|an|that|this) (?:view|idea|"
            r"theory|notion|"
            r"belief|principle|doctrine|army|military|war|health|insurance|coverage))|"
            r"(?:get|want|receive|join|enjoy|read|like|love)\b.{0,160}\b(?:newsletters?|inbox|email "
            r"alerts?|subscribe|"
            r"sign up)\b|newsletter|.{0,40}\bnewsletter sign[- ]?up|our (?:free )?newsletter|"
            r"stay (?:informed|up to date|updated|in the know)\b)"
        ),
        90,
    ),
    # After any full sentence: the imperative, and the thing subscribed to.
    Rule(
        _PROMPT,
        Cues(anywhere=("newsletter", "inbox", "subscri")),
        re.compile(
            r"(?:\A|[.!?:*]['\")*]{0,3}\s+)(?:please |and |then |to |simply )?"
            r"(?:sign up|subscribe|click here|enter your|get the|get our|register|want)\b.{0,140}"
            r"(?:newsletters?|inbox|subscribe|podcast|updates)\b|subscribe to (?:our|my|his|her|the) "
            r"(?:channel|podcast|show)",
        ),
        90,
    ),
    Rule(
        _PROMPT,
        Cues(anywhere=("support ", "chip in", "donat", "reader", "paywall"), opens="become help"),
        re.compile(
            r"\b(?:support (?:our|the (?:guardian|site)|independent|progressive|quality|local) "
            r"(?:work|journalism|reporting|newsroom|mission)|chip in (?:to (?:help|support)|\$|today|"
            r"now|whatever)|reader[- ](?:supported|funded)|make a "
            r"(?:tax-deductible )?(?:donation|contribution) (?:to (?:us|support)|today|now)|donate "
            r"(?:now|today|here)|"
            r"become a (?:member|subscriber|supporter) (?:today|now|of|and|to)|no paywall|"
            r"support journalism|help us (?:continue|keep))\b"
        ),
        120,
    ),
    Rule(
        _PROMPT,
        Cues("please just simply to for click tap"),
        re.compile(
            rf"\A{_SIGNS}(?:please |just |simply |to [^.!?]{{2,60}},? |for [^.!?]{{2,60}},? )?(?:click|tap) "
            r"(?:here|to |for |on |below|through|above|the )(?!.{0,80}\b(?:he|she|they|users|people|who)\b)"
        ),
        35,
    ),
    Rule(
        _PROMPT,
        Cues("follow you please and", ends=("follow",)),
        re.compile(
            rf"\A{_SIGNS}(?:(?:you can |please |and )?(?:also )?follow (?:@|us\b|me\b|(?:him|her|"
            rf"them)\b.{{0,12}}(?:on|at)\b|"
            r"(?:\S+ ){1,8}?(?:on (?:twitter|facebook|instagram|x|social|threads|telegram|youtube)|@\w+))|"
            r".{0,60}\bfollow (?:him|her|me|us|them) (?:on|at) (?:twitter|facebook|instagram|@|x\b)|"
            r"follow [^.!?]{2,60} coverage\b)"
        ),
        35,
    ),
    Rule(
        _PROMPT,
        Cues(
            "share read like find join connect contact reach e email write message friend interested "
            "add download get install send got have tell what weigh leave post submit click pin let "
            "visit"
        ),
        re.compile(
            rf"\A{_SIGNS}(?:share (?:this|on|your|via|the (?:story|article|post))\b[^.?!]{{0,60}}|read "
            rf"or share this\b.{{0,60}}|"
            r"like .{2,60} on facebook.{0,80}|(?:find|join|connect with|contact|reach|e-?mail|write to|"
            r"message|friend) "
            r"(?:us|me|him|her|the (?:author|writer|reporter))\b[^?!]{0,120}|join the (?:conversation|"
            r"discussion|debate)\b"
            r".{0,80}|interested in .{2,100} add interest|add .{2,80} as an interest.{0,200}|"
            r"(?:download|get|install) (?:the|our) [^.!?]{0,40}\bapp\b.{0,80}|(?:send|got|have) (?:a |us )?"
            r"(?:news )?(?:tips?)\b.{0,120}|tell us (?:what|in the comments|how)\b.{0,80}|(?:what do "
            r"you think|weigh in)\?? "
            r"(?:tell|share|let|leave|join|comment|below|in the).{0,100}|(?:leave|post|add|submit|"
            r"write) (?:a|your|us a) "
            r"(?:comment|reply|response)\b.{0,60}|click to (?:share|tweet|email).{0,60}|pin it\b.{0,20}|"
            r"let us know (?:in|what|your|below)\b.{0,100}|visit [^.!?]{2,60}'s (?:homepage|website).{0,40})" + _END
        ),
        45,
    ),
    # A gallery in brackets, as in "( PHOTOS: Ten quotes about the inquiry)".
    Rule(
        _LINK,
        Cues("photos photo video videos watch read related also story more listen see slideshow gallery poll"),
        re.compile(
            r"\A\W{0,4}(?:photos?|videos?|watch|read|related|also on [^:]{2,30}|story|more|listen|see|"
            r"slideshow|gallery|poll)"
            r": [^.]{3,140}\)?\W{0,3}\Z"
        ),
        25,
    ),
)
