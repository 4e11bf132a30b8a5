import pytest
from django.core.exceptions import ValidationError

from network.content.form_fields import CleanCharField, CleanTextField
from network.content.plain_text import clean_line, clean_text


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Айпери", "Айпери"),
        ("  two   words ", "two words"),
        ("one\r\ntwo", "one two"),
        ("a\u00a0b", "a b"),
        ("и\u0306", "й"),
        ("\ufeffname\u200b", "name"),
        ("ქართული", "ქართული"),
        ("O\u02bbzbek", "O\u02bbzbek"),
        ("family \U0001f469\u200d\U0001f467", "family \U0001f469\u200d\U0001f467"),
    ],
)
def test_a_line(typed, kept):
    assert clean_line(typed) == kept


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("one\r\ntwo\rthree", "one\ntwo\nthree"), ("a\u2028b", "a\nb"), ("tab\there", "tab\there")],
)
def test_several_lines(typed, kept):
    assert clean_text(typed) == kept


@pytest.mark.parametrize(
    "sign", ["\x00", "\x07", "\x1b", "\x7f", "\x9b", "\ud800", "\u202a", "\u202e", "\u2066", "\u2069"]
)
@pytest.mark.parametrize("field", [CleanCharField(), CleanTextField()])
def test_signs_nobody_types_are_refused_with_one_sentence(field, sign):
    with pytest.raises(ValidationError) as refused:
        field.clean(f"a{sign}b")

    assert len(refused.value.messages) == 1


@pytest.mark.parametrize(("length", "fits"), [(5, True), (6, False)])
def test_the_limit_counts_composed_letters(length, fits):
    field = CleanCharField(max_length=5)

    try:
        kept = field.clean("и\u0306" * length)
    except ValidationError as error:
        kept = error.code if hasattr(error, "code") else error.error_list[0].code

    assert kept == ("й" * 5 if fits else "max_length")
