#!/usr/bin/env bash
# Sets Wirebook up and runs it. Written for bash 3.2 and up, since that is what macOS has.
set -Eeuo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
root=$PWD
. kernel/wheel/kernelspec/jdk.sh

usage() {
    cat << 'END'
Usage: ./install.sh [command]

  (none)           build the kernel and install it for Jupyter
  lab [options]    the same, then open JupyterLab on notebooks/; options go to JupyterLab (--no-browser, --port=9999)
  test             set up all that is missing and run every test, those in a browser included
  uninstall        remove the kernel and all that this script made
  --help           this text

A second run changes nothing and takes seconds. What it looks for, and what it does where that is missing:

  a JDK, 25 or newer   WIREBOOK_JAVA, JAVA_HOME, the path, /usr/lib/jvm, SDKMAN, Homebrew, macOS's places;
                       else from the package manager, else Temurin from adoptium.net into ~/.local/share/wirebook
  Jupyter              the active environment's (VIRTUAL_ENV, CONDA_PREFIX); else pinned versions in .venv;
                       the tests always use .venv
  Chromium, tshark,    for the tests alone: from Debian's packages where you may install them, else what needs them is skipped
  nginx, curl, ip
END
}

# ---------------------------------------------------------------------------------------------- telling

step='Starting'
log=$root/kernel/target/install.log

step() { step=$1; }
say() { echo "· $*"; }
fail() { # cause, way out
    {
        echo "✗ $step: $1"
        echo "  Way out: $2"
    } >&2
    exit 1
}

trap 'fail "line $LINENO of install.sh stopped at: $BASH_COMMAND" "this is a fault of the script; please report it with the lines above."' ERR

# attempt WAY_OUT COMMAND…: runs it quietly; if it fails, its last words are the cause.
attempt() {
    local way_out=$1
    shift
    mkdir -p "${log%/*}"
    "$@" > "$log" 2>&1 < /dev/null && return
    tail -n 25 "$log" | sed 's/^/  | /' >&2
    fail "this command failed; its last lines are above, all of them in $log
  Command: $*" "$way_out"
}

has() { command -v "$1" > /dev/null 2>&1; }
in_ci() { [ "${CI:-}" = true ]; }
may_apt() { has apt-get && [ "$(id -u)" = 0 ]; }
sha256() { if has sha256sum; then sha256sum; else shasum -a 256; fi | cut -d ' ' -f 1; }

online='check the connection to the internet (and HTTPS_PROXY, if you need one), then run the same command again.'

# ---------------------------------------------------------------------------------------------- a JDK

need_jdk() {
    step='Finding a JDK'
    if ! find_jdk; then
        [ -z "${WIREBOOK_JAVA:-}" ] || fail "$NO_JDK" "the JDK's folder is the one that holds bin/java and bin/jshell."
        say "no JDK $JDK_FLOOR or newer here; getting one"
        jdk_by_package_manager || jdk_by_download
        find_jdk || fail "$NO_JDK" 'get one from https://adoptium.net and run the same command again.'
    fi
    export JAVA_HOME=$JDK
    say "JDK $JDK_VERSION in $JDK"
}

jdk_by_package_manager() {
    local package
    mkdir -p "${log%/*}"
    if has brew; then
        brew install "openjdk@$JDK_FLOOR" || brew install openjdk
    elif [ "$(id -u)" != 0 ]; then
        return 1
    elif has apt-get; then
        apt-get update -qq || true
        for package in "openjdk-$JDK_FLOOR-jdk-headless" "temurin-$JDK_FLOOR-jdk"; do
            DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$package" && return
        done
        return 1
    elif has dnf; then
        dnf install -y -q "java-$JDK_FLOOR-openjdk-devel"
    elif has zypper; then
        zypper -n -q install "java-$JDK_FLOOR-openjdk-devel"
    elif has apk; then
        apk add -q "openjdk$JDK_FLOOR-jdk"
    else
        return 1
    fi > "$log" 2>&1 < /dev/null
}

