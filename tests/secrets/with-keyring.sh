#!/bin/bash
# with-keyring.sh [--without-service | --without-bus] COMMAND...
#
# Runs COMMAND with a session bus of its own and a fresh gnome-keyring whose "login" keyring is unlocked; its
# password is in KEYRING_PASSWORD. Neither the user's keyring nor their bus is touched.
#   --without-service  a bus on which nobody is, or can be started as, the Secret Service
#   --without-bus      no session bus at all
# Needs dbus (dbus-run-session), gnome-keyring and libglib2.0-bin (gdbus); no display, no root.
set -euo pipefail

mode=keyring
case ${1:-} in
    --without-service) mode=bus; shift ;;
    --without-bus) mode=none; shift ;;
esac

home=$(mktemp -d "${TMPDIR:-/tmp}/numbers-keyring.XXXXXX")
trap 'rm -rf "$home"' EXIT
mkdir -m 700 "$home/run" "$home/data" "$home/config" "$home/cache"
export HOME=$home XDG_RUNTIME_DIR=$home/run XDG_DATA_HOME=$home/data XDG_CONFIG_HOME=$home/config \
    XDG_CACHE_HOME=$home/cache KEYRING_PASSWORD="correct horse"
unset DBUS_SESSION_BUS_ADDRESS GNOME_KEYRING_CONTROL DISPLAY WAYLAND_DISPLAY \
    XDG_CURRENT_DESKTOP DESKTOP_SESSION KDE_FULL_SESSION KDE_SESSION_VERSION

if [ $mode = none ]; then
    "$@"
    exit
fi

# The distribution's configuration would start whatever Secret Service is installed.
cat > "$home/bus.conf" <<XML
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir=$home/run</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*"/>
    <allow receive_sender="*"/>
    <allow own="*"/>
  </policy>
</busconfig>
XML

if [ $mode = bus ]; then
    dbus-run-session --config-file="$home/bus.conf" -- "$@"
    exit
fi

# shellcheck disable=SC2016 # expanded by the inner shell
dbus-run-session --config-file="$home/bus.conf" -- bash -c '
    gnome-keyring-daemon --foreground --unlock --components=secrets \
        < <(printf %s "$KEYRING_PASSWORD") >/dev/null 2>&1 &
    daemon=$!
    gdbus wait --session --timeout 20 org.freedesktop.secrets || { echo "gnome-keyring did not start" >&2; exit 1; }
    # On the bus is not yet unlocked.
    for _ in $(seq 200); do
        locked=$(gdbus call --session --dest org.freedesktop.secrets \
            --object-path /org/freedesktop/secrets/collection/login \
            --method org.freedesktop.DBus.Properties.Get org.freedesktop.Secret.Collection Locked 2>/dev/null || true)
        case $locked in *false*) break ;; esac
        sleep 0.05
    done
    status=0
    "$@" || status=$?
    kill $daemon
    wait $daemon 2>/dev/null || true
    exit $status' keyring "$@"
