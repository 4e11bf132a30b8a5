"""The form by which pictures come in: what cannot be read as one is told in a sentence.

Wagtail's field opens the file before it has looked whether it is a picture at
all, which is an error page for a truncated or disguised one.
"""

from django.core.exceptions import ValidationError
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from network.content.pictures import why_not_picture


class CheckedImageField(WagtailImageField):
    def to_python(self, data):
        if data and (refusal := why_not_picture(data)):
            raise ValidationError(refusal, code="invalid_image")
        return super().to_python(data)


class SiteImageForm(BaseImageForm):
    file = CheckedImageField()
