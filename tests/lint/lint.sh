# shellcheck shell=bash
# shellcheck disable=SC2154
# The checks of `./dev lint`; sourced by dev, whose functions and variables it uses.

check() { # NAME COMMAND...
    local name="$1" began=$SECONDS log
    shift
    log="build/lint-$name.log"
    if "$@" >"$log" 2>&1; then
        passed=$((passed + 1))
        printf '%sok%s      %-10s %s\n' "$green" "$plain" "$name" "$(tail -n 1 "$log") ($((SECONDS - began)) s)"
    else
        failed=$((failed + 1))
        printf '%sFAILED%s  %s\n' "$red" "$plain" "$name"
        head -n "${LINT_LINES:-80}" "$log" | sed 's/^/        /'
    fi
}

lint_format() {
    local tool list findings
    tool="$(first_of clang-format-14 clang-format)" || return 1
    list="$(files '*.cpp' '*.h')"
    # The tool fails where it finds something: only its words are looked at.
    findings="$({ printf '%s\n' "$list" | xargs "$tool" --dry-run -Werror --ferror-limit=3 2>&1 || true; } |
        grep ': error:' | cut -d : -f 1-2 || true)"
    if [ -n "$findings" ]; then
        printf '%s\n' "$findings"
        return 1 # "./dev format" mends them
    fi
    say "$(printf '%s\n' "$list" | wc -l) files"
}

# Files for clang-tidy: all, or those of the branch (on main: of its last commits), newest changes first.
changed_sources() {
    if [ "$lint_all" -eq 1 ] || ! git rev-parse --verify -q HEAD >/dev/null; then
        files 'src/*.cpp' 'tests/*.cpp'
        return
    fi
    local base history
    base="$(git merge-base HEAD origin/main 2>/dev/null || true)"
    if [ -n "$base" ] && [ "$base" != "$(git rev-parse HEAD)" ]; then
        history=("$base..HEAD")
    else
        history=(-n 20)
    fi
    {
        git diff --name-only --diff-filter=d HEAD -- src tests
        git ls-files --others --exclude-standard -- src tests
        git log --format= --name-only "${history[@]}" -- src tests
    } | sed 's/\.h$/.cpp/' | awk '/\.cpp$/ && !seen[$0]++' | while IFS= read -r file; do
        if [ -f "$file" ]; then say "$file"; fi
    done
}

lint_tidy() {
    local tool list autogen
    tool="$(first_of clang-tidy-19 clang-tidy-20 clang-tidy)" || return 1
    (configure dev) || return 1
    # Forms and moc files have to exist; nothing else has to be built.
    autogen="$(ninja -C build/dev -t targets all | sed -n 's/^\([A-Za-z0-9_-]*_autogen\): phony$/\1/p')"
    if [ -n "$autogen" ]; then
        # shellcheck disable=SC2086 # a list of names
        build dev $autogen || return 1
    fi
    list="$(changed_sources | python3 tests/lint/tidydatabase.py build/dev build/lint)" || return 1
    if [ "$lint_all" -eq 0 ]; then
        list="$(printf '%s\n' "$list" | head -n "${LINT_TIDY_MAX:-10}")"
    fi
    if [ -z "$list" ]; then
        say "no changed files"
        return 0
    fi
    printf '%s\n' "$list" | xargs -n 1 -P "${NUMBERS_JOBS:-2}" "$tool" --quiet -p build/lint 2>build/lint-tidy.err ||
        return 1
    say "$(printf '%s\n' "$list" | wc -l) files"
}

lint_shell() {
    local list
    list="$(files '*.sh') dev .ci/run"
    # shellcheck disable=SC2086 # our own names have no blanks
    shellcheck -x $list || return 1
    # shellcheck disable=SC2086
    say "$(set -- $list && echo $#) scripts"
}

lint_desktop() {
    desktop-file-validate packaging/com.nixflex.Numbers.desktop || return 1
    say "com.nixflex.Numbers.desktop"
}

lint_appstream() { appstreamcli validate --no-net --no-color packaging/com.nixflex.Numbers.metainfo.xml; }

lint_forms() { files 'ui/*.ui' | python3 tests/lint/checkforms.py -; }

lint_sources() { files '*' | python3 tests/lint/checksources.py -; }

lint_main() {
    lint_all=0
    case "${1:-}" in
    --all) lint_all=1 ;;
    '') ;;
    *) usage_error "lint takes --all or nothing" ;;
    esac
    step "Checking the sources"
    check format lint_format
    check forms lint_forms
    check sources lint_sources
    check desktop lint_desktop
    check appstream lint_appstream
    check shell lint_shell
    check tidy lint_tidy
    save_totals lint
    totals_line
    [ "$failed" -eq 0 ]
}
