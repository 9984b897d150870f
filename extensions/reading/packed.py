"""Data for a page's scripts, as a script: nothing else can be read from the file system."""

import base64
import json
import zlib


def script(name: str, content: object) -> bytes:
    """Return a script by which ``window.<name>`` holds ``content``: as JSON, deflated, in base64.

    It has a fifth of the size of the JSON.
    """
    plain = json.dumps(content, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    squeeze = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = squeeze.compress(plain.encode()) + squeeze.flush()
    return f'window.{name}="{base64.b64encode(packed).decode()}";\n'.encode()