jdk_by_download() {
    local system machine facts link sum file home
    case $(uname -s) in
        Linux) if [ -f /etc/alpine-release ]; then system=alpine-linux; else system=linux; fi ;;
        Darwin) system=mac ;;
        *) return ;;
    esac
    case $(uname -m) in
        x86_64 | amd64) machine=x64 ;;
        aarch64 | arm64) machine=aarch64 ;;
        *) return ;;
    esac
    has curl || fail 'no JDK is here, and no curl to download one.' 'install curl or a JDK, then run the same command again.'
    step='Downloading a JDK (Temurin)'
    home=${XDG_DATA_HOME:-$HOME/.local/share}/wirebook
    file=$home/jdk.tar.gz
    mkdir -p "$home"
    facts=$(curl -fsSL "https://api.adoptium.net/v3/assets/latest/$JDK_FLOOR/hotspot?vendor=eclipse&image_type=jdk&os=$system&architecture=$machine" |
        tr -d ' \n' | sed 's/.*"package":{//') || fail 'api.adoptium.net does not answer.' "install a JDK $JDK_FLOOR, or $online"
    link=$(echo "$facts" | sed -n 's/[^}]*"link":"\([^"]*\)".*/\1/p')
    sum=$(echo "$facts" | sed -n 's/[^}]*"checksum":"\([^"]*\)".*/\1/p')
    curl -fsSL -o "$file" "$link" || fail "$link cannot be downloaded." "install a JDK $JDK_FLOOR, or $online"
    if [ "$(sha256 < "$file")" != "$sum" ]; then
        rm -f "$file"
        fail "the download does not have the checksum that Temurin publishes." 'run the same command again; if it stays so, something between you and adoptium.net changes files.'
    fi
    rm -rf "$home/jdk"
    mkdir "$home/jdk"
    tar -xzf "$file" -C "$home/jdk" --strip-components 1
    rm "$file"
}

# ---------------------------------------------------------------------------------------------- the jars

# hash_of PATH…: changes when, and only when, a file below changes, comes or goes.
hash_of() {
    find "$@" -type f -not -path '*/__pycache__/*' | LC_ALL=C sort | while IFS= read -r file; do cksum "$file"; done | sha256
}

sources() { hash_of pom.xml kernel/*/pom.xml kernel/*/src/main; }

need_jars() {
    local wanted
    step='Building the kernel'
    wanted=$(sources)
    [ "$(cat kernel/app/target/built 2> /dev/null)" = "$wanted" ] && [ -d kernel/deps/target/lib ] && return
    say 'building the kernel (the first time, Maven fetches what it needs: some minutes)'
    attempt "read them; if they speak of a host or a transfer, $online" \
        ./mvnw -B -ntp -DskipTests -pl kernel/app,kernel/deps -am clean package
    echo "$wanted" > kernel/app/target/built
}

# ---------------------------------------------------------------------------------------------- Jupyter

# active_environment COMMAND: the active environment, if it has that command.
active_environment() {
    for env in "${VIRTUAL_ENV:-}" "${CONDA_PREFIX:-}"; do
        python=$env/bin/python
        [ -n "$env" ] && [ -x "$env/bin/$1" ] && [ -x "$python" ] && return
    done
    return 1
}

# own_environment REQUIREMENTS…: .venv with pinned versions, which uninstall removes. Its mark holds a hash for each file installed.
own_environment() {
    local file mark=.venv/wirebook
    step='Setting up Jupyter in .venv'
    env=$root/.venv
    python=$env/bin/python
    if ! "$python" -c '' 2> /dev/null; then
        [ ! -e .venv ] || [ -e "$mark" ] || fail '.venv is there, was not made by this script, and has no working Python.' 'move it away and run the same command again.'
        rm -rf .venv
        make_environment
        : > "$mark"
    fi
    for file in "$@"; do
        grep -qs "$(sha256 < "$file")" "$mark" && continue
        say "installing the pinned versions of $file in .venv"
        attempt "read them; if they speak of connections or names, $online" \
            "$python" -m pip install --disable-pip-version-check --no-input -r "$file"
        [ ! -e "$mark" ] || sha256 < "$file" >> "$mark"
    done
}

make_environment() {
    has python3 || fail 'there is no python3.' 'install Python 3.11 or newer (Debian: apt install python3-venv; macOS: brew install python).'
    python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
        fail "$(python3 --version) is too old for the pinned JupyterLab." 'put Python 3.11 or newer first on the path, or activate an environment with Jupyter.'
    attempt 'install the venv module of your Python (Debian: apt install python3-venv).' python3 -m venv .venv
}

# ---------------------------------------------------------------------------------------------- the kernel

