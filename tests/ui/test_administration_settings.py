"""The settings of the centre in forms: typed, checked where they stand, published by day."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from counter_app.centre.settings import READERS
from counter_app.clock import local_day
from counter_app.domain.deadlines import DeadlineRules, PausePolicy, ResultTime
from counter_app.domain.notices import NoticeRules
from counter_app.domain.vietqr import BankAccount
from counter_app.records import from_record, to_record
from counter_app.store.reference import settings
from tests.fixtures.desk import AGENCY
from tests.ui.places import cut_words
from ui.pages.administration.centre_settings import CentreSettingsViewModel
from ui.pages.administration.setting_forms import setting_forms
from ui.pages.administration.settings_part import SettingsPart
from ui.widgets.dates import shown_day

PAGES_OF_THEIR_OWN = {"calendar", "form_texts", "places", "reasons"}


@pytest.fixture
def model(reach, chief):
    made = CentreSettingsViewModel(reach, chief.clock)
    made.refresh()
    return made


def typed(model, **values):
    for name, value in values.items():
        model.edit(name.replace("__", "."), value)


def pick(model, key):
    model.pick([row.key for row in model.shown.rows].index(key))


def held(counter, later=0):
    day = local_day(counter.desk.clock.now_ms()) + timedelta(days=later)
    return counter.desk.ask(settings, day)


def test_every_setting_has_a_form_or_a_page():
    assert set(setting_forms()) | PAGES_OF_THEIR_OWN == set(READERS)


@pytest.mark.parametrize("key", sorted(setting_forms()))
def test_a_record_goes_through_its_form_unchanged(qapp, key):
    samples = {
        "letterhead": {"superior": "UBND TỈNH", "office": "TRUNG TÂM", "place": "Lai Châu"},
        "centre": {"name": "Trung tâm", "more": "kept"},
        "bank_account": {"bank": "970436", "account": "0011", "target": "QRIBFTTC"},
        "deadline_rules": DeadlineRules(result_time=ResultTime.HALF_DAY).to_record(),
        "pause_policy": {
            "stop": "add_elapsed",
            "procedures": {"1.013225": {"stop": "start_again"}},
        },
        "fees": {"return_unpaid": True},
        "closing": {"cash_limit": 50_000, "approval": True},
        "retention": {"years": 5},
        "posting": {"link": "https://x.example/?ma={code}"},
        "notices": {
            "email": {"host": "mail", "sender": "a@b.vn", "port": 25, "security": "none"},
            "sms": {
                "url": "https://sms.example",
                "fields": [{"name": "to", "value": "{to}"}],
                "as_json": False,
            },
            "days": 2,
        },
    }
    form = setting_forms()[key]
    values = form.values_of(samples[key])
    assert form.faults_of(values) == {}
    record = form.record_of(values, samples[key])
    READERS[key](record)
    assert record == samples[key]


def test_a_letterhead_is_typed_and_holds_from_its_day(model, counter):
    pick(model, "letterhead")
    later = model.today + timedelta(days=5)
    typed(model, office="TRUNG TÂM MỚI", valid_from=shown_day(later))
    model.save()
    assert model.shown.notice.kind == "good"
    counter.sync()
    offices = [held(counter, days).letterhead().office for days in (0, 5)]
    assert offices[0] != "TRUNG TÂM MỚI" and offices[1] == "TRUNG TÂM MỚI"
    assert [row.holds for row in model.shown.rows if row.key == "letterhead"] == [True, False]


def test_deadline_rules_are_chosen_not_typed(model, counter):
    pick(model, "deadline_rules")
    typed(model, result_time="half_day", round_up_minutes="90")
    model.leave("round_up_minutes")
    assert set(model.shown.faults) == {"round_up_minutes"}
    typed(model, round_up_minutes="15", supplement_policy="add_working_days")
    model.save()
    counter.sync()
    rules = held(counter).deadline_rules()
    assert (rules.result_time, rules.round_up_minutes) == (ResultTime.HALF_DAY, 15)
    assert rules.supplement_policy is PausePolicy.ADD_WORKING_DAYS


def test_an_agency_gets_a_bank_account_of_its_own(model, counter):
    model.begin()
    typed(model, agency=AGENCY, bank="97043", account="00 11")
    model.save()
    assert set(model.shown.faults) == {"bank", "account"}
    typed(model, bank="970436", account="0011001234567", holder="SO TU PHAP")
    model.save()
    counter.sync()
    record = json.loads(held(counter).records[f"bank_account:{AGENCY}"])
    assert from_record(BankAccount, record).holder == "SO TU PHAP"


def test_a_way_of_telling_citizens_is_switched_on_and_off(model, counter):
    pick(model, "notices")
    typed(model, email=True)
    model.save()
    assert set(model.shown.faults) == {"email.host", "email.sender"}
    typed(model, email__host="mail.example", email__sender="noi-nhan@example.vn", email__port="25")
    model.save()
    counter.sync()
    rules = from_record(NoticeRules, json.loads(held(counter).records["notices"]))
    assert (rules.email.host, rules.email.port, rules.sms) == ("mail.example", 25, None)
    counter.desk.clock.advance(timedelta(minutes=1))
    typed(model, email=False)
    model.save()
    counter.sync()
    assert json.loads(held(counter).records["notices"]) == {}


def test_a_technician_reads_and_writes_the_record_as_json(model, tmp_path):
    pick(model, "closing")
    typed(model, cash_limit="50.000")
    file = tmp_path / "closing.json"
    model.export(file)
    assert json.loads(file.read_text()) == {"cash_limit": 50_000}
    file.write_text(json.dumps({"cash_limit": 70_000, "approval": True}))
    model.take_over(file)
    assert (model.text("cash_limit"), model.shown.values["approval"]) == ("70000", True)
    file.write_text("[1]")
    model.take_over(file)
    assert model.shown.notice.kind == "warn"
    model.export(tmp_path)
    assert model.shown.notice.kind == "bad"


def test_a_day_that_is_past_is_not_taken(model):
    pick(model, "fees")
    typed(model, valid_from="01/01/2020")
    model.save()
    assert set(model.shown.faults) == {"valid_from"}


def test_a_setting_is_changed_with_the_keys_alone(
    qtbot, bring_up, model, counter, type_vietnamese, tmp_path
):
    file = tmp_path / "posting.json"
    file.write_text(json.dumps({"link": "https://x.example/?ma={code}"}))
    part = bring_up(SettingsPart(model, lambda *_: file, lambda *_: tmp_path / "out.json"))
    part.entered()
    qtbot.waitUntil(lambda: cut_words(part) == [], timeout=20_000)
    for place in range(len(model.shown.rows)):
        model.pick(place)
        qtbot.waitUntil(lambda: cut_words(part) == [], timeout=20_000)
    pick(model, "centre")
    name = part.form.fields["name"].editor
    name.setFocus()
    name.selectAll()
    type_vietnamese(name, "Trung tâm mới")
    qtbot.keyClick(part, Qt.Key.Key_F9)
    counter.sync()
    assert held(counter).centre_name() == "Trung tâm mới"
    assert model.shown.picked == model.shown.rows[part.list.row]
    assert model.text("name") == "Trung tâm mới"
    pick(model, "posting")
    qtbot.keyClick(part, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    assert model.text("link") == "https://x.example/?ma={code}"
    qtbot.keyClick(part, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert json.loads((tmp_path / "out.json").read_text()) == to_record(
        {"link": "https://x.example/?ma={code}"}
    )
