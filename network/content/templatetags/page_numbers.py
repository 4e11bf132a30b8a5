from django import template

register = template.Library()


@register.simple_tag
def page_numbers(page):
    """The numbers to show around this page of a list, with the paginator's ellipsis for those left out."""
    return list(page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1))
