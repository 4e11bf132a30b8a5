import gettext
import os
import shutil
import time

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from network.content.catalogues import compile_stale


def test_catalogue_is_compiled_without_tools_and_knows_russian_plurals(settings, tmp_path):
    source = settings.LOCALE_PATHS[0] / "ru" / "LC_MESSAGES" / "django.po"
    target = tmp_path / "ru" / "LC_MESSAGES" / "django.po"
    target.parent.mkdir(parents=True)
    shutil.copy(source, target)
    settings.LOCALE_PATHS = [tmp_path]

    written = compile_stale()
    again = compile_stale()

    with written[0].open("rb") as lines:
        catalogue = gettext.GNUTranslations(lines)
    assert [catalogue.plural(n) for n in (1, 2, 5, 11, 21, 5000)] == [0, 1, 2, 2, 0, 2]
    assert catalogue.gettext("My network") == "Моя сеть"
    assert again == []


def test_words_said_before_the_catalogue_was_compiled_do_not_stay(settings, tmp_path):
    def write(word, age):
        source.write_text(
            f'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "Thread"\nmsgstr "{word}"\n'
        )
        os.utime(source, (age, age))

    source = tmp_path / "ru" / "LC_MESSAGES" / "django.po"
    source.parent.mkdir(parents=True)
    settings.LOCALE_PATHS = [tmp_path]
    now = time.time()
    write("Верёвка", now - 60)
    compile_stale()
    with override("ru"):
        before = str(_("Thread"))
    write("Нить", now + 60)

    compile_stale()

    with override("ru"):
        assert (before, str(_("Thread"))) == ("Верёвка", "Нить")


def test_every_message_of_ours_is_translated_into_russian():
    import polib

    path = settings.LOCALE_PATHS[0] / "ru" / "LC_MESSAGES" / "django.po"
    catalogue = polib.pofile(str(path))

    assert [entry.msgid for entry in catalogue.untranslated_entries()] == []
    assert [entry.msgid for entry in catalogue.fuzzy_entries()] == []
