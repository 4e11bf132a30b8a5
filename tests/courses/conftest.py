from contextlib import contextmanager

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext


class Counted:
    sql: list[str]

    def __len__(self):
        return len(self.sql)


@pytest.fixture
def count_queries():
    """Queries that ask or change something; the savepoints of a test's own transaction are not counted."""

    @contextmanager
    def count():
        counted = Counted()
        with CaptureQueriesContext(connection) as captured:
            yield counted
        counted.sql = [query["sql"] for query in captured if "SAVEPOINT" not in query["sql"]]

    return count
