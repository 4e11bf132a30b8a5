from django.db import connection
from django.db.utils import Error
from django.http import JsonResponse


def alive(request):
    """The process answers."""
    return JsonResponse({"status": "ok"})


def ready(request):
    """The process answers and its database does too; 503 otherwise."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except Error:
        return JsonResponse({"status": "no database"}, status=503)
    return JsonResponse({"status": "ok"})
