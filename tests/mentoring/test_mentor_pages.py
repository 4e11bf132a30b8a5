"""A listed mentor is found in every language of the site, in her own words until somebody translates them."""

import pytest
from wagtail.models import Locale
from wagtail_localize.models import String, StringTranslation

from mentoring.actions import mentors as actions
from mentoring.models import Application, MentoringPage, MentorListing, MentorPage, MentorsIndexPage
from tests.factories.members import NOW
from tests.factories.mentoring import make_mentor, make_round

pytestmark = pytest.mark.django_db
BIO = "Двадцать лет вела читальный зал."


@pytest.fixture
def both_lists():
    round = make_round()
    english = Locale.objects.get(language_code="en")
    for model in (MentoringPage, MentorsIndexPage):
        model.objects.get(locale__language_code="ru").copy_for_translation(
            english, copy_parents=True
        ).save_revision().publish()
    return round


def listed(round, **answers):
    application = make_mentor(round=round, bio=BIO, **answers)
    actions.list_mentor(application=application, language="ru", by=application.person, at=NOW)
    return application


def again(application, bio):
    Application.objects.update(state="submitted")
    profile = application.mentor_profile
    profile.bio = bio
    profile.save()
    actions.list_mentor(application=application, language="ru", by=application.person, at=NOW)


def english():
    return MentorPage.objects.get(locale__language_code="en")


def test_she_has_a_page_in_each_language_with_its_own_labels(both_lists, client):
    listed(both_lists)

    listing = client.get("/en/mentoring/mentors/").content.decode()
    page = client.get("/en/mentoring/mentors/narine-sarkisyan/").content.decode()

    assert 'href="/en/mentoring/mentors/narine-sarkisyan/"' in listing
    assert 'hreflang="ru"' not in listing.partition("<main")[2].partition("</main")[0]
    assert f'<div class="flow" dir="auto" lang="ru"><p>{BIO}</p></div>' in page
    assert "Name in my application" in page


def test_what_a_translator_wrote_stays_until_her_words_change(both_lists, client):
    application = listed(both_lists)
    words = StringTranslation.objects.get(translation_of__data=BIO, locale__language_code="en")
    words.data = "She ran a reading room for twenty years."
    words.save()

    again(application, BIO)
    assert english().bio == "She ran a reading room for twenty years."
    assert 'dir="auto" lang="en"' in client.get("/en/mentoring/mentors/narine-sarkisyan/").content.decode()

    again(application, "Теперь на пенсии.")
    assert english().bio == "Теперь на пенсии."


def test_taken_off_nothing_of_her_words_is_left(both_lists):
    application = listed(both_lists)
    again(application, "Теперь на пенсии.")

    actions.unlist_mentor(listing=MentorListing.objects.get(), by=application.person, at=NOW)

    assert MentorPage.objects.count() == 0
    kept = [
        *String.objects.values_list("data", flat=True),
        *StringTranslation.objects.values_list("data", flat=True),
    ]
    assert [words for words in kept if words in (BIO, "Теперь на пенсии.", "Нарине Саркисян")] == []
