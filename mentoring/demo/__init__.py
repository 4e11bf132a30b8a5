"""Invented rounds, applications and mentors, marked as samples. Nobody here exists."""

from mentoring.demo.making import make_demo

__all__ = ["make_demo"]
