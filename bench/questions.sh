#!/usr/bin/env bash
# How long each question of tests/GovGraph.Server.Tests/Questions takes in the embedded store with many plans: bench/questions.sh [1000].
# Over HTTP, one connection, one question after the other. The five published plans, which the questions are about, stand among generated ones.
set -euo pipefail
cd "$(dirname "$0")/.."
plans=${1:-1000}
times=300
server=src/GovGraph.Server/bin/Release/net10.0/GovGraph.Server.dll
url=http://127.0.0.1:5088
dotnet build src/GovGraph.Server --configuration Release --verbosity quiet --nologo
data=$(mktemp -d)
pid=
trap '[ -z "$pid" ] || kill "$pid" 2>/dev/null || true; rm -rf "$data"' EXIT
dotnet $server generate --plans "$plans" --to store --store "$data/store" >/dev/null
dotnet $server import seeds/*.json --store "$data/store" >/dev/null
dotnet $server --urls $url --GovGraph:Storage:Path "$data/store" >"$data/log" &
pid=$!
until curl -sf $url/health/ready >/dev/null 2>&1; do kill -0 $pid; sleep 0.2; done

# An operation as the body of a request: quotes and backslashes escaped, line ends as JSON has them.
body() { printf '{"query":"%s"}' "$(sed -e 's/\\/\\\\/g' -e 's/"/\\"/g' "$1" | awk '{ printf "%s\\n", $0 }')"; }
ask() { curl -s -H 'content-type: application/json' --data-binary "@$data/body" -o /dev/null -w '%{time_total}\n' "$url/graphql?n=[1-$2]"; }
at() { sort -n | awk -v share="$1" '{ times[NR] = $1 } END { place = int(NR * share); printf "%.1f", times[place < 1 ? 1 : place] * 1000 }'; }

echo "| question, $plans generated plans beside the five | p50 (ms) | p99 (ms) |"
echo "|---|--:|--:|"
for question in tests/GovGraph.Server.Tests/Questions/*.graphql; do
  body "$question" >"$data/body"
  curl -s -H 'content-type: application/json' --data-binary "@$data/body" $url/graphql >"$data/answer"
  if grep -q '"errors"' "$data/answer"; then cat "$data/answer"; exit 1; fi
  ask "$question" 30 >/dev/null
  ask "$question" $times >"$data/times"
  echo "| $(head -n 1 "$question" | sed 's/^# //') | $(at 0.5 <"$data/times") | $(at 0.99 <"$data/times") |"
done
awk '/VmHWM/ { most = $2 } /VmRSS/ { now = $2 } END { printf "\nMemory: %d MB at the end, %d MB at most.\n", now / 1024, most / 1024 }' "/proc/$pid/status"
