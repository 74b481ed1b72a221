# Sourced by the commands: finds the tools they need; as root on Debian installs what is missing, otherwise says which.

debian_packages() { # install, or say what to install
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Installing Debian packages: $*"
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
  else
    echo "Missing on this machine: $*. Install them, for example: sudo apt-get install $*" >&2
    exit 1
  fi
}

need_build_tools() {
  local missing=()
  command -v javac >/dev/null || missing+=(openjdk-17-jdk-headless)
  command -v mvn >/dev/null || missing+=(maven)
  command -v node >/dev/null || missing+=(nodejs)
  command -v npm >/dev/null || missing+=(npm)
  [ ${#missing[@]} = 0 ] || debian_packages "${missing[@]}"
  local java node
  java=$(javac -version 2>&1 | sed 's/javac \([0-9]*\).*/\1/')
  node=$(node --version | sed 's/v\([0-9]*\).*/\1/')
  [ "$java" -ge 17 ] || { echo "Throughline needs JDK 17 or newer; javac here is $java." >&2; exit 1; }
  [ "$node" -ge 20 ] || { echo "Throughline needs Node 20 or newer; here it is $node." >&2; exit 1; }
}

need_browser() {
  command -v chromium >/dev/null || debian_packages chromium
}

# Tests on real Jira exports run where a folder beside the checkout has them, or THROUGHLINE_DATA names one; else they skip.
find_real_data() {
  [ -n "${THROUGHLINE_DATA:-}" ] && return
  local found
  found=$(find .. -maxdepth 3 -type d -name titanium-agile-json -print -quit 2>/dev/null || true)
  [ -z "$found" ] || export THROUGHLINE_DATA=$(cd "$found/.." && pwd)
}
