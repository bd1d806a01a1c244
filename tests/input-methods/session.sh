#!/bin/sh
# Inside an X display and a session bus of its own: a window manager for the focus, the input method, then the tests.
export LANG=C.UTF-8 LC_ALL=C.UTF-8 GTK_IM_MODULE="${GALLEY_INPUT_METHOD%5}" XMODIFIERS="@im=${GALLEY_INPUT_METHOD%5}"
openbox >/dev/null 2>&1 &
manager=$!
setxkbmap us 2>/dev/null
if [ "$GALLEY_INPUT_METHOD" = ibus ]; then
  ibus-daemon --xim --panel disable --config disable >"$HOME/daemon.log" 2>&1 &
else
  mkdir -p "$XDG_CONFIG_HOME/fcitx5"
  cat >"$XDG_CONFIG_HOME/fcitx5/profile" <<'PROFILE'
[Groups/0]
Name=Default
Default Layout=us
DefaultIM=bamboo

[Groups/0/Items/0]
Name=keyboard-us
Layout=

[Groups/0/Items/1]
Name=bamboo
Layout=

[GroupOrder]
0=Default
PROFILE
  fcitx5 --disable=wayland,notifications,notificationitem,kimpanel >"$HOME/daemon.log" 2>&1 &
fi
daemon=$!
sleep 2.5
node node_modules/@playwright/test/cli.js test -c tests/input-methods/playwright.config.ts "$@"
result=$?
kill "$daemon" "$manager" 2>/dev/null
exit "$result"
