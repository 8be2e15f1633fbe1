"""What is known of every zip: how its files may be packed, how its list ends, and what Python's reader raises."""

from __future__ import annotations

import struct
import zipfile
import zlib

METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # what is read; no office program packs in another way
# For a zip that is damaged, packed in a way that is not known, or encrypted.
ZIP_ERRORS = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    IndexError,
    KeyError,
    RuntimeError,  # and with it NotImplementedError
    OverflowError,
)
