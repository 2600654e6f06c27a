"""The data tables: sources, unique ids, no phrase for two."""

from collections import defaultdict

import pytest

from rejoinder.actors.lexicon import load_bodies, load_gazetteer, load_phrases
from rejoinder.actors.tables import TABLES, cells, data_digest, read_table
from rejoinder.model.actor import ActorKind

# Regions of a war at home, which no other state claims.
OPEN = {"darfur", "cyrenaica"}
KEYS = {
    "bodies.tsv": "key",
    "former_states.tsv": "code",
    "given_names.tsv": "name",
    "honorifics.tsv": "key",
    "organisations.tsv": "id",
    "places.tsv": "country",
    "roles.tsv": "key",
    "states.tsv": "code",
    "territories.tsv": "key",
}
PLOVER_SECTORS = set(
    "AGR BUS COP CRM CVL EDU ELI GOV IGO JRN JUD LAB LEG MED MIL NGO OPP PRE PRM PTY REB REF REL "
    "SOC SPY UAF UNK =".split()
)


@pytest.mark.parametrize("table", TABLES)
def test_every_row_has_every_column(table: str) -> None:
    rows = read_table(table)
    assert rows
    assert {tuple(row) for row in rows} == {tuple(rows[0])}


@pytest.mark.parametrize(("table", "key"), KEYS.items())
def test_keys_are_unique(table: str, key: str) -> None:
    keys = [row[key] for row in read_table(table)]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(
    "table", ["bodies.tsv", "honorifics.tsv", "organisations.tsv", "roles.tsv"]
)
def test_sectors_are_those_of_plover(table: str) -> None:
    assert {row["sector"] for row in read_table(table)} - {""} <= PLOVER_SECTORS


def test_no_phrase_stands_for_two_unless_marked() -> None:
    meanings: dict[str, set[str]] = defaultdict(set)
    for phrase, sense in load_phrases():
        meant = sense.entry.id if sense.entry else sense.body.key if sense.body else sense.key
        meanings[phrase].add(f"{sense.use}:{meant}")
    shared = {phrase for phrase, meant in meanings.items() if len(meant) > 1}
    assert shared
    assert all(phrase.endswith("*") for phrase in shared)


def test_phrases_marked_as_shared_are_not_found() -> None:
    words = ["Congolese", "troops"]
    hits = load_gazetteer().find(words, [word.lower() for word in words])
    assert [(hit.first, hit.last) for hit in hits] == [(1, 2)]


def test_all_members_of_the_united_nations_are_there() -> None:
    codes = {row["code"] for row in read_table("states.tsv")}
    assert len(codes) == 193 + 4
    assert {"VAT", "PSE", "KOS", "TWN"} <= codes


def test_a_territory_has_the_sector_of_its_status_and_known_claimants() -> None:
    codes = {row["code"] for row in read_table("states.tsv")}
    sectors = {"breakaway": "PRE", "autonomous": "GOV", "disputed": None}
    for row in read_table("territories.tsv"):
        entry = load_gazetteer().entries[f"grp:{row['key']}"]
        assert entry.land
        assert (entry.country or "") == row["country"]
        assert entry.sector == sectors[row["status"]]
        assert set(cells(row["claimed_by"])) <= codes
        assert row["country"] in codes | {"", "HKG"}
        # What no state claims is not disputed.
        assert row["claimed_by"] or row["status"] == "autonomous" or row["key"] in OPEN


def test_claims_are_shown_both_ways() -> None:
    gazetteer = load_gazetteer()
    assert gazetteer.entries["grp:nagorno-karabakh"].claimed_by == ("state:AZE",)
    assert gazetteer.entries["grp:crimea"].claimed_by == ("state:RUS", "state:UKR")
    assert "grp:nagorno-karabakh" in gazetteer.claims_of("state:AZE")
    assert "state:KOS" in gazetteer.claims_of("state:SRB")
    for entry in gazetteer.entries.values():
        for claimant in entry.claimed_by:
            assert claimant in gazetteer.entries
            assert entry.id in gazetteer.claims_of(claimant)


def test_named_bodies_are_of_known_kinds_and_states() -> None:
    codes = {row["code"] for row in read_table("states.tsv")}
    for row in read_table("named_bodies.tsv"):
        assert row["key"] in load_bodies()
        assert row["country"] in codes
        assert cells(row["phrases"])


def test_states_have_no_sector() -> None:
    states = [e for e in load_gazetteer().entries.values() if e.kind is ActorKind.STATE]
    assert {state.sector for state in states} == {None}


def test_the_digest_is_that_of_all_tables() -> None:
    assert len(data_digest()) == 64
    assert int(data_digest(), 16)
    assert data_digest() == data_digest()
