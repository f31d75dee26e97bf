"""Versions of what turns raw text into tokens and voices; part of every signature.

Raise one whenever a change makes any text come out otherwise: two results with one signature are equal.
"""

from __future__ import annotations

CLEANER = "2"
TOKENISER = "1"
VOICES = "2"
