#!/bin/sh
# Put the program where the desktop finds it: for yourself (default), or with a prefix such as /usr/local for all.
# Usage: ./install.sh [PREFIX]; ./install.sh --remove [PREFIX] takes it away again. Libraries are never touched.
set -eu
act=install
if [ "${1:-}" = --remove ]; then act=remove; shift; fi
prefix=${1:-$HOME/.local}
here=$(cd "$(dirname "$0")" && pwd)
lib=$prefix/lib/translation-workbench

rm -rf "$lib"
rm -f "$prefix/bin/workbench" "$prefix/share/applications/workbench.desktop" "$prefix/share/mime/packages/workbench.xml"
find "$prefix/share/icons/hicolor" -path '*/apps/workbench.*' -exec rm -f {} + 2>/dev/null || true
if [ $act = install ]; then
  mkdir -p "$lib" "$prefix/bin" "$prefix/share"
  cp -R "$here/workbench" "$here/_internal" "$here/LICENSE" "$lib/"
  cp -R "$here/share/." "$prefix/share/"
  ln -s "$lib/workbench" "$prefix/bin/workbench"
  # The menu starts the program by its full path: ~/.local/bin is not on every desktop's path.
  sed -i "s|^Exec=workbench|Exec=\"$lib/workbench\"|" "$prefix/share/applications/workbench.desktop"
fi
for refresh in "update-desktop-database $prefix/share/applications" "update-mime-database $prefix/share/mime" \
  "gtk-update-icon-cache -q -t $prefix/share/icons/hicolor"; do
  if command -v "${refresh%% *}" >/dev/null 2>&1; then $refresh >/dev/null 2>&1 || true; fi
done
if [ $act = install ]; then echo "Installed. Start it from the menu, or type: workbench"; else echo "Removed."; fi
