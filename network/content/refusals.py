"""A refusal: a "no" with its reason, in a sentence for the person."""


class Refused(Exception):
    """Raised by an action when a rule says no; ``sentence`` is shown as it is."""

    def __init__(self, sentence):
        super().__init__(sentence)
        self.sentence = sentence

    def __str__(self) -> str:
        return str(self.sentence)
