#!/bin/sh
# Chromium's sandbox refuses to work for the superuser, so Electron alone runs as "nobody" with a home of its own.
# The environment names the program (GALLEY_ELECTRON) and that home (GALLEY_HOME).
set -eu
export HOME="$GALLEY_HOME" TMPDIR="$GALLEY_HOME"
export XDG_CONFIG_HOME="$HOME/.config" XDG_CACHE_HOME="$HOME/.cache" XDG_RUNTIME_DIR="$HOME"
if [ -n "${XAUTHORITY:-}" ]; then
  cp "$XAUTHORITY" "$HOME/xauth"
  chown 65534:65534 "$HOME/xauth"
  chmod 600 "$HOME/xauth"
  export XAUTHORITY="$HOME/xauth"
fi
exec setpriv --reuid=65534 --regid=65534 --clear-groups --no-new-privs -- "$GALLEY_ELECTRON" "$@"
