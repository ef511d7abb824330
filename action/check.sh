#!/usr/bin/env bash
# Run msglint as the inputs of the action say: notes beside the lines, a summary of the step, files for others to read.
# PROGRAMS is the folder that install.sh put it into. The bash of macOS is 3.2: no mapfile.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
sarif=$RUNNER_TEMP/msglint.sarif
report=$RUNNER_TEMP/msglint.md
counts=$RUNNER_TEMP/msglint.json
rm -f "$sarif" "$report" "$counts"

finish() { # STATUS FINDINGS SARIF REPORT
    printf '%s\n' "status=$1" "findings=$2" "sarif=$3" "report=$4" >>"$GITHUB_OUTPUT"
    exit "$1"
}

arguments=(check --format github --output "sarif=$sarif" --output "markdown=$report" --output "json=$counts")
[ -z "$INPUT_GLOSSARY" ] || arguments+=(--glossary "$INPUT_GLOSSARY")
[ -z "$INPUT_CONFIG" ] || arguments+=(--config "$INPUT_CONFIG")
[ -z "$INPUT_BASELINE" ] || arguments+=(--baseline "$INPUT_BASELINE")
[ -z "$INPUT_FAIL_ON" ] || arguments+=(--fail-on "$INPUT_FAIL_ON")
if [ "$INPUT_CHANGED_ONLY" = true ]; then
    base=$(bash "$here/base.sh") || finish 2 "" "" ""
    [ -z "$base" ] || arguments+=(--changed-since "$base")
fi
arguments+=(--)
while IFS= read -r path; do
    path=${path%$'\r'}
    [ -z "$path" ] || arguments+=("$path")
done <<<"$INPUT_PATHS"

status=0
"$PROGRAMS/msglint" "${arguments[@]}" || status=$?
if [ "$status" -gt 1 ]; then
    echo "::error title=msglint::Something could not be checked; the log of this step says what."
fi
if [ ! -s "$counts" ]; then # it did not come to checking
    finish "$status" "" "" ""
fi
cat "$report" >>"$GITHUB_STEP_SUMMARY"
findings=$("$PROGRAMS/python" -I -c '
import json, sys
with open(sys.argv[1], encoding="utf-8") as file:
    print(json.load(file)["summary"]["findings"])' "$counts")
finish "$status" "$findings" "$sarif" "$report"
