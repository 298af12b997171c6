#!/bin/sh
# A consistent copy of the store while the bot runs:  backup.sh STORE FOLDER
# The last BACKUPS_KEPT (14) copies stay. PYTHON names the interpreter (python3).
# Prints the copy's path; on any fault nothing is rotated away and the exit code is 1.
set -eu
umask 077
export LC_ALL=C

store=${1:?usage: backup.sh STORE FOLDER}
folder=${2:?usage: backup.sh STORE FOLDER}
kept=${BACKUPS_KEPT:-14}
case $kept in
    *[!0-9]* | 0*) echo "backup.sh: BACKUPS_KEPT is '$kept': not a number of copies" >&2; exit 1 ;;
esac

mkdir -p "$folder"
partial=$(mktemp "$folder/.hoidap-XXXXXX")
trap 'rm -f "$partial" "$partial-wal" "$partial-shm"' EXIT
trap 'exit 1' HUP INT TERM

# all pages in one step: a copy made in several begins anew whenever the bot writes
"${PYTHON:-python3}" - "$store" "$partial" <<'PYTHON'
import os, pathlib, sqlite3, sys

store, partial = map(pathlib.Path, sys.argv[1:])
try:
    source = sqlite3.connect(store.absolute().as_uri() + "?mode=rw", uri=True, timeout=60)
    copy = sqlite3.connect(partial)
    source.backup(copy)
    found = copy.execute("PRAGMA integrity_check").fetchone()[0]
    broken = copy.execute("PRAGMA foreign_key_check").fetchone()
    copy.close()
    source.close()
except sqlite3.Error as error:
    sys.exit(f"backup.sh: {store}: {error}")
if found != "ok" or broken:
    sys.exit(f"backup.sh: {store}: the copy is not sound ({found})")
with partial.open("rb") as written:
    os.fsync(written.fileno())
PYTHON

copy=$folder/hoidap-$(date -u +%Y%m%dT%H%M%SZ).db
mv "$partial" "$copy"
echo "$copy"

# names sort by time, so the oldest come first
set -- "$folder"/hoidap-????????T??????Z.db
while [ $# -gt "$kept" ]; do
    rm -f "$1"
    shift
done
