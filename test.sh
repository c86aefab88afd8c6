#!/usr/bin/env bash
# Installs what the tests need, builds everything and runs every test.
# The last line is "N passed, N failed", with ", N skipped" where tests were skipped; the exit code is 0 only if none failed.
set -uo pipefail
cd "$(dirname "$0")"

fail() { echo "test.sh: $1" >&2; exit 1; }

need_dotnet() {
  command -v dotnet >/dev/null || fail "the .NET 10 SDK is missing: install it (https://learn.microsoft.com/dotnet/core/install/linux) and run ./test.sh again"
  dotnet --list-sdks | grep -q '^10\.' || fail "this needs the .NET 10 SDK, found: $(dotnet --list-sdks | tr '\n' ' ')"
}

need_node() {
  command -v node >/dev/null || fail "Node 20 or later is missing: install it (apt-get install nodejs npm) and run ./test.sh again"
  [ "$(node -p 'process.versions.node.split(".")[0]')" -ge 20 ] || fail "this needs Node 20 or later, found $(node --version)"
}

# Node packages of the tests: one folder below tests/ with a package-lock.json each. The build installs those of GraphiQL.
install_node_packages() {
  local lock folder
  while read -r lock; do
    folder=$(dirname "$lock")
    if [ ! -d "$folder/node_modules" ] || [ "$lock" -nt "$folder/node_modules/.package-lock.json" ]; then
      echo "installing the Node packages of $folder"
      (cd "$folder" && npm ci --no-audit --no-fund --loglevel=error) || fail "npm ci failed in $folder: see above"
    fi
  done < <(find tests -name package-lock.json -not -path '*/node_modules/*')
}

need_dotnet
need_node
install_node_packages
tests/require-libmongoc.sh || fail "libmongoc could not be installed: see above"
tests/require-chromium.sh || echo "test.sh: Chromium could not be installed: the tests of GraphiQL are skipped"

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
dotnet build GovGraph.sln --configuration Release --verbosity quiet || fail "the build failed: see above"

log=$(mktemp)
trap 'rm -f "$log"' EXIT
dotnet test --solution GovGraph.sln --configuration Release --no-build --no-progress 2>&1 | tee "$log"
ran=${PIPESTATUS[0]}

count() { sed -nE "s/^ *$1: *([0-9]+).*/\1/p" "$log" | tail -n 1; }
passed=$(count succeeded) failed=$(count failed) skipped=$(count skipped)
[ -n "$passed" ] || fail "the tests did not run to their end (exit code $ran): see above"
[ "$ran" -eq 0 ] || [ "$failed" -gt 0 ] || failed=1

if [ "${skipped:-0}" -gt 0 ]; then echo "$passed passed, $failed failed, $skipped skipped"; else echo "$passed passed, $failed failed"; fi
[ "$failed" -eq 0 ]
