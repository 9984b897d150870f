"""Data for a page's scripts, as a script: nothing else can be read from the file system."""

import base64
import json
import zlib
from pathlib import Path


def write(path: Path, name: str, content: object) -> None:
    """Write ``content`` so that ``window.<name>`` holds it: JSON, deflated (a fifth), in base64."""
    plain = json.dumps(content, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    squeeze = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = squeeze.compress(plain.encode()) + squeeze.flush()
    path.write_text(f'window.{name}="{base64.b64encode(packed).decode()}";\n', "utf-8")
