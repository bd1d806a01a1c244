#!/bin/sh
# Chromium's sandbox refuses to work for the superuser, so Electron alone runs as "nobody" with a home of its own.
# The environment names the project (GALLEY_ROOT), the Electron program (GALLEY_ELECTRON) and that home (GALLEY_HOME).
set -eu
export HOME="$GALLEY_HOME" TMPDIR="$GALLEY_HOME"
export XDG_CONFIG_HOME="$HOME/.config" XDG_CACHE_HOME="$HOME/.cache" XDG_RUNTIME_DIR="$HOME"
if [ -n "${XAUTHORITY:-}" ]; then
  cp "$XAUTHORITY" "$HOME/xauth"
  chown 65534:65534 "$HOME/xauth"
  chmod 600 "$HOME/xauth"
  export XAUTHORITY="$HOME/xauth"
fi
as_nobody="setpriv --reuid=65534 --regid=65534 --clear-groups --no-new-privs --"

if $as_nobody test -r "$GALLEY_ROOT/package.json" -a -x "$GALLEY_ELECTRON"; then
  exec $as_nobody "$GALLEY_ELECTRON" "$@"
fi

# A clone below the superuser's own home is closed to "nobody": show it to this one process at a place that is not.
seen="/mnt"
if ! unshare --mount mount --bind "$GALLEY_ROOT" "$seen" 2>/dev/null; then
  echo "The folder $GALLEY_ROOT is closed to other users, and Electron cannot run as the superuser. Move the clone, for example to /opt." >&2
  exit 1
fi
moved() {
  case "$1" in
    "$GALLEY_ROOT") printf '%s' "$seen" ;;
    "$GALLEY_ROOT"/*) printf '%s%s' "$seen" "${1#"$GALLEY_ROOT"}" ;;
    *) printf '%s' "$1" ;;
  esac
}
for word in "$@"; do
  shift
  set -- "$@" "$(moved "$word")"
done
# shellcheck disable=SC2016
exec unshare --mount sh -c 'mount --bind "$1" "$2" && shift 2 && cd "$HOME" && exec "$@"' sh \
  "$GALLEY_ROOT" "$seen" $as_nobody "$(moved "$GALLEY_ELECTRON")" "$@"
