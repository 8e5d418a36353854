# What the findings share: a temporary folder, pinned packages in it, and the verdict. Sourced, never run.
#
# A finding tells of outside software only: nothing here knows of our product. Exit codes: 0 the behaviour is as
# found, 1 it has changed, 2 it could not be looked at (a package or a program is missing).
# shellcheck shell=bash
set -euo pipefail
export LC_ALL=C.UTF-8  # Ruby, printf and Perl read our French by it

folder=$(mktemp -d)       # everything a finding installs and writes
debian_root=$folder/root  # where Debian packages are unpacked
trap 'rm -rf -- "$folder"' EXIT

cannot_look() {
  printf 'cannot look: %s\n' "$1" >&2
  exit 2
}

# needs PROGRAM…: programs that have to be installed already.
needs() {
  local program
  for program in "$@"; do
    command -v "$program" >/dev/null || cannot_look "this needs $program"
  done
}

# run_quietly WHAT COMMAND…: keeps an installer's talk for the case that it fails.
run_quietly() {
  local what=$1
  shift
  if ! "$@" >"$folder/install.log" 2>&1; then
    cat "$folder/install.log" >&2
    cannot_look "$what"
  fi
}

# npm_packages NAME@VERSION…: exact versions, without their install scripts.
npm_packages() {
  needs node npm
  printf '{"private": true}\n' >"$folder/package.json"
  run_quietly "npm could not install $*" npm install --prefix "$folder" --ignore-scripts --no-audit --no-fund "$@"
  printf 'version:  %s\n' "$*"
}

# debian_packages NAME=VERSION…: unpacks these very versions of Debian 12 (bookworm) into $debian_root; nothing is
# installed on the machine.
debian_packages() {
  local archive
  needs apt-get dpkg
  mkdir -p "$folder/archives"
  cd "$folder/archives"
  run_quietly "apt-get could not download $*" apt-get download "$@"
  for archive in ./*.deb; do
    dpkg -x "$archive" "$debian_root"
  done
  printf 'version:  %s\n' "$*"
  LD_LIBRARY_PATH=$(printf '%s:' "$debian_root"/usr/lib/*-linux-gnu)
  export LD_LIBRARY_PATH
}

# run_node < MODULE: runs an ES module that may import what npm_packages installed.
run_node() {
  cat >"$folder/finding.mjs"
  (cd "$folder" && node finding.mjs)
}

# write_docx FILE BODY: the smallest Word document with this inner XML of <w:body>.
write_docx() {
  needs python3
  python3 - "$1" "$2" <<'PYTHON'
import sys
import zipfile

file, body = sys.argv[1:]
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
PROLOGUE = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

with zipfile.ZipFile(file, "w") as archive:
    archive.writestr("[Content_Types].xml", f'{PROLOGUE}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{MAIN_TYPE}"/></Types>')
    archive.writestr("_rels/.rels", f'{PROLOGUE}<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>')
    archive.writestr("word/_rels/document.xml.rels",
        f'{PROLOGUE}<Relationships xmlns="{PACKAGE}/relationships"/>')
    archive.writestr("word/document.xml", f'{PROLOGUE}<w:document xmlns:w="{WORD}"><w:body>{body}'
        '<w:sectPr/></w:body></w:document>')
PYTHON
}

# verdict EXPECTED FOUND SEEN: what one would expect, what was found when this was written, what is seen now.
verdict() {
  printf 'expected: %s\nseen:     %s\n' "$1" "$3"
  [[ $3 == "$2" ]] && return
  printf 'found:    %s\nThe behaviour has changed.\n' "$2"
  exit 1
}
