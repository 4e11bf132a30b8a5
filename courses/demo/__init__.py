"""Samples of the course: a plan half way, made of the worked examples the lessons show."""

from courses.demo.plan import make_demo

__all__ = ["make_demo"]
