from datetime import UTC, datetime

from django.core.files.base import ContentFile
from wagtail.models import Locale
from wagtail_localize.models import OverridableSegment, StringSegment, Translation, TranslationSource

from network.content.models import ContactMessage, Letter, QueuedTask, SiteDocument, SiteTexts, Tag
from network.members.groups import make_groups
from tests.factories.content import locale, make_site, standard_page, stories

AT = datetime(2027, 3, 1, 12, 0, tzinfo=UTC)


def live_page(people):
    return {"pk": standard_page(make_site()[0], "О сайте", slug="about").pk}


def first_part(people):
    return {"number": 0, "of": 1}


def no_arguments_but_stories(people):
    stories(make_site()[0])
    return {}


def tag(people):
    return {"code": Tag.objects.create(name="партнёры", slug="partners").slug}


def tag_row(people):
    return {"pk": Tag.objects.create(name="партнёры", slug="partners").pk}


def texts_row(people):
    make_site()
    make_groups()
    return {"pk": SiteTexts.objects.get(locale=locale("ru")).pk}


def no_arguments_but_texts(people):
    make_site()
    make_groups()
    return {}


def message_row(people):
    row = ContactMessage.objects.create(kind="contact", text="Здравствуйте!", language="ru", created_at=AT)
    return {"pk": row.pk}


def letter_row(people):
    row = Letter.objects.create(
        kind="welcome",
        to="a@example.org",
        language="ru",
        subject="Рады вам",
        text="Да.",
        try_after=AT,
        created_at=AT,
    )
    return {"pk": row.pk}


def task_row(people):
    return {"pk": QueuedTask.objects.create(path="network.content.nothing", run_after=AT, enqueued_at=AT).pk}


# Pages and their translations: the groups get their rights once the front pages stand.


def page_of_a_site(people):
    page = standard_page(make_site()[0], "О сайте", slug="about", text="Первая фраза.")
    make_groups()
    return page


def page_to_submit(people):
    return {"page_id": page_of_a_site(people).pk}


def path_of_a_page(people):
    return [f"{page_of_a_site(people).slug}/"]


def texts_to_submit(people):
    return {"app_label": "content", "model_name": "sitetexts"} | {"pk": str(texts_row(people)["pk"])}


def kind_of_snippet(people):
    make_site()
    return {"app_label": "content", "model_name": "sitetexts"}


def translation(people) -> Translation:
    source, _created = TranslationSource.get_or_create_from_instance(page_of_a_site(people))
    source.update_from_db()
    found = Translation.objects.create(source=source, target_locale=Locale.objects.get(language_code="en"))
    found.save_target(publish=True)
    return found


def translation_to_touch(people):
    return {"translation_id": translation(people).pk}


def source_to_update(people):
    return {"translation_source_id": translation(people).source_id}


def sentence(people):
    found = translation(people)
    segment = StringSegment.objects.filter(source=found.source).first()
    return {"translation_id": found.pk, "string_segment_id": segment.pk}


def override(people):
    found = translation(people)
    segment = OverridableSegment.objects.filter(source=found.source).first()
    return {"translation_id": found.pk, "overridable_segment_id": segment.pk}


def translated_page(people):
    found = translation(people)
    return {"page_id": found.get_target_instance().pk}


def document(people):
    row = SiteDocument.objects.create(title="Памятка", file=ContentFile(b"words", name="note.txt"))
    return [row.pk, row.filename]


def missing_picture(people):
    return {"path": "images/nothing.jpg"}


def translated_source(people):
    return {"page_id": translation(people).source.get_source_instance().pk}
