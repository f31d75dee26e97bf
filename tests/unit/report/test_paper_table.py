import pytest

from framing.report.escape import latex
from framing.report.paper_table import latex_table


@pytest.mark.parametrize("name", ["[Tass]", "*Star", " [Tass]"])
def test_a_name_is_no_argument_of_the_line_before_it(name):
    r"""`\\` and `\midrule` look past the end of their line for "[" and "*"."""
    lines = latex_table(["Source", "Rate"], [[latex(name), "1.0"], ["Post", "2.0"]])
    assert all(not line.lstrip().startswith(("[", "*")) for line in lines)
    assert any(line.startswith("{}") and latex(name) in line for line in lines)
    assert "Post & 2.0 \\\\" in lines
