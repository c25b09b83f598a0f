"""YAML text to nodes that know where they stand. Strings only: types come from the schema.

``read_text`` and ``read_file`` give one node for each YAML document in the stream, and notices; what cannot be read
raises InputError with its place and what to type instead. The parser itself is imported when the first text is read.
"""

from wicheck.yamlio.decode import decode
from wicheck.yamlio.nodes import Limits, Mapping, Node, Reading, Scalar, Sequence
from wicheck.yamlio.reader import read_file, read_text

__all__ = ["Limits", "Mapping", "Node", "Reading", "Scalar", "Sequence", "decode", "read_file", "read_text"]
