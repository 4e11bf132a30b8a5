"""Private texts beside a lesson: reflections and rough notes. Two that differ are joined, never replaced."""

from django.utils.translation import gettext as _

from courses.events import Event, Outcome, Result

DIVIDER = "\n\n* * *\n\n"
FIELDS = ["text", "language", "prompt", "prompt_language", "revision_id", "version", "updated_at"]


class PrivateDesk:
    def __init__(self, model, user, lesson_keys):
        self.model, self.user = model, user
        self.rows = {
            (row.lesson_key, row.block_id): row
            for row in model.objects.filter(user=user, lesson_key__in=lesson_keys)
        }
        self.new, self.changed = [], {}

    def take(self, event: Event) -> Outcome:
        row = self.rows.get((event.lesson_key, event.block_id))
        if row is None:
            return self._add(event)
        if event.text == row.text:
            return self._kept(event, row)
        if event.base is not None and event.base == row.version:
            return self._put(event, row, event.text)
        return self._join(event, row)

    def _add(self, event: Event) -> Outcome:
        row = self.model(user=self.user, lesson_key=event.lesson_key, block_id=event.block_id, version=0)
        if not event.text:
            return Outcome(str(event.uuid), Result.KEPT)
        self.rows[event.lesson_key, event.block_id] = row
        self.new.append(row)
        return self._put(event, row, event.text)

    def _join(self, event: Event, row) -> Outcome:
        """Written elsewhere meanwhile: both stay, the newer first, unless one holds the other."""
        if not event.text or event.text in row.text:
            return self._kept(event, row)
        if row.text in event.text:
            return self._put(event, row, event.text)
        newer_first = (event.text, row.text) if event.at >= row.updated_at else (row.text, event.text)
        self._put(event, row, DIVIDER.join(newer_first))
        sentence = _(
            "Here you had written something else on another device; both texts stand below each other."
        )
        return Outcome(str(event.uuid), Result.BESIDE, sentence, version=row.version)

    def _put(self, event: Event, row, text: str) -> Outcome:
        row.text, row.language = text, event.language
        row.prompt, row.prompt_language = event.prompt, event.prompt_language
        row.revision_id, row.updated_at = event.revision_id, event.at
        row.version += 1
        if row.pk:
            self.changed[row.pk] = row
        return self._kept(event, row)

    def _kept(self, event: Event, row) -> Outcome:
        return Outcome(str(event.uuid), Result.KEPT, version=row.version)

    def write(self) -> None:
        if self.new:
            self.model.objects.bulk_create(self.new)
        if self.changed:
            self.model.objects.bulk_update(self.changed.values(), FIELDS)
