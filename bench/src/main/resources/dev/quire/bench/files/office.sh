#!/bin/bash
# Converts a workbook with LibreOffice and prints what that took, as FileTimes reads it.
set -eu
TIMEFORMAT='%R %U %S'
out=$2/office
mkdir -p "$out"
taken=$( { time soffice -env:UserInstallation="file://$out/profile" --headless --convert-to xlsx --outdir "$out" "$1" >/dev/null 2>&1; } 2>&1 )
awk -v t="$taken" 'BEGIN { split(t, s, " "); print "times", s[2] + s[3], s[1], "NaN NaN NaN" }'
