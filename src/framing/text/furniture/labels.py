"""Labels: buttons, menu words and section marks that make up a whole block."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framing.text.blocks import is_list_item

if TYPE_CHECKING:
    from framing.text.furniture.rule import Piece

_TABLE = {
    "advertisement": "advertisement|ad|ads|advert|advertisements|advertising|sponsored|sponsored "
    "content|promoted|"
    "paid content|paid post|story continued below|continue reading below|article continues below|"
    "story continues below|story continues below advertisement|continue reading the main story|"
    "article continues after advertisement|scroll to continue|skip advertisement|skip ad|report this ad",
    "newsletter or share prompt": "share|tweet|email|e-mail|print|whatsapp|facebook|twitter|linkedin|"
    "reddit|pinterest|"
    "telegram|flipboard|instagram|youtube|google+|messenger|copy link|save|bookmark|like|share this|"
    "subscribe|"
    "sign up|sign in|log in|login|register|newsletter|newsletters|newsletter sign-up|follow|follow us|donate|"
    "support us|subscribe now|get the app|whats app|share on facebook|share on twitter|play facebook|embed|"
    "invalid email|email address|enter your email|for subscribers|subscribers only|share article|share story",
    "link to another story": "read more|related|related stories|related articles|related content|"
    "related coverage|"
    "more on this|more from|most read|most popular|trending|trending now|recommended|recommended stories|"
    "recommended for you|next story|previous story|next article|previous article|see also|read also|"
    "also read|"
    "more stories|must read|must reads|popular|editors' picks|editor's picks|top stories|latest news|up next|"
    "you may also like|you might also like|watch|video|videos|more|more news|read next|what to read next|"
    "related topics|watch now|watch live|read the story here|more coverage|full coverage|further reading",
    "tab or menu label": "menu|search|close|x|home|skip to main content|skip to content|back to top|top|"
    "next|previous|"
    "prev|loading|toggle navigation|navigation|main menu|site index|contact us|about us|terms of use|"
    "terms of service|accessibility|faq|[pullquote]|pullquote|[break]|print this page|show more|"
    "show less|view all|see all|see more|learn more|load more|expand|collapse|hide|play|pause|replay|mute|"
    "full screen|font size|listen|listen to article|text size|about the author|about the authors|"
    "latest posts|"
    "author archives|exclusive|please wait|transcript",
    "tag list": "tags|topics|filed under|categories|category|keywords|tagged|posted in|published in|more about",
    "comment count or comment box": "comments|comment|leave a comment|leave a reply|post a comment|add "
    "a comment|"
    "view comments|show comments|join the conversation|reply|replies|responses|pingbacks|trackbacks|"
    "cancel reply|"
    "load comments|comments are closed|pingback|trackback",
    "photo caption or credit": "photo|photos|image|images|photo gallery|gallery|slideshow|getty images|"
    "afp/getty images|"
    "ap photo|associated press photo|reuters|afp|courtesy photo|file photo|credit|caption|view slideshow|"
    "hide caption|toggle caption|enlarge this image|image caption|photo illustration|stock photo|"
    "picture|istockphoto",
    "cookie or consent text": "accept|accept all|reject all|decline|manage options|manage preferences|"
    "accept cookies|"
    "accept all cookies|allow all|allow all cookies|reject all cookies|cookie settings|cookie preferences|"
    "cookie list|cookie policy|cookie notice|strictly necessary cookies|functional cookies|"
    "performance cookies|targeting cookies|analytics cookies|marketing cookies|social media cookies|"
    "advertising cookies|"
    "manage consent|manage consent preferences|consent preferences|save settings|confirm my choices|"
    "privacy policy|"
    "do not sell my personal information|do not sell my info|your privacy choices|privacy settings|"
    "privacy preferences|"
    "i agree|got it|i accept|manage cookies|necessary cookies|always active|sale of personal data",
    "link or address": "original url|source url|url|permalink|original link|link|source|via",
    "author line": "opinion contributor|guest columnist|staff writer|staff reporter|special to the times|"
    "from staff and wire reports|from wire reports|associated press|the associated press|by staff|by ap|"
    "by the associated press|by reuters|by afp|by associated press|written by|staff report|contributor",
    "section label": "analysis/opinion|opinion|op-ed|opinion/analysis|analysis|commentary|editorial|news|"
    "usa today|usa today opinion|abc news|bbc news|cnn|fox news|npr",
}
_LABELS = {label: reason for reason, row in _TABLE.items() for label in row.split("|")}
# A row of buttons run together, "SHARE THIS ARTICLE Share Tweet Post Email": every word is furniture,
# and at least half are words that hardly stand next to each other in prose.
_BUTTONS_TEXT = (
    "share tweet email e-mail print facebook twitter whatsapp linkedin reddit pinterest "
    "telegram flipboard instagram advertisement newsletter newsletters subscribe sign-up "
    "signup signin login menu comments play listen youtube post save copy link follow "
    "manage daily sign click cookie cookies preferences copyright mail messenger"
)
_BUTTONS = frozenset(_BUTTONS_TEXT.split())
_FILLERS_TEXT = (
    "this article story to the main for up in on a via and our your with us more now all "
    "here continue reading opinion x"
)
_FILLERS = frozenset(_FILLERS_TEXT.split())
_TRIM = " \t\n.,:;!\u2026*_#|>\u00bb\u2192\u2192\u00ab<\u2022\u00b7-\u2013\u2014()"


def label_reason(piece: Piece) -> str:
    """Return why a block is a label of the page, or "" when it is none.

    Examples
    --------
    >>> from framing.text.furniture.rule import pieces_of
    >>> [label_reason(p) for p in pieces_of("READ MORE: | Troops share a border", [(0, 10), (13, 34)])]
    ['link to another story', '']
    """
    if piece.words > 12 or len(piece.low) > 150:
        return ""
    bare = " ".join(piece.low.strip(_TRIM).split())
    if not bare:
        return "rule between sections"
    # "- more" in a list is an item.
    if bare in _LABELS and not is_list_item(piece.text):
        # "Cookies." or "News?" as a sentence of one word is speech, not a label.
        return "" if piece.low[-1] in ".!" and piece.words < 3 else _LABELS[bare]
    if piece.words == 1:
        return "" if any(c.isalnum() for c in bare) else "rule between sections"
    tokens = bare.split()
    buttons = sum(token in _BUTTONS for token in tokens)
    known = sum(token in _BUTTONS or token in _FILLERS or token.replace(":", "").isdigit() for token in tokens)
    if known == len(tokens) and buttons >= 2 and buttons * 2 >= len(tokens):
        return "newsletter or share prompt"
    return ""
