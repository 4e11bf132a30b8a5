"""Who may translate what, and which translations are behind their source.

wagtail-localize's own views let a translator copy drafts and publish in
languages she has no right to; the guard here stands in front of them.
"""
