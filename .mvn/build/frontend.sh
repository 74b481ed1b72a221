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
for step in build types lint format:check test; do
  npm run --silent "$step"
done
