"""Function words: they say how a text is written, not what it frames."""

from __future__ import annotations

# A term made of them alone is left out, and a phrase neither begins nor ends with one.
STOP_WORDS = frozenset(
    (
        "a about above after again against all also although am among an and another any are as at away "
        "back be became because been before being below between both but by came can cannot come could "
        "did do does doing down during each either else even ever every few for from further get gets go "
        "goes going got had has have having he her here hers herself him himself his how however i if in "
        "into is it its itself just last least less let like made make makes many may me might more most "
        "much must my myself neither never no nor not now of off often on once one only or other others "
        "our ours ourselves out over own per put rather s said same say says see she should since so some "
        "still such t take than that the their theirs them themselves then there these they this those "
        "though through thus to too two under until up upon us very was way we well were what when where "
        "whether which while who whom whose why will with within without would yet you your yours "
        "yourself yourselves"
    ).split()
)
