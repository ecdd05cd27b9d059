"""Where the assets lie: the one module that knows, in a checkout and when installed."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent
# A wheel carries the folder inside the package; a checkout has it beside it.
_PLACES = (_PACKAGE / "assets", _PACKAGE.parent / "assets")


def asset(*parts: str) -> Path:
    """The path of an asset, such as ``asset("fonts", "Inter-Bold.otf")``.

    Raises:
        FileNotFoundError: If it lies in none of the places, naming them.
    """
    for place in _PLACES:
        path = place.joinpath(*parts)
        if path.exists():
            return path
    looked = " or ".join(str(place) for place in _PLACES)
    raise FileNotFoundError(f"asset {'/'.join(parts)} not found in {looked}")
