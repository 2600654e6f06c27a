"""A user's list goes with the engine: into every record, every process and every digest."""

from pathlib import Path

from rejoinder.articles.options import ReadOptions
from rejoinder.model.actor import ActorKind
from rejoinder.model.ids import ActorId
from rejoinder.model.listed import ListedActor
from rejoinder.model.record import ArticleRecord
from rejoinder.pipeline.run import extract_inputs
from rejoinder.pipeline.stages import build_engine
from rejoinder.statements.taggers import RULES

LISTED = (ListedActor(id=ActorId("ngo:harbour-watch"), name="Harbour Watch", kind=ActorKind.NGO),)


def test_a_list_is_known_in_every_process_and_changes_what_made_the_actors(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Title\n\nHarbour Watch denied it.\n", encoding="utf-8")
    engine, plain = build_engine(RULES, None, LISTED), build_engine(RULES)
    for workers in (1, 2):
        (record,) = extract_inputs([str(tmp_path)], ReadOptions(), engine, workers=workers)
        assert isinstance(record, ArticleRecord)
        assert "ngo:harbour-watch" in {actor.id for actor in record.actors}
    assert engine.makers.actors.digest != plain.makers.actors.digest
    assert engine.makers.statements == plain.makers.statements
