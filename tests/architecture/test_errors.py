"""Whatever an officer or a technician can act on is put into words."""

import importlib
import pkgutil
import string
from dataclasses import fields, is_dataclass

import pytest

import counter_app
from counter_app.errors import CounterError
from ui.errors import WORDS


def everything_that_can_go_wrong():
    """Return all kinds of `CounterError`, after importing every module of the package."""
    for module in pkgutil.walk_packages(counter_app.__path__, "counter_app."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    return sorted(below(CounterError), key=lambda kind: kind.__qualname__)


def below(kind):
    own = {k for k in kind.__subclasses__() if k.__module__.startswith(("counter_app", "ui"))}
    return own.union(*map(below, own))


def places(text):
    return {name.partition(".")[0] for _, name, _, _ in string.Formatter().parse(text) if name}


KINDS = everything_that_can_go_wrong()
each_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__qualname__)


@each_kind
def test_the_officer_is_told(kind):
    named = [base.__name__ for base in kind.__mro__ if base is not CounterError]
    assert any(name in WORDS for name in named), f"no words in ui/errors.py for {kind.__name__}"


@each_kind
def test_the_words_use_what_the_error_knows(kind):
    assert places(WORDS.get(kind.__name__, "")) <= {field.name for field in fields(kind)}


@each_kind
def test_the_technician_is_told(kind):
    message = (kind.__doc__ or "").strip().splitlines()[0]
    assert not message.startswith(f"{kind.__name__}("), "the first line of the docstring is told"
    assert places(message) <= {field.name for field in fields(kind)}


@each_kind
def test_it_is_data_that_can_be_raised_anywhere(kind):
    # a frozen dataclass breaks when it is raised inside a @contextmanager block
    assert is_dataclass(kind)
    assert not kind.__dataclass_params__.frozen
    assert kind.__hash__ is not None


def test_no_words_are_left_of_errors_that_are_gone():
    assert WORDS.keys() - {kind.__name__ for kind in KINDS} == set()
