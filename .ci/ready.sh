# What ./start and ./check both need: Node 24, the packages of the lock file, and built programs. Sourced, never run.

stop() { printf '%s\n' "$@" >&2; exit 1; }

# npm runs on whatever Node is on the path; Goldthread itself runs on the Node 24 that npm brings (docs/decisions/0002).
major_of() { "$1" --version 2>/dev/null | sed -E 's/^v([0-9]+).*/\1/'; }

find_node() {
  node=node_modules/.bin/node
  [ -x "$node" ] || node=$(command -v node)
  [ "$(major_of "$node")" = 24 ] || stop \
    "Goldthread runs on Node 24, and $node is $("$node" --version 2>/dev/null || echo 'not to be had')." \
    "Its packages bring Node 24 for Linux and macOS. Remove node_modules and start again (npm must not be told to omit optional packages), or put Node 24 on the path."
  export PATH="$PWD/node_modules/.bin:$PATH"
}

install_packages() {
  command -v npm >/dev/null && [ "$(major_of node || echo 0)" -ge 20 ] 2>/dev/null || stop \
    "Installing Goldthread needs Node 20 or later with npm on the path (https://nodejs.org)."
  if [ ! -f node_modules/.package-lock.json ] || [ package-lock.json -nt node_modules/.package-lock.json ]; then
    echo "Installing packages…"
    npm ci --loglevel=error --no-audit --no-fund || return 1
    touch node_modules/.package-lock.json
  fi
  find_node
}

# Built programs are stale when any source is newer than the mark the last build left.
build_programs() {
  local mark=dist/.built sources=() source
  for source in src fakes bench package-lock.json package.json tsconfig.json; do [ -e "$source" ] && sources+=("$source"); done
  if [ ! -f "$mark" ] || [ -n "$(find "${sources[@]}" -newer "$mark" -print -quit)" ]; then
    echo "Building…"
    rm -rf dist
    npm run --silent build || return 1
    touch "$mark"
  fi
}