# Its mark lies in the kernel's own folder and holds what it was built from and which JDK trained it.
need_kernel() {
    local spec mark wheels=kernel/wheel/target
    step='Installing the kernel'
    mark="$(hash_of kernel/app/target/lib kernel/deps/target/lib kernel/wheel/kernelspec kernel/wheel/labextension kernel/wheel/pyproject.toml kernel/wire/src/main/java) $JDK $JDK_VERSION"
    spec=$("$python" -c 'import sys; print(sys.prefix)')/share/jupyter/kernels/wirebook
    if [ "$(cat "$spec/mark" 2> /dev/null)" = "$mark" ]; then
        say "the kernel is installed: $spec"
        return
    fi
    "$python" -m pip --version > /dev/null 2>&1 ||
        fail "the environment $env has no pip." "run $python -m ensurepip, or deactivate the environment."
    say 'installing the kernel and training its start'
    rm -rf "$wheels"
    attempt "read them; if they speak of connections or names, $online" \
        "$python" -m pip wheel --disable-pip-version-check --no-deps -w "$wheels" ./kernel/wheel
    attempt 'read them; the environment has to be one that you may write to.' \
        "$python" -m pip install --disable-pip-version-check --no-deps --force-reinstall "$wheels"/*.whl
    attempt 'read them: the kernel did not answer its first cells. Please report it with these lines.' \
        "$python" "$spec/train.py" "$JDK" "$mark"
    say "installed: $spec"
}

install_into() { # sets env and python first: COMMAND…
    need_jdk
    need_jars
    "$@"
    need_kernel
}

environment() { active_environment "$1" || own_environment kernel/wheel/requirements-lab.txt; }

# ---------------------------------------------------------------------------------------------- the commands

lab() {
    install_into environment jupyter-lab
    step='Opening JupyterLab'
    [ "$(id -u)" != 0 ] || set -- --allow-root "$@"
    say 'opening JupyterLab on notebooks/ (stop it with Ctrl-C)'
    exec "$python" -m jupyterlab --notebook-dir="$root/notebooks" "$@"
}

# What only the system can give the tests, as program=package: installed where we may, else named, and what needs it is skipped.
equipment='chromium=chromium tshark=tshark nginx=nginx curl=curl ip=iproute2'

# missing: the pairs of which the program is not here.
missing() {
    local pair
    for pair in $equipment; do
        has "${pair%=*}" || echo "$pair"
    done
}

need_equipment() {
    local packages
    step='Installing what the tests need'
    packages=$(missing | sed 's/.*=//')
    [ -n "$packages" ] || return 0
    if may_apt; then
        say "installing" $packages
        attempt "read them; if they speak of connections or names, $online" apt-get update
        attempt 'read them.' env DEBIAN_FRONTEND=noninteractive \
            apt-get install -y --no-install-recommends $packages fonts-dejavu-core
        case $packages in *nginx*) stop_nginx ;; esac
    elif in_ci; then
        fail "these Debian packages are missing, and CI may not install them: $(echo $packages)" \
            'run CI as root on Debian, or install them beforehand.'
    fi
}

# Debian starts the service that it installs; the tests run a server of their own.
stop_nginx() { ! has systemctl || systemctl disable --now nginx > "$log" 2>&1 || true; }

run_tests() {
    local status=0 what
    need_jdk
    need_equipment
    step='Testing the modules'
    rm -rf kernel/app/target/lib kernel/deps/target/lib
    ./mvnw -B -ntp verify < /dev/null || fail 'Maven stopped; its last lines are above.' "read them; if they speak of a host or a transfer, $online"
    sources > kernel/app/target/built
    own_environment kernel/wheel/requirements-lab.txt kernel/e2e/requirements.txt
    need_kernel
    step='Testing the installed kernel'
    "$python" -m pytest kernel/e2e "$@" < /dev/null || status=$?
    for what in $(missing); do
        say "skipped: what needs ${what%=*} (as root on Debian: apt install ${what#*=})"
    done
    [ $status = 0 ] || fail "pytest ended with $status." 'read what it says above.'
    if in_ci && grep -l '<skipped' kernel/*/target/surefire-reports/*.xml; then
        fail 'the test classes named above skipped tests, and CI has all that they need.' 'see their reports.'
    fi
}

uninstall() {
    local data=${XDG_DATA_HOME:-$HOME/.local/share}/wirebook
    step='Removing the kernel'
    for env in "${VIRTUAL_ENV:-}" "${CONDA_PREFIX:-}" "$root/.venv"; do
        python=$env/bin/python
        [ -n "$env" ] && "$python" -m pip show -q wirebook > /dev/null 2>&1 || continue
        attempt 'read them.' "$python" -m pip uninstall -y wirebook
        say "removed the kernel from $env"
    done
    [ ! -e .venv/wirebook ] || rm -rf .venv
    rm -rf "$data" target kernel/target kernel/*/target kernel/e2e/.pytest_cache
    find kernel notebooks \( -name __pycache__ -o -name .ipynb_checkpoints \) -prune -exec rm -rf {} +
    say 'nothing of Wirebook is left. Maven keeps what it downloaded for all its projects in ~/.m2'
}

main() {
    local command=${1:-install}
    [ $# = 0 ] || shift
    case $command in
        install) install_into environment jupyter ;;
        lab) lab "$@" ;;
        test) run_tests "$@" ;;
        uninstall) uninstall ;;
        help | -h | --help) usage ;;
        *)
            echo "There is no command $command." >&2
            usage >&2
            exit 2
            ;;
    esac
}

# Its tests read this file without running it.
[ "${BASH_SOURCE[0]}" != "$0" ] || main "$@"
