#!/usr/bin/env bash
# Sends inputs that nobody thought of to a server on 127.0.0.1: tests/fuzz.sh [--inputs 100000] [--seed N] [--only asking/17]
# A seed is drawn where none is given, and printed; --only sends one input of a seed again.
set -euo pipefail
cd "$(dirname "$0")/.."
inputs=100000 seed=$((RANDOM * 32768 + RANDOM)) only=
while [ $# -gt 0 ]; do
  case "$1" in
    --inputs) inputs=$2 ;;
    --seed) seed=$2 ;;
    --only) only=$2 ;;
    *) echo "tests/fuzz.sh: '$1' is none of --inputs, --seed, --only" >&2; exit 1 ;;
  esac
  shift 2
done
echo "seed $seed"
GOVGRAPH_FUZZ_INPUTS=$inputs GOVGRAPH_FUZZ_SEED=$seed GOVGRAPH_FUZZ_ONLY=$only \
  dotnet run --project tests/GovGraph.Server.Tests --configuration Release -- --filter-method '*The_server_answers_goes_on_and_does_not_grow' --output Detailed --no-progress
