# shellcheck shell=sh disable=SC2154 # sourced: its variables come from ../lockstep
# What this machine lacks for a build, and how its own package manager installs it. Sourced by clone.sh and test.sh.

os_release=${os_release:-/etc/os-release}
adoptium=https://packages.adoptium.net/artifactory

has() {
    command -v "$1" >/dev/null 2>&1
}

# Sets $manager to the package manager of this machine, empty where this script knows none.
find_manager() {
    for manager in apt-get dnf zypper pacman apk brew; do
        if has "$manager"; then return 0; fi
    done
    manager=''
}

# Sets $root_rights to what goes before a command that only root may run.
find_root_rights() {
    root_rights=''
    if [ "$(id -u)" -ne 0 ]; then root_rights='sudo '; fi
}

# Succeeds when apt can install package $1.
apt_offers() {
    [ -n "$(apt-cache madison "$1" 2>/dev/null)" ]
}

# Prints the lines that give apt the repository of Adoptium, which has a JDK for releases of Debian and Ubuntu without one.
adoptium_apt_lines() {
    codename=$(sed -n 's/^VERSION_CODENAME="\{0,1\}\([^"]*\)"\{0,1\}$/\1/p' "$os_release")
    key=/usr/share/keyrings/adoptium.asc
    printf '%s\n' \
        "${root_rights}apt-get install --yes ca-certificates wget" \
        "${root_rights}wget -qO $key $adoptium/api/gpg/key/public" \
        "echo 'deb [signed-by=$key] $adoptium/deb ${codename:-CODENAME} main' | ${root_rights}tee /etc/apt/sources.list.d/adoptium.list" \
        "${root_rights}apt-get update" \
        "${root_rights}apt-get install --yes temurin-$release-jdk"
}

apt_jdk_lines() {
    for package in "temurin-$release-jdk" "openjdk-$release-jdk-headless"; do
        if apt_offers "$package"; then
            echo "${root_rights}apt-get install --yes $package"
            return 0
        fi
    done
    adoptium_apt_lines
}

# Prints the line by which $manager installs the packages given.
package_line() {
    case $manager in
        apt-get) echo "${root_rights}apt-get install --yes $*" ;;
        dnf) echo "${root_rights}dnf install --assumeyes $*" ;;
        zypper) echo "${root_rights}zypper --non-interactive install $*" ;;
        pacman) echo "${root_rights}pacman -S --needed --noconfirm $*" ;;
        apk) echo "${root_rights}apk add $*" ;;
        brew) echo "brew install $*" ;;
    esac
}

postgresql_line() {
    case $manager in
        dnf | zypper) package_line postgresql-server ;;
        *) package_line postgresql ;;
    esac
}

jdk_lines() {
    case $manager in
        apt-get) apt_jdk_lines ;;
        dnf | zypper) package_line "java-$release-openjdk-devel" ;;
        pacman) package_line jdk-openjdk ;;
        apk) package_line "openjdk$release-jdk" ;;
        brew) package_line "openjdk@$release" ;;
    esac
}

# Prints the lines that install each of: jdk, maven, chromium, postgresql.
install_lines() {
    # Who has agreed already has a fresh list: see offer.
    if [ "$manager" = apt-get ] && [ "${agreed:-}" != yes ]; then echo "${root_rights}apt-get update"; fi
    for wanted in "$@"; do
        case $wanted in
            jdk) jdk_lines ;;
            postgresql) postgresql_line ;;
            *) package_line "$wanted" ;;
        esac
    done
}

# Succeeds when the user agrees: by --yes, in CI, or at the terminal.
agrees() {
    [ "$agreed" != yes ] || return 0
    [ -t 0 ] && [ -t 2 ] || return 1
    printf 'Shall they be run now? [y/N] ' >&2
    read -r answer || return 1
    case $answer in
        y | Y | yes) return 0 ;;
        *) return 1 ;;
    esac
}

# Offers to install what is named, by the lines for this machine; fails where that was not wanted or did not work.
offer() {
    find_manager
    find_root_rights
    [ -n "$manager" ] || return 1
    # Only a fresh list shows which packages there are; where it cannot be had, the old one may do.
    # shellcheck disable=SC2086 # a word or none
    if [ "$agreed" = yes ] && [ "$manager" = apt-get ]; then ${root_rights}apt-get update -qq </dev/null >&2 || true; fi
    lines=$(install_lines "$@")
    printf 'lockstep: these lines install it:\n%s\n' "$lines" >&2
    agrees || return 1
    DEBIAN_FRONTEND=noninteractive sh -ec "$lines" </dev/null >&2
}

# Installs the JDK and Maven where they are missing, or ends with what is missing and how to install it.
install_tools() {
    missing=''
    find_java jdk || missing=jdk
    has mvn || missing="$missing maven"
    case $missing in
        *jdk*) say "needs a JDK $release or newer; none was found in LOCKSTEP_JAVA_HOME, JAVA_HOME, PATH or the usual folders." ;;
    esac
    case $missing in
        *maven*) say "needs Maven 3.8.7 or newer to build; mvn is not on the PATH." ;;
    esac
    # shellcheck disable=SC2086 # a list of words
    if ! offer $missing; then
        [ -n "$manager" ] || say "and knows no package manager of this machine. Install them by hand."
        die "Once they are installed, start this again. (--yes as the first word runs such lines without asking.)"
    fi
    find_java jdk || die "still finds no JDK $release or newer. Set LOCKSTEP_JAVA_HOME to its folder."
    has mvn || die "still finds no mvn on the PATH."
}
