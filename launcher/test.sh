# shellcheck shell=sh disable=SC2154 # sourced: its variables come from ../lockstep
# ./lockstep test: the whole check, which CI calls too, or its quick part. Sourced by ../lockstep.

tests_usage() {
    cat <<'TEXT'
Usage: lockstep test [--quick] [--yes] [MAVEN OPTION ...]
The whole check: layout, compiler checks, every test (mvn verify).
  --quick  only the tests that are quick, without layout and compiler checks
  --yes    install what is missing without asking
TEXT
}

# Prints Maven's option for the npm clients that are tried against the simulator, nothing where they cannot be had:
# whether a registry answers says nothing about this code.
npm_clients() {
    if clients=$("$root/broker-simulator/src/test/clients/install"); then
        printf '%s' "-Dsimulator.clients=$clients"
    else
        say "npm clients: left out, NpmClientsTest will be skipped"
    fi
}

# The screen is tried in a browser where there is one or one can be had.
find_browser() {
    if ! command -v chromium >/dev/null 2>&1; then
        . "$root/launcher/packages.sh"
        say "the tests of the screen need chromium."
        offer chromium || say "chromium: left out, the tests of the screen will be skipped"
    fi
}

# The store in PostgreSQL is tried against servers that the tests start themselves.
find_postgres() {
    for initdb in /usr/lib/postgresql/*/bin/initdb; do
        if [ -x "$initdb" ]; then return 0; fi
    done
    if ! command -v initdb >/dev/null 2>&1; then
        . "$root/launcher/packages.sh"
        say "the tests of the store in PostgreSQL need postgresql."
        offer postgresql || say "postgresql: left out, the tests of the store in PostgreSQL will be skipped"
    fi
}

run_tests() {
    quick=''
    while [ $# -gt 0 ]; do
        case $1 in
            --quick) quick=yes ;;
            --yes) agreed=yes ;;
            --help | -h)
                tests_usage
                exit 0
                ;;
            *) break ;;
        esac
        shift
    done
    require_tools
    cd "$root" || exit
    export JAVA_HOME="$java_home"
    if [ -n "$quick" ]; then
        exec mvn -P '!format,!strict' -DexcludedGroups=slow "$@" test </dev/null
    fi
    clients=$(npm_clients)
    find_browser
    find_postgres
    # ${...:+}: no option at all where there are no clients.
    exec mvn ${clients:+"$clients"} "$@" verify </dev/null
}
