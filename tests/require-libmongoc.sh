#!/bin/sh
# Installs MongoDB's C driver where it is missing; the tests of the MongoDB store call it.
set -eu
if ldconfig -p | grep -qE 'libmongoc-1\.0\.so\.0|libmongoc2\.so\.2'; then exit 0; fi
if ! command -v apt-get >/dev/null; then
  echo "libmongoc is missing: install the package of your system that holds libmongoc-1.0.so.0" >&2
  exit 1
fi
apt-get update -q >/dev/null
DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends libmongoc-1.0-0 >/dev/null
