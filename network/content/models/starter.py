from django.db import models


class StarterItem(models.Model):
    """A data file that was loaded: what it held and what state it left behind."""

    key = models.CharField(max_length=200, unique=True)
    sha256 = models.CharField(max_length=64)
    state = models.CharField(max_length=500)

    def __str__(self):
        return self.key
