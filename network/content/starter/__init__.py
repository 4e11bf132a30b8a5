"""Loading the site's own content from data files, one a page and language.

The Russian file makes the page; the English one is loaded as a wagtail-localize
translation of it, every segment filled, so the editors' screens show it as one.
Loading again changes nothing that an editor has touched.
"""
