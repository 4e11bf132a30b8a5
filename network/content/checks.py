"""What must hold of an installation before it serves anybody."""

from django.conf import settings
from django.core import checks


@checks.register(checks.Tags.database)
def embedded_database_takes_turns(app_configs, databases=None, **kwargs):
    options = settings.DATABASES["default"].get("OPTIONS", {})
    if (
        settings.DATABASES["default"]["ENGINE"].endswith("sqlite3")
        and options.get("transaction_mode") != "IMMEDIATE"
    ):
        return [
            checks.Error(
                "SQLite must open transactions with IMMEDIATE, or most simultaneous writers fail.",
                hint="Set DATABASES['default']['OPTIONS']['transaction_mode'] = 'IMMEDIATE'.",
                id="content.E001",
            )
        ]
    return []
