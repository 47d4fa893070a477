"""Firefox, driven from Node: nothing else drives Debian's."""

import json
import subprocess
from pathlib import Path
from typing import Any

from browser import ensure_firefox


def told_by_firefox(steps: list[dict[str, str]]) -> list[Any]:
    """What each page told; with no word in the console and no failed request."""
    asked = json.dumps({"firefox": str(ensure_firefox()), "steps": steps})
    driver = Path(__file__).parents[1] / "js" / "firefox.js"
    done = subprocess.run(["node", driver], input=asked.encode(), capture_output=True, check=True)
    answer = json.loads(done.stdout)
    assert [] == answer["wrong"], answer["wrong"]
    return list(answer["told"])
