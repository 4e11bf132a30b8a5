"""Form fields for what people write of themselves: see network.content.plain_text."""

from django import forms

from network.content.plain_text import clean_line, clean_text, too_long


class CleanCharField(forms.CharField):
    """One line of plain text. Refuses control and direction signs with a sentence, composes letters (NFC)."""

    cleaner = staticmethod(clean_line)

    def __init__(self, *, max_length=None, who_sees="", soft_limit=None, **kwargs):
        super().__init__(max_length=max_length, **kwargs)
        # Our own sentences stand for Django's: one wrong sign must not bring two complaints.
        self.validators = [v for v in self.validators if type(v).__name__ not in UNNEEDED]
        self.who_sees = who_sees
        self.soft_limit = soft_limit

    def to_python(self, value):
        text = super().to_python(value)
        return self.cleaner(text) if text else text

    def run_validators(self, value):
        super().run_validators(value)
        if self.max_length and value and (error := too_long(value, self.max_length)):
            raise error


class CleanTextField(CleanCharField):
    """Several lines of plain text."""

    widget = forms.Textarea
    cleaner = staticmethod(clean_text)


UNNEEDED = {"ProhibitNullCharactersValidator", "MaxLengthValidator"}
