# Finds a Chromium for the journeys, installing Debian's where it is missing and that is allowed. Sourced by ./check.

chromium_help='Install Chromium ("apt-get install chromium" on Debian), or name one in CHROMIUM.'

find_chromium() {
  local found
  for found in "${CHROMIUM:-}" "$(command -v chromium)" "$(command -v chromium-browser)" "$(command -v google-chrome)"; do
    [ -n "$found" ] && [ -x "$found" ] && export CHROMIUM="$found" && return 0
  done
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 1
  printf '\n== Installing Chromium\n'
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null ||
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null; } || return 1
  export CHROMIUM="$(command -v chromium)" && [ -x "$CHROMIUM" ]
}
