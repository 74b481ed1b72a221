#!/usr/bin/env bash
# Builds and checks the front end for Maven: types, lint, format, unit tests, bundle. `npm ci` only when the lock changed.
set -euo pipefail
cd "$(dirname "$0")/../../frontend"
[ -f package.json ] || exit 0
stamp=node_modules/.throughline-lock
lock=$(sha256sum package-lock.json | cut -d' ' -f1)
if [ ! -f "$stamp" ] || [ "$(cat "$stamp")" != "$lock" ]; then
  npm ci --no-audit --no-fund --loglevel=error
  echo "$lock" > "$stamp"
fi
# THROUGHLINE_FRONTEND=build leaves the checks out: for ./demo, which only wants to start
steps="build types lint format:check test"
[ "${THROUGHLINE_FRONTEND:-}" = build ] && steps=build
for step in $steps; do
  npm run --silent "$step"
done
