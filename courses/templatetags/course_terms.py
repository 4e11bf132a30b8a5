from django import template

register = template.Library()


@register.simple_tag
def terms_beside(codes, notes):
    """The terms of a passage; one that the glossary no longer holds is left out."""
    return [notes[code] for code in codes or () if notes and code in notes]
