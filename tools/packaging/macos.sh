#!/usr/bin/env bash
# Build the program for macOS into dist/: "Translation Workbench.app", and a disk image to hand out.
# Usage: tools/packaging/macos.sh [PYTHON]   (default: .venv/bin/python, with `pip install -e .[installer]`)
# IDENTITY names a "Developer ID Application" to sign with; without it the app is signed for this machine alone.
set -euo pipefail
cd "$(dirname "$0")/../.."
python=${1:-.venv/bin/python}
out=${OUT:-dist}
app="$out/Translation Workbench.app"

"$python" tools/packaging/icons.py build/icons >/dev/null
"$python" -m PyInstaller --noconfirm --log-level WARN --distpath "$out" --workpath build/pyinstaller \
  tools/packaging/workbench.spec
codesign --force --deep --options runtime --sign "${IDENTITY:--}" "$app"
hdiutil create -quiet -ov -volname "Translation Workbench" -srcfolder "$app" "$out/translation-workbench-macos.dmg"
du -sh "$app" "$out/translation-workbench-macos.dmg"
