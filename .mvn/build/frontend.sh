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
npm run --silent build
[ "${THROUGHLINE_FRONTEND:-}" = build ] && exit 0
# the checks side by side, each one's words kept together
words=$(mktemp -d)
trap 'rm -rf "$words"' EXIT
steps=(types lint format:check test)
for at in "${!steps[@]}"; do
  npm run --silent "${steps[at]}" >"$words/$at" 2>&1 &
  pids[at]=$!
done
failed=0
for at in "${!steps[@]}"; do
  wait "${pids[at]}" || failed=1
  cat "$words/$at"
done
exit $failed
