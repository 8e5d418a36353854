#!/usr/bin/env bash
# Makes the pinned Emscripten available on Debian and changes nothing else on the host.
#
# Debian 13 (trixie) packages exactly the pinned version. Elsewhere on Debian, a private root of trixie is unpacked into
# the cache, and small wrappers run its compilers with that root's /usr and /etc over the host's (bubblewrap): every
# path stays the same. Does nothing when a fitting emcc is there already.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
wanted=$(head -n 1 "$here/../../emsdk-version.txt")
cache=${DEPECHE_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/depeche}
target=$cache/toolchain/emscripten-$wanted

has_wanted_version() {
  [ -x "$1" ] && "$1" --version 2>/dev/null | head -n 1 | grep -qF " $wanted"
}

for candidate in "${DEPECHE_EMSCRIPTEN:-/nonexistent}/emcc" "${EMSDK:-/nonexistent}/upstream/emscripten/emcc" \
                 "$(command -v emcc || echo /nonexistent)" "$target/bin/emcc"; do
  if has_wanted_version "$candidate"; then exit 0; fi
done

if ! command -v apt-get >/dev/null; then
  echo "Emscripten $wanted is needed. Install it with emsdk (emsdk install $wanted) and set EMSDK; see README." >&2
  exit 1
fi

as_root=()
if [ "$(id -u)" != 0 ]; then as_root=(sudo); fi

available=$(apt-cache policy emscripten 2>/dev/null | sed -n 's/.*Candidate: //p')
if [[ $available == "$wanted"* ]]; then
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq emscripten
  exit 0
fi

echo "Unpacking Emscripten $wanted from Debian trixie into $target (once; about 2.5 GB)…"
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq mmdebstrap bubblewrap >/dev/null
mkdir -p "$cache/toolchain"
unpacking=$(mktemp -d "$cache/toolchain/unpacking.XXXXXX")
trap '"${as_root[@]}" rm -rf "$unpacking"' EXIT
"${as_root[@]}" mmdebstrap --quiet --variant=minbase --include=emscripten trixie "$unpacking/root"

mkdir -p "$unpacking/bin"
for tool in emcc em++ emar emranlib; do
  cat >"$unpacking/bin/$tool" <<WRAPPER
#!/bin/sh
# Made by cmake/toolchain/install-emscripten.sh: $tool $wanted over this host's files.
root=\$(dirname "\$0")/../root
unset NODE_EXTRA_CA_CERTS NODE_PATH EM_CACHE EM_CONFIG EMSDK CCACHE_PREFIX
exec bwrap --dev-bind / / --ro-bind "\$root/usr" /usr --ro-bind "\$root/etc" /etc --setenv PATH /usr/bin:/bin $tool "\$@"
WRAPPER
  chmod +x "$unpacking/bin/$tool"
done
rm -rf "$target"
mv "$unpacking" "$target"
trap - EXIT
has_wanted_version "$target/bin/emcc" || { echo "The unpacked Emscripten does not run; see $target." >&2; exit 1; }
