#!/usr/bin/env bash
# Build the one-folder program for Linux into dist/: a folder, and the same as an archive to hand out.
# Usage: tools/packaging/linux.sh [PYTHON]   (default: .venv/bin/python, with `pip install -e .[installer]`)
# Build on the oldest system that is to be served: the C library of the build is the oldest that will do.
set -euo pipefail
cd "$(dirname "$0")/../.."
python=${1:-.venv/bin/python}
out=${OUT:-dist}
name=translation-workbench
export QT_QPA_PLATFORM=offscreen

"$python" tools/packaging/icons.py build/icons >/dev/null
"$python" -m PyInstaller --noconfirm --log-level WARN --distpath "$out" --workpath build/pyinstaller \
  tools/packaging/workbench.spec
if command -v strip >/dev/null; then  # 17 MB of symbols; the program itself carries its archive and stays as it is
  find "$out/$name/_internal" -maxdepth 1 -name 'libpython*.so*' -exec strip --strip-unneeded {} +
fi

share="$out/$name/share"
mkdir -p "$share/applications" "$share/mime/packages" "$share/icons/hicolor/scalable/apps"
cp tools/packaging/linux/workbench.desktop "$share/applications/"
cp tools/packaging/linux/workbench.xml "$share/mime/packages/"
cp resources/icons/workbench.svg "$share/icons/hicolor/scalable/apps/"
for picture in build/icons/workbench-*.png; do
  size=$(basename "$picture" .png); size=${size##*-}
  mkdir -p "$share/icons/hicolor/${size}x${size}/apps"
  cp "$picture" "$share/icons/hicolor/${size}x${size}/apps/workbench.png"
done
cp tools/packaging/linux/install.sh LICENSE "$out/$name/"
tar -C "$out" -czf "$out/$name-linux-$(uname -m).tar.gz" "$name"
du -sh "$out/$name" "$out/$name-linux-$(uname -m).tar.gz"
