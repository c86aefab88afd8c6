#!/bin/sh
# Installs Chromium where it is missing; the tests of GraphiQL drive it, and are skipped without it.
set -eu
if [ -x "${GOVGRAPH_CHROMIUM:-/usr/bin/chromium}" ]; then exit 0; fi
if ! command -v apt-get >/dev/null || [ "$(id -u)" -ne 0 ]; then
  echo "Chromium is missing, so the tests of GraphiQL are skipped: install it, or name it in GOVGRAPH_CHROMIUM" >&2
  exit 0
fi
apt-get update -q >/dev/null
DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends chromium >/dev/null
