"""Why canonical data does not fit its schema, in words a clerk understands. Imports jsonschema, which takes long."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from wicheck.documents.faults import DUE, Fault, named, quoted
from wicheck.documents.instead import how_to_write, without_marks
from wicheck.documents.shapes import Fragment, Shape
from wicheck.errors import InputError
from wicheck.model import Positions, Text

if TYPE_CHECKING:
    from jsonschema import ValidationError

_CHECK = Text("请对照说明修改", "compare it with the description of this entry")


def explain(root: Shape, data: Mapping[str, Any], positions: Positions) -> tuple[InputError, ...]:
    """An error for each fault of ``data``; at least one, since the caller knows that it is invalid."""
    errors = [InputError(message, positions.locate(path), hint) for path, (message, hint) in _explained(root, data)]
    return tuple(errors) or (_unexplained(root, positions),)


def faults_of(schema: Fragment, data: Any) -> Iterator[ValidationError]:
    """jsonschema's errors. A value that it cannot even compare, such as NaN, is an error of the whole."""
    from jsonschema import Draft202012Validator, ValidationError
    from referencing import Registry

    # An empty registry: nothing is ever fetched.
    validator = Draft202012Validator(schema, registry=Registry())
    try:
        yield from validator.iter_errors(data)
    except (TypeError, ArithmeticError) as error:
        yield ValidationError(str(error))


def _explained(root: Shape, data: Mapping[str, Any]) -> Iterator[tuple[tuple[str | int, ...], Fault]]:
    for error in faults_of(root.fragment, data):
        path = tuple(error.absolute_path)
        shape, asked = _shape_at(root, path), str(error.validator)
        wanted: Any = error.validator_value
        if asked == "required":
            yield path, _required(shape, error.message, wanted)
        else:
            yield path, _SAYINGS.get(asked, _other)(shape, error.instance, wanted)


def _shape_at(root: Shape, path: tuple[str | int, ...]) -> Shape:
    shape = root
    for step in path:
        child = shape.items if isinstance(step, int) else shape.properties.get(step)
        shape = child or shape
    return shape


def _required(shape: Shape, message: str, names: list[str]) -> Fault:
    """jsonschema gives one error per missing entry and names it at the beginning of its message."""
    name = next(name for name in names if message.startswith(repr(name)))
    about = named(shape.properties[name]) if name in shape.properties else Text(f"“{name}”", f'"{name}"')
    said = Text(f"缺少{about.zh}", f"{about.en} is missing")
    return said, Text(f"请补上{about.zh}", f"add {about.en}")


def _limit(zh: str, en: str) -> Callable[[Shape, Any, Any], Fault]:
    def say(shape: Shape, value: Any, limit: Any) -> Fault:
        about, found = named(shape), quoted(shape, str(value))
        said = Text(f"{about.zh}{zh} {limit}，这里是{found.zh}", f"{about.en} must {en} {limit}; here is {found.en}")
        return said, how_to_write(shape, beside=False)

    return say


def _pattern(shape: Shape, value: Any, pattern: Any) -> Fault:
    about, found = named(shape), quoted(shape, str(value))
    said = Text(f"{about.zh}的格式不对：{found.zh}", f"{about.en} does not have the right form: {found.en}")
    return said, without_marks(str(value)) or _like_examples(shape)


def _type(shape: Shape, value: Any, _: Any) -> Fault:
    about, found, due = named(shape), quoted(shape, str(value)), DUE[shape.type]
    said = Text(f"{about.zh}应为{due.zh}，{found.zh}不是", f"{about.en} must be {due.en}; {found.en} is not")
    return said, how_to_write(shape, beside=False)


def _repeated(shape: Shape, value: Any, _: Any) -> Fault:
    about = named(shape)
    said = Text(f"{about.zh}中有重复的项", f"{about.en} lists something twice")
    return said, Text("请删去重复的项", "remove what is repeated")


def _other(shape: Shape, value: Any, _: Any) -> Fault:
    about = named(shape)
    return Text(f"{about.zh}的内容不符合要求", f"{about.en} is not as it must be"), _like_examples(shape)


def _like_examples(shape: Shape) -> Text:
    examples = [str(example) for example in shape.fragment.get("examples", ())[:2]]
    if not examples:
        return _CHECK
    words = "、".join(examples)
    return Text(f"例如：{words}。{shape.description.zh}", f"for example: {words}. {shape.description.en}")


def _unexplained(root: Shape, positions: Positions) -> InputError:
    message = Text("这份文件的内容不符合格式要求", "the document does not fit its schema")
    return InputError(message, positions.locate(()), _CHECK)


_SAYINGS: Mapping[str, Callable[[Shape, Any, Any], Fault]] = {
    "minimum": _limit("不能小于", "be at least"),
    "maximum": _limit("不能大于", "be at most"),
    "exclusiveMinimum": _limit("必须大于", "be more than"),
    "exclusiveMaximum": _limit("必须小于", "be less than"),
    "minLength": _limit("的字数不能少于", "have at least so many characters:"),
    "maxLength": _limit("的字数不能超过", "have at most so many characters:"),
    "minItems": _limit("的项数不能少于", "have at least so many items:"),
    "maxItems": _limit("的项数不能超过", "have at most so many items:"),
    "pattern": _pattern,
    "type": _type,
    "uniqueItems": _repeated,
}
