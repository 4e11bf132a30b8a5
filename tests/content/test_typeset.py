import pytest

from network.content.templatetags.typeset import glue


@pytest.mark.parametrize(
    ("plain", "typeset"),
    [
        ("Мост в другую страну", "Мост в~другую страну"),
        ("и в 3 часа", "и~в~3~часа"),
        ("одна задача — и разговор", "одна задача~— и~разговор"),
        ("Что мешает", "Что мешает"),
        ("Russian and English to begin with.", "Russian and English to~begin with."),
        ("кое-кто из-за нас", "кое-кто из-за нас"),
        ("две", "две"),
        ("", ""),
    ],
)
def test_short_words_and_dashes_do_not_stand_at_the_edge_of_a_line(plain, typeset):
    assert glue(plain) == typeset.replace("~", "\N{NO-BREAK SPACE}")
