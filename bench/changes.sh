#!/usr/bin/env bash
# What changes cost, and how soon they are told: bench/changes.sh events [--subscribers 500 --paced 300 --burst 3000], bench/changes.sh bulk [--items 1000 --rounds 3]
set -euo pipefail
cd "$(dirname "$0")/.."
case "${1:-}" in
  events | bulk) ;;
  *) echo "bench/changes.sh: say events or bulk" >&2; exit 1 ;;
esac
[ -d tests/mongodb-double/node_modules ] || (cd tests/mongodb-double && npm ci --silent)
dotnet build src/GovGraph.Server --configuration Release --verbosity quiet --nologo
exec node "bench/changes/$1.mjs" "${@:2}"
