from django.conf import settings
from django.db import models


class LearningEvent(models.Model):
    """Something a learner did, once and for ever; the browser gives the uuid, so sending twice changes nothing.

    Lessons are meant by ``translation_key``, blocks and options by their ids:
    what she did belongs to her, not to a language version. Texts are not kept
    here but in one place each, so that what she deletes is gone.
    """

    class Kind(models.TextChoices):
        LESSON_DONE = "lesson_done"
        LESSON_UNDONE = "lesson_undone"
        QUIZ_ANSWERED = "quiz_answered"
        RATED = "rated"
        PLAN_LINE = "plan_line"
        REFLECTED = "reflected"
        SCRATCHED = "scratched"

    uuid = models.UUIDField()
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="learning_events"
    )
    kind = models.CharField(max_length=20, choices=Kind.choices)
    lesson_key = models.UUIDField(null=True)
    block_id = models.UUIDField(null=True)
    payload = models.JSONField(default=dict)
    # Of all that was sent: the same uuid with other words in it is another event.
    sha256 = models.CharField(max_length=64)
    language = models.CharField(max_length=10)
    revision_id = models.PositiveBigIntegerField(null=True)
    client_at = models.DateTimeField()
    received_at = models.DateTimeField()

    class Meta:
        constraints = [
            # Once for each person: a stranger's uuid neither blocks hers nor tells that it exists.
            models.UniqueConstraint(fields=["user", "uuid"], name="courses_event_once"),
        ]
        indexes = [models.Index(fields=["user", "lesson_key", "kind"], name="courses_events_of_lesson")]

    def __str__(self):
        return self.kind


class PrivateText(models.Model):
    """A private text beside one block of one lesson; nobody but its writer sees it."""

    lesson_key = models.UUIDField()
    block_id = models.UUIDField()
    text = models.TextField()
    language = models.CharField(max_length=10)
    prompt = models.TextField(blank=True)
    prompt_language = models.CharField(max_length=10, blank=True)
    revision_id = models.PositiveBigIntegerField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)
    updated_at = models.DateTimeField()

    class Meta:
        abstract = True


class Reflection(PrivateText):
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="reflections")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "lesson_key", "block_id"], name="courses_one_reflection"),
        ]

    def __str__(self):
        return f"reflection {self.pk}"


class ScratchNote(PrivateText):
    """The rough notes of an exercise; only its plan lines go into a plan."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="scratch_notes")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "lesson_key", "block_id"], name="courses_one_scratch"),
        ]

    def __str__(self):
        return f"scratch {self.pk}"
