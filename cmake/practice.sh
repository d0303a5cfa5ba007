# shellcheck shell=bash
# shellcheck disable=SC2154
# What `./dev run` shows where there is no display; sourced by dev, whose functions and variables it uses.

# The main job without a window: every line below really runs, against the simulated providers.
practise_in_terminal() {
    practice="$(mktemp -d)"
    # shellcheck disable=SC2064 # the folder is known now
    trap "rm -rf '$practice'" EXIT
    step "Practice mode in the terminal: bring a number from Twilio to an agent at Nixflex"
    say "Both providers are simulated on this computer; nothing real can be touched."
    show "1. The agents that can answer" agents
    show "2. What Nixflex answers now" numbers
    cp "$practice/shown" "$practice/before"
    show "3. What the import would replace; nothing is changed yet" import --dry-run
    show "4. The import" import --yes
    show "5. The fleet has one number more" numbers
    show "6. What was recorded" operations
    say
    say "${green}Done.${plain} The same in a window: ./dev run on a desktop (over ssh: ssh -X)."
    say "With real numbers: \"Using it for real\" in README.md, and ./dev cli --help."
}

show() { # TITLE ARGUMENT...
    local title="$1" status=0
    shift
    say
    say "$bold$title$plain"
    say "$dim\$ $cli --practice $*$plain"
    "$(program dev "$cli")" --practice --profile "$practice/profile" "$@" >"$practice/shown" || status=$?
    # What is new since the last list comes first; of long lists the beginning is enough.
    {
        if [ -f "$practice/before" ] && [ "$1" = numbers ]; then
            head -n 1 "$practice/shown"
            grep -vxFf "$practice/before" "$practice/shown" || true
            say "... and the $(($(wc -l <"$practice/before") - 1)) from before"
        elif [ "$1" != import ] && [ "$(wc -l <"$practice/shown")" -gt 13 ]; then
            head -n 11 "$practice/shown"
            say "... and $(($(wc -l <"$practice/shown") - 11)) more"
        else
            cat "$practice/shown"
        fi
    } | sed 's/^/    /'
    [ "$status" -eq 0 ] || die "this step failed with exit code $status"
}
