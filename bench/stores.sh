#!/usr/bin/env bash
# Both stores with generated plans: bench/stores.sh [1000 10000]. MongoDB is the server that GOVGRAPH_TEST_MONGODB names, else the double.
set -euo pipefail
cd "$(dirname "$0")/.."
[ $# -gt 0 ] || set -- 1000 10000
most=$(printf '%s\n' "$@" | sort -n | tail -n 1)
[ -d tests/mongodb-double/node_modules ] || (cd tests/mongodb-double && npm ci --silent)
dotnet build src/GovGraph.Server --configuration Release --verbosity quiet --nologo
dotnet build bench/GovGraph.Benchmarks --configuration Release --verbosity quiet --nologo
plans=$(mktemp -d)
trap 'rm -rf "$plans"' EXIT
dotnet src/GovGraph.Server/bin/Release/net10.0/GovGraph.Server.dll generate --plans "$most" --to "$plans"
dotnet bench/GovGraph.Benchmarks/bin/Release/net10.0/GovGraph.Benchmarks.dll stores "$plans" "$@"
