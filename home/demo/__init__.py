"""The demonstration: the real content plus invented people, marked as samples."""
