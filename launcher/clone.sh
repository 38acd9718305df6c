# shellcheck shell=sh disable=SC2154,SC2034 # sourced: its variables come from, and go to, ../lockstep
# What the launcher does in a clone and not in a release: finds a JDK and builds. Sourced by ../lockstep.

release=25

# Ends unless a JDK and Maven are there, or could be installed; sets $java_home.
require_tools() {
    if ! find_java jdk || ! command -v mvn >/dev/null 2>&1; then
        . "$root/launcher/packages.sh"
        install_tools
    fi
}

# Succeeds when folder $1 holds a Java that is new enough; $need is jdk (to build) or java (to run).
suits() {
    [ -n "$1" ] || return 1
    read_major "$1"
    [ "$major" -ge "$release" ] || return 1
    [ "$need" = java ] || [ -x "$1/bin/javac" ]
}

# Sets $java_home to the first Java that suits: the ones the user names, then the newest of the usual folders.
find_java() {
    need=$1
    java_home=''
    if [ -n "${LOCKSTEP_JAVA_HOME:-}" ]; then
        suits "$LOCKSTEP_JAVA_HOME" \
            || die "LOCKSTEP_JAVA_HOME is $LOCKSTEP_JAVA_HOME, which holds no JDK $release or newer."
        java_home=$LOCKSTEP_JAVA_HOME
        return 0
    fi
    if suits "${JAVA_HOME:-}"; then
        java_home=$JAVA_HOME
        return 0
    fi
    on_path=$(command -v java || true)
    if [ -n "$on_path" ]; then
        on_path=$(dirname -- "$(own_folder "$on_path")")
        if suits "$on_path"; then
            java_home=$on_path
            return 0
        fi
    fi
    newest=0
    for candidate in \
        /usr/lib/jvm/* /usr/java/* /usr/local/*jdk* /usr/local/lib/jvm/* /opt/*jdk* /opt/java/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        "${HOME:-/nonexistent}"/.sdkman/candidates/java/* "${HOME:-/nonexistent}"/.jdks/*; do
        if suits "$candidate" && [ "$major" -gt "$newest" ]; then
            java_home=$candidate
            newest=$major
        fi
    done
    [ -n "$java_home" ]
}

# Succeeds when the jar is there and nothing it is made of is newer.
fresh() {
    [ -f "$jar" ] || return 1
    newer=$(
        cd "$root" && find pom.xml .mvn \
            domain/pom.xml persistence-sql/pom.xml persistence-sqlite/pom.xml import-ba2/pom.xml alpaca-wire/pom.xml broker-alpaca/pom.xml \
            gateway-alpaca/pom.xml notifications/pom.xml broker-simulator/pom.xml history/pom.xml simulation/pom.xml \
            app/pom.xml \
            domain/src/main persistence-sql/src/main persistence-sql/src/codegen persistence-sqlite/src/main import-ba2/src/main \
            alpaca-wire/src/main broker-alpaca/src/main gateway-alpaca/src/main notifications/src/main \
            broker-simulator/src/main history/src/main simulation/src/main app/src/main \
            -newer "$jar" 2>/dev/null | head -n 1
    )
    [ -z "$newer" ]
}

maven_step() {
    step=$(sed -n 's/^\[INFO\] Building Lockstep: \(.*[^ ]\)  *[0-9][^ ]*  *\[\([0-9]*\)\/\([0-9]*\)\]$/\2 of \3: \1/p' "$log" | tail -n 1)
    printf 'building %s' "${step:-(Maven starts)}"
}

build() {
    require_tools
    if [ -f "$jar" ]; then
        say "building (sources have changed); its log: $log"
    else
        say "building for the first time, which loads up to 100 MB from Maven Central; its log: $log"
    fi
    # Gone until the build has made the new one: no launch may run the old jar with new libraries.
    rm -f "$jar"
    # Whatever is edited while the build runs must count as newer than the jar.
    : >"$lock/started"
    : >"$log"
    # JAVA_HOME: Maven on this very JDK, so the toolchain search finds it wherever it lies.
    # -P !format, !strict: layout and Error Prone are for those who change the code; they double the build's time.
    # MAVEN_OPTS: a compiler that runs for less than a minute is faster without the second tier.
    (
        cd "$root" || exit
        JAVA_HOME=$java_home MAVEN_OPTS="-XX:TieredStopAtLevel=1 -XX:+UseSerialGC ${MAVEN_OPTS:-}" \
            exec mvn -P '!format,!strict' -pl app -am -Dmaven.test.skip=true package
    ) >"$log" 2>&1 </dev/null &
    child=$!
    follow maven_step
    if [ "$ended" -ne 0 ] || [ ! -f "$jar" ]; then
        rm -f "$jar"
        # The compiler's warnings too: they are what -Werror fails for.
        sed -n '/-> \[Help 1\]/q; /^\[ERROR\]/p; /^\[WARNING\].*\.java:/p' "$log" | head -n 12 >&2
        die "the build failed. Its whole log: $log"
    fi
    touch -r "$lock/started" "$jar"
    say "built in $seconds s"
}
