#!/usr/bin/env bash
# 64 clients change plans over lines that are cut, while the server is killed three times, on both stores: tests/load.sh [--seconds 60] [--seed N]
# A seed is drawn where none is given, and printed. Everything happens on 127.0.0.1.
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=60 seed=$((RANDOM))
while [ $# -gt 0 ]; do
  case "$1" in
    --seconds) seconds=$2 ;;
    --seed) seed=$2 ;;
    *) echo "tests/load.sh: '$1' is none of --seconds, --seed" >&2; exit 1 ;;
  esac
  shift 2
done
echo "seed $seed"
GOVGRAPH_LOAD_SECONDS=$seconds GOVGRAPH_LOAD_SEED=$seed \
  dotnet run --project tests/GovGraph.Server.Tests --configuration Release -- --filter-class '*.LoadTests' --output Detailed --no-progress
