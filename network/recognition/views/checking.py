"""Checking a certificate: for anybody who has its code."""

from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from network.content.limits import limited
from network.recognition.codes import read_code
from network.recognition.forms import CodeForm, NameForm
from network.recognition.models import Certificate
from network.recognition.programmes import programme_of


def _answer(request, template: str, context: dict, status: int = 200):
    """Never kept, never indexed: a revoked certificate says so at once, and nobody collects names by a search engine."""
    request.never_keep = True
    response = render(request, template, context, status=status)
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Cache-Control"] = "private, no-store"
    return response


@require_safe
@limited("certificates", most=60, seconds=600, methods=("GET",))
def ask(request):
    """Where a code is typed."""
    typed = request.GET.get("code", "")[:60]
    if typed:
        code = read_code(typed)
        return redirect("recognition:check", code=code.code or typed.strip().replace("/", "") or "-")
    return _answer(request, "recognition/ask.html", {"form": CodeForm()})


@limited("certificates", most=60, seconds=600, methods=("GET",))
@limited("certificate-names", most=10, seconds=600)
def check(request, code):
    """What the code says. Who checks types the name, when the holder wishes it so."""
    typed = read_code(code)
    certificate = None if typed.mistake else Certificate.objects.filter(code=typed.code).first()
    if certificate is None:
        form = CodeForm(initial={"code": code[:20]})
        return _answer(request, "recognition/unknown.html", {"typed": typed, "form": form}, status=404)
    if code != certificate.code:
        return redirect("recognition:check", code=certificate.code)
    form = NameForm(request.POST or None)
    is_right = certificate.is_of(form.cleaned_data["name"]) if form.is_bound and form.is_valid() else None
    context = {
        "certificate": certificate,
        "programme": programme_of(certificate.programme),
        "other_title": _other_title(certificate),
        "form": form,
        "is_right": is_right,
    }
    return _answer(request, "recognition/check.html", context)


def _other_title(certificate: Certificate) -> str:
    """The title in the language it was taken in, when the reader sees another one."""
    title = certificate.title_in(certificate.language)
    return "" if title == certificate.title else title
