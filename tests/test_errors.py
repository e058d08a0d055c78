import re

import pytest

from kg import errors

EXIT_CODES = {
    "KgError": 1,
    "InputError": 1,
    "UnreadableDocument": 1,
    "NothingToRead": 1,
    "ConflictingDocuments": 1,
    "ModelError": 1,
    "OutputError": 1,
    "ServiceError": 1,
    "UsageError": 2,
    "WorkerError": 1,
}
INPUT_ERRORS = ("UnreadableDocument", "NothingToRead", "ConflictingDocuments")


def classes() -> dict[str, type[errors.KgError]]:
    return {
        name: value
        for name, value in vars(errors).items()
        if isinstance(value, type) and issubclass(value, errors.KgError)
    }


def test_every_error_has_its_exit_code() -> None:
    assert {name: error.exit_code for name, error in classes().items()} == EXIT_CODES


@pytest.mark.parametrize("name", INPUT_ERRORS)
def test_input_errors_can_be_caught_together(name: str) -> None:
    with pytest.raises(errors.InputError):
        raise classes()[name]("x")


def test_the_drawn_tree_is_the_real_one() -> None:
    drawn = re.findall(r"^[│ ]*[├└]── (\w+)", errors.__doc__ or "", flags=re.MULTILINE)
    assert ["KgError", *drawn] == list(classes())
    inner = re.findall(r"^│ +[├└]── (\w+)", errors.__doc__ or "", flags=re.MULTILINE)
    assert {name for name, error in classes().items() if issubclass(error, errors.InputError)} == {
        "InputError",
        *inner,
    }


def test_an_error_is_no_other_kind_of_exception() -> None:
    assert all(error.__mro__[-3] is Exception for error in classes().values())
