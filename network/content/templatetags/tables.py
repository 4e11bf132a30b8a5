from django import template

register = template.Library()


@register.filter
def beside(cells, header):
    """The cells of a row, each with the name of its column: ``{% for name, cell in row.cells|beside:header %}``."""
    return list(zip(header, cells, strict=False))
