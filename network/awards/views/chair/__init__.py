"""The jury in the Wagtail admin: for the secretary and the chair."""
