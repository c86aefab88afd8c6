#!/bin/sh
# Runs the tests of the MongoDB store so that native memory which is used after it was freed, or never set, shows:
# malloc fills what it gives and what it takes back, and the garbage collector moves objects every megabyte.
# Arguments go to the test program, such as --filter-class '*MongoStoreTests'.
set -eu
cd "$(dirname "$0")/.."
dotnet build tests/GovGraph.Storage.MongoDb.Tests --nologo --verbosity quiet
MALLOC_PERTURB_=165 DOTNET_GCgen0size=0x100000 \
  dotnet run --no-build --project tests/GovGraph.Storage.MongoDb.Tests -- "$@"
