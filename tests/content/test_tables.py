import pytest

from network.content.templatetags.tables import beside


@pytest.mark.parametrize(
    ("cells", "header", "named"),
    [
        (["1 March", "Aiperi"], ["When", "Who"], [("When", "1 March"), ("Who", "Aiperi")]),
        (["1 March"], ["When", "Who"], [("When", "1 March")]),
        ([], ["When"], []),
    ],
)
def test_each_cell_stands_beside_the_name_of_its_column(cells, header, named):
    assert beside(cells, header) == named
