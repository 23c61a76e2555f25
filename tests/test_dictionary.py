from archive.captures_dictionary import CAPTURES_TABLES
from archive.evidence import open_evidence


def test_the_dictionary_of_captures_db_is_its_schema(tmp_path):
    with open_evidence(tmp_path / "captures.db") as evidence:
        names = [name for name in evidence.db.table_names() if not name.startswith(("_", "sqlite_"))]
        schema = {name: list(evidence.db.table(name).columns_dict) for name in names}
    assert {name: list(table.columns) for name, table in CAPTURES_TABLES.items()} == schema
