"""Communes and provinces: searched, and replaced from a file after a look."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from counter_app.clock import local_day
from counter_app.domain.places import (
    FormerPlace,
    PlaceChange,
    PlaceChangeKind,
    Places,
    place_changes,
    with_more,
)
from counter_app.exchange.places import read_places, write_places
from counter_app.store.reference import settings
from tests.ui.places import cut_words
from ui.pages.administration.places import PlacesViewModel, Which
from ui.pages.administration.places_part import PlacesPart
from ui.widgets.dates import shown_day

TAN_PHONG, DOAN_KET = "Phường Tân Phong, tỉnh Lai Châu", "Phường Đoàn Kết, tỉnh Lai Châu"
NAM_LOONG = "Xã Nậm Loỏng, thành phố Lai Châu, tỉnh Lai Châu"
SAN_THANG = "Xã San Thàng, thành phố Lai Châu, tỉnh Lai Châu"
BEFORE = Places((TAN_PHONG, NAM_LOONG))
AFTER = Places((TAN_PHONG, DOAN_KET), (FormerPlace(NAM_LOONG, DOAN_KET),))


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "places.csv"
    write_places(path, AFTER)
    return path


@pytest.fixture
def model(reach, chief, tmp_path, counter):
    made = PlacesViewModel(reach, chief.clock)
    made.refresh()
    first = tmp_path / "first.csv"
    write_places(first, BEFORE)
    made.open_file(first)
    made.publish()
    counter.desk.clock.advance(timedelta(minutes=1))
    return made


def places_at(counter, later=0):
    day = local_day(counter.desk.clock.now_ms()) + timedelta(days=later)
    return counter.desk.ask(settings, day).places()


def test_a_list_is_read_as_it_was_written(file):
    assert read_places(file) == AFTER


def test_two_lists_differ_by_name():
    assert place_changes(BEFORE, AFTER) == (
        PlaceChange(PlaceChangeKind.NEW, DOAN_KET),
        PlaceChange(PlaceChangeKind.CHANGED, NAM_LOONG, DOAN_KET),
    )
    assert [one.kind for one in place_changes(AFTER, Places((DOAN_KET,)))] == [
        PlaceChangeKind.GONE,
        PlaceChangeKind.GONE,
    ]
    assert place_changes(AFTER, AFTER) == ()


def test_of_two_lists_the_one_that_is_added_is_believed():
    other = FormerPlace("Xã Bình Lư, tỉnh Lai Châu", TAN_PHONG)
    assert with_more(Places((TAN_PHONG, NAM_LOONG), (other,)), AFTER) == Places(
        AFTER.names, (other, *AFTER.former)
    )
    assert with_more(AFTER, AFTER) == AFTER


def test_a_file_is_looked_at_before_it_holds(model, file, counter):
    model.open_file(file)
    assert model.shown.which is Which.CHANGES
    assert {line.name: line.kind for line in model.shown.lines} == {
        DOAN_KET: PlaceChangeKind.NEW,
        NAM_LOONG: PlaceChangeKind.CHANGED,
    }
    counter.sync()
    assert places_at(counter) == BEFORE
    model.set_day(shown_day(model.today + timedelta(days=3)))
    model.publish()
    counter.sync()
    assert (places_at(counter), places_at(counter, 3)) == (BEFORE, AFTER)
    assert model.shown.coming is None and model.shown.which is Which.PRESENT


def test_a_whole_province_is_added_after_a_look(model, counter):
    assert "tỉnh Lai Châu" in model.shown.provinces
    model.add_province("tỉnh Lai Châu")
    assert [kind for kind, _ in model.shown.counts] == [PlaceChangeKind.NEW]
    model.publish()
    counter.sync()
    held = places_at(counter)
    assert len(held.names) == 39  # and the one that the country's list does not know stays
    assert FormerPlace(SAN_THANG, TAN_PHONG) in held.former


def test_without_the_list_of_the_country_no_province_is_offered(reach, chief, monkeypatch):
    monkeypatch.setattr("counter_app.exchange.country.find_spec", lambda _: None)
    model = PlacesViewModel(reach, chief.clock)
    model.refresh()
    assert model.shown.read and model.shown.provinces == ()


def test_a_file_may_be_discarded(model, file):
    model.open_file(file)
    model.discard()
    assert not model.shown.can_publish
    assert [line.name for line in model.shown.lines] == list(BEFORE.names)


def test_places_are_found_without_diacritics(model):
    model.search("nam loong")
    assert [line.name for line in model.shown.lines] == [NAM_LOONG]
    model.search("hà nội")
    assert model.shown.lines == ()


def test_the_former_places_are_listed_with_what_they_are_now(model, file):
    model.open_file(file)
    model.publish()
    model.choose(Which.FORMER)
    assert [(line.name, line.now) for line in model.shown.lines] == [(NAM_LOONG, DOAN_KET)]


def test_a_file_that_is_none_and_a_past_day_are_told(model, tmp_path, file):
    bad = tmp_path / "bad.csv"
    bad.write_text("ward;city\n", "utf-8")
    model.open_file(bad)
    assert model.shown.notice.kind == "bad" and model.shown.coming is None
    model.open_file(file)
    model.set_day("01/01/2020")
    model.publish()
    assert model.shown.notice.kind == "warn" and model.shown.can_publish
    model.write_file(tmp_path)
    assert model.shown.notice.kind == "bad"


def test_places_are_replaced_with_the_keys_alone(qtbot, bring_up, model, file, tmp_path, counter):
    out = tmp_path / "out.csv"
    part = bring_up(PlacesPart(model, lambda _: file, lambda _: out))
    part.entered()
    assert part.search.line.hasFocus()
    qtbot.waitUntil(lambda: cut_words(part) == [], timeout=20_000)
    qtbot.keyClick(part, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert read_places(out) == BEFORE
    qtbot.keyClick(part, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: cut_words(part) == [], timeout=20_000)
    qtbot.keyClick(part, Qt.Key.Key_F9)
    counter.sync()
    assert places_at(counter) == AFTER
