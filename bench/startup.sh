#!/usr/bin/env bash
# How long the built server takes from its start to its first answer, and the memory it then holds, with the five plans:
# once with an empty store (seeds imported), then again over the same data. Medians of 5 rounds.
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet build src/GovGraph.Server --configuration Release --verbosity quiet
data=$(mktemp -d)
# Rounds run in subshells, so the server's id is left in a file for whoever has to clean up.
end_server() { if [ -s "$data/pid" ]; then kill "$(cat "$data/pid")" 2>/dev/null || true; rm "$data/pid"; fi; }
trap 'end_server; rm -rf "$data"' EXIT
url=http://127.0.0.1:5087

round() {
  local start end
  start=$(date +%s%N)
  dotnet src/GovGraph.Server/bin/Release/net10.0/GovGraph.Server.dll --urls $url --GovGraph:Storage:Path "$data/store" >"$data/log" &
  local pid=$!
  echo "$pid" >"$data/pid"
  until curl -sf $url/graphql -H 'content-type: application/json' -d '{"query":"{ tasks { totalCount } }"}' >"$data/answer" 2>/dev/null; do sleep 0.02; done
  end=$(date +%s%N)
  grep -q '"totalCount":222' "$data/answer"
  # What the README shows, so that the code of a real query is loaded too.
  curl -sf $url/graphql -H 'content-type: application/json' -d '{"query":"{ plans { nodes { areas { title components { title tasks { title leadUnits { name } deadline { text } } } } } } }"}' >/dev/null
  echo "$(( (end - start) / 1000000 )) $(awk '/VmRSS/ { print int($2 / 1024) }' "/proc/$pid/status")"
  end_server
  wait "$pid" 2>/dev/null || true
}

median() { sort -n | sed -n 3p; }
first=$(for i in 1 2 3 4 5; do rm -rf "$data/store"; round; done)
again=$(for i in 1 2 3 4 5; do round; done)
echo "| start | first answer after (ms) | memory then (MB) |"
echo "|---|--:|--:|"
echo "| empty store, five plans imported | $(cut -d' ' -f1 <<<"$first" | median) | $(cut -d' ' -f2 <<<"$first" | median) |"
echo "| store with the five plans | $(cut -d' ' -f1 <<<"$again" | median) | $(cut -d' ' -f2 <<<"$again" | median) |"
