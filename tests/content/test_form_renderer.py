from django import forms

from network.content.form_renderer import SiteFormRenderer


class Letter(forms.Form):
    default_renderer = SiteFormRenderer
    text = forms.CharField(widget=forms.Textarea, help_text="In your own words.")
    name = forms.CharField(max_length=40, required=False)


def letter(**data):
    form = Letter(data or None)
    form.fields["text"].who_sees = "Seen by: you"
    form.fields["text"].soft_limit = 300
    return form


def test_a_control_is_described_by_who_sees_it_help_and_error_in_that_order():
    form = letter(name="Aiperi")

    html = form["text"].as_field_group()

    assert form["text"].aria_describedby == "id_text_who id_text_helptext id_text_error"
    assert [html.count(f'id="{one}"') for one in form["text"].aria_describedby.split()] == [1, 1, 1]


def test_a_field_without_who_sees_is_described_as_django_does():
    assert letter()["name"].aria_describedby == ""


def test_the_soft_limit_goes_before_the_hard_one():
    form = letter()
    form.fields["text"].max_length = 5_000

    assert (form["text"].limit, form["name"].limit) == (300, 40)


def test_a_short_field_has_no_counter_and_a_long_one_has():
    form = letter()

    assert ["data-limit" in form[name].as_field_group() for name in ("text", "name")] == [True, False]
