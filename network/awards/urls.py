from django.urls import path, register_converter

from network.awards.views.entrant import authors, begin, conflicts, entries, feedback, files, parts, sending


class ReferenceConverter:
    regex = r"[A-Z]{1,3}[0-9]{2}[A-Z]?-[0-9]{4,6}"

    def to_python(self, value):
        return value

    def to_url(self, value):
        return value


register_converter(ReferenceConverter, "reference")

app_name = "awards"

urlpatterns = [
    path("", entries.mine, name="mine"),
    path("begin/<slug:code>/", begin.begin, name="begin"),
    path("<reference:reference>/", entries.entry, name="entry"),
    path("<reference:reference>/part/<slug:code>/", parts.part, name="part"),
    path("<reference:reference>/aside/<int:pk>/", conflicts.aside, name="aside"),
    path("<reference:reference>/authors/", authors.authors, name="authors"),
    path("<reference:reference>/authors/<int:pk>/remove/", authors.remove, name="remove_author"),
    path("<reference:reference>/files/", files.files, name="files"),
    path("<reference:reference>/files/<uuid:uuid>/", files.file, name="file"),
    path("<reference:reference>/files/<uuid:uuid>/words/", files.words, name="file_words"),
    path("<reference:reference>/files/<uuid:uuid>/remove/", files.remove, name="remove_file"),
    path("<reference:reference>/preview/", entries.preview, name="preview"),
    path("<reference:reference>/send/", sending.send, name="send"),
    path("<reference:reference>/receipt/<int:number>/", sending.receipt, name="receipt"),
    path("<reference:reference>/receipt/<int:number>/text.json", sending.frozen_text, name="frozen_text"),
    path("<reference:reference>/feedback/", feedback.feedback, name="feedback"),
    path("<reference:reference>/withdraw/", sending.withdraw, name="withdraw"),
]
