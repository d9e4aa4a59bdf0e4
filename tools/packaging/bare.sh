#!/usr/bin/env bash
# Start the one-folder build in a bare Debian without Python, as root: the sample is opened, exported and drawn.
# Usage: tools/packaging/bare.sh [BUILD [ROOT]]   (default: dist/translation-workbench, build/bare)
# ROOT is made by debootstrap when it is not there, with nothing but the system libraries that the README names.
set -euo pipefail
cd "$(dirname "$0")/../.."
build=${1:-dist/translation-workbench}
root=${2:-build/bare}
libraries=libgl1,libegl1,libglib2.0-0,libdbus-1-3,libfontconfig1,libxkbcommon0,libbrotli1

if [ ! -d "$root" ]; then
  debootstrap --variant=minbase --include="$libraries" bookworm "$root" ${MIRROR:+"$MIRROR"} >/dev/null
fi
if compgen -G "$root/usr/bin/python*" >/dev/null; then echo "there is a Python in $root"; exit 1; fi
rm -rf "$root/opt/workbench" "$root/srv"
mkdir -p "$root/srv" && cp -a "$build" "$root/opt/workbench"
inside() {
  chroot "$root" env -i HOME=/srv LANG=C.UTF-8 QT_QPA_PLATFORM=offscreen "$@"
}
inside /opt/workbench/workbench demo --to /srv/out --screens
inside /opt/workbench/workbench -L /srv/out/demo.workbench list
for kind in html docx txt; do
  compgen -G "$root/srv/out/pages/*.$kind" >/dev/null || { echo "no $kind was written"; exit 1; }
done
for _ in 1 2 3 4 5 6 7; do
  inside sh -c 'WORKBENCH_TIMED=$(date +%s.%N) /opt/workbench/workbench -L /srv/out/demo.workbench --as "Editor A"'
done | sort -k3 -g | sed -n 4p  # the median by when it could be used
