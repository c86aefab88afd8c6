#!/usr/bin/env bash
# GovGraph beside its peers: bench/http/compare.sh [--rounds 3 --seconds 4 --warm 1 --prewarm 4 --connections 32 --queries small,list --servers limit,GovGraph --gc own|server|workstation]
set -euo pipefail
cd "$(dirname "$0")"
command -v wrk >/dev/null || { echo "wrk is missing: apt-get install -y wrk" >&2; exit 1; }
dotnet build ../../src/GovGraph.Server --configuration Release --verbosity quiet --nologo
dotnet build Limit --configuration Release --verbosity quiet --nologo
[ node_modules/.package-lock.json -nt package-lock.json ] || npm ci --silent
exec node compare.mjs "$@"
