"""Is the shipped mined layer what the command makes of the project's archive and the seeds? Mines both anew and says which files differ.

python benchmarks/rebuild.py SEEDS
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
SHIPPED = ROOT / "phrasebank" / "mined"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("seeds", type=Path, help="the folder of the five seed reports")
    seeds = parser.parse_args().seeds
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "mined"
        order = [sys.executable, "-m", "generator", "bank", "mine", ROOT / "examples" / "往年报告", seeds.resolve(), "-o", made]
        print(subprocess.run(order, cwd=ROOT, check=True, capture_output=True, text=True).stdout.splitlines()[-1])
        differing = [name for name in sorted(_files(made) | _files(SHIPPED)) if _read(made / name) != _read(SHIPPED / name)]
    print("\n".join(f"不同：{name}" for name in differing) or "一个字节也不差")
    return 1 if differing else 0


def _files(folder: Path) -> set[str]:
    return {path.name for path in folder.glob("*.yaml")}


def _read(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b""


if __name__ == "__main__":
    raise SystemExit(main())
