"""Discourse networks: the numbers of DNA, in files that spreadsheets and Gephi open."""

import csv
import io
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rejoinder.errors import ConfigError
from rejoinder.exports.dna import (
    DUPLICATES,
    NETWORKS,
    Edge,
    Network,
    Node,
    graphml,
    network,
    write_network,
)
from rejoinder.model.ids import ActorId, StatementId
from rejoinder.model.position import Coding

NS = {"g": "http://graphml.graphdrawing.org/xmlns"}


def coding(
    number: int, actor: str, concept: str, agreement: bool, *, day: str | None = "2024-03-05",
    document: str = "d", origin: str | None = None,
) -> Coding:  # fmt: skip
    return Coding(
        statement=StatementId(f"s{number}"),
        actor=ActorId(actor),
        name=actor.title(),
        person=actor == "ann",
        organization="Tarn" if actor == "ann" else None,
        concept=concept,
        agreement=agreement,
        day=date.fromisoformat(day) if day else None,
        document=document,
        publisher="Lane News",
        origin=origin or f"o{number}",
        text="=the words",
    )


TABLE = [
    coding(1, "ann", "dam", True),
    coding(2, "ann", "dam", True, day="2024-03-06"),
    coding(3, "ann", "pact", False, day=None),
    coding(4, "bob", "dam", True, day="2024-04-01", document="e"),
    coding(5, "bob", "pact", True),
    coding(6, "cat", "dam", False, document="e"),
]


def weights(kind: str, duplicates: str = "include") -> dict[tuple[str, str], int]:
    found = network(TABLE, kind, duplicates)
    return {(each.source, each.target): each.weight for each in found.edges}


def test_one_mode_networks_are_products_by_concept() -> None:
    assert weights("congruence") == {("ann", "bob"): 2}
    assert weights("conflict") == {("ann", "bob"): 1, ("ann", "cat"): 2, ("bob", "cat"): 1}
    assert weights("subtract") == {("ann", "bob"): 1, ("ann", "cat"): -2, ("bob", "cat"): -1}
    assert weights("congruence", "acrossrange") == {("ann", "bob"): 1}


def test_the_two_mode_network_has_agreement_and_dates() -> None:
    found = network(TABLE, "twomode", "include")
    ties = {(each.source, each.target): each for each in found.edges}

    assert ties["ann", "concept:dam"].weight == 2
    assert ties["ann", "concept:pact"].weight == -1
    assert ties["ann", "concept:dam"].values == {
        "agreement": 2, "disagreement": 0, "first": "2024-03-05", "last": "2024-03-06",
    }  # fmt: skip
    assert "first" not in ties["ann", "concept:pact"].values
    assert [node.values["mode"] for node in found.nodes] == ["actor"] * 3 + ["concept"] * 2


@pytest.mark.parametrize(
    ("duplicates", "left"),
    [
        ("include", 6), ("document", 5), ("week", 5), ("month", 5), ("year", 5),
        ("acrossrange", 5), ("origin", 6),
    ],
)  # fmt: skip
def test_duplicates_count_once(duplicates: str, left: int) -> None:
    lines = write_network(TABLE, "eventlist", "csv", duplicates).decode().splitlines()
    assert len(lines) - 1 == left


def test_copies_count_once() -> None:
    twice = [
        coding(1, "ann", "dam", True, origin="wire"),
        coding(2, "ann", "dam", True, origin="wire"),
    ]
    (tie,) = network(twice, "twomode").edges
    assert tie.weight == 1


def test_the_event_list_has_a_row_a_statement_and_no_formula() -> None:
    rows = list(csv.DictReader(io.StringIO(write_network(TABLE, "eventlist", "csv").decode())))

    assert [row["agreement"] for row in rows].count("1") == 4
    assert {row["person"] for row in rows} == {"Ann", ""}
    assert {row["organization"] for row in rows} == {"Bob", "Cat", "Tarn"}
    assert {row["text"] for row in rows} == {"'=the words"}
    assert [row["time"] for row in rows][-1] == ""


def test_graphml_holds_the_network() -> None:
    odd = [replace(each, concept='dam & "pact" \x01<') for each in TABLE]
    for kind in sorted({*NETWORKS} - {"eventlist"}):
        root = ET.fromstring(write_network(odd, kind, "graphml", "include"))
        found = network(odd, kind, "include")
        ids = {node.get("id") for node in root.iterfind(".//g:node", NS)}
        assert len(ids) == len(found.nodes)
        edges = root.findall(".//g:edge", NS)
        assert len(edges) == len(found.edges)
        assert {end for edge in edges for end in (edge.get("source"), edge.get("target"))} <= ids
        keys = {key.get("id") for key in root.iterfind("g:key", NS)}
        assert {data.get("key") for data in root.iterfind(".//g:data", NS)} <= keys


@given(st.text())
def test_graphml_holds_whatever_a_name_holds(words: str) -> None:
    node = Node(id=words, label=words, values={"empty": ""})
    tie = Edge(source=words, target="&", weight=2, values={})
    found = Network(kind="x", nodes=(node,), edges=(tie,))
    root = ET.fromstring(graphml(found, directed=True))
    kept = "".join(
        each if each in "\t\n\r" or (each >= " " and each not in "\ufffe\uffff") else "\ufffd"
        for each in words
    )
    item, edge = root.find(".//g:node", NS), root.find(".//g:edge", NS)
    assert item is not None
    assert edge is not None
    label, *rest = [data.text or "" for data in item]
    assert item.get("id") == edge.get("source") == kept
    assert label == kept.replace("\r\n", "\n").replace("\r", "\n")
    assert rest == [""]
    assert edge.get("target") == "&"


def test_an_edge_list_has_names_and_weights() -> None:
    rows = list(csv.DictReader(io.StringIO(write_network(TABLE, "conflict", "csv").decode())))
    assert rows[0]["SourceLabel"] == "Ann"
    assert [row["Weight"] for row in rows] == ["1", "2", "1"]


@pytest.mark.parametrize(
    ("kind", "form", "duplicates", "told"),
    [
        ("nothing", "graphml", "include", "no network 'nothing'; .* conflict, eventlist, subtract"),
        ("twomode", "gml", "include", "no form of a network 'gml'; choose one of: csv, graphml"),
        ("twomode", "csv", "never", "no way 'never' with duplicates; choose one of: acrossrange"),
        ("eventlist", "graphml", "include", "write it as csv"),
    ],
)
def test_what_is_not_there_is_refused(kind: str, form: str, duplicates: str, told: str) -> None:
    with pytest.raises(ConfigError, match=told):
        write_network(TABLE, kind, form, duplicates)


def test_an_event_list_is_no_network() -> None:
    with pytest.raises(ConfigError, match="no network 'eventlist'"):
        network(TABLE, "eventlist")


@given(st.permutations(TABLE), st.sampled_from(DUPLICATES), st.sampled_from(NETWORKS))
def test_the_order_of_statements_does_not_matter(
    table: list[Coding], duplicates: str, kind: str
) -> None:
    assert write_network(table, kind, "csv", duplicates) == write_network(
        TABLE, kind, "csv", duplicates
    )
