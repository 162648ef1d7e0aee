# Finds a JDK of the floor or newer; read by launch.sh and install.sh, so that both look in the same places in the same order.
#
#   find_jdk [remembered]   sets JDK to its home, or returns 1 with the reason in NO_JDK
#
# Only the `release` file of a candidate is read: asking a JVM for its version would cost a start of the kernel dearly.

JDK_FLOOR=25

# is_jdk HOME: a JDK with a compiler and JShell that reaches the floor; its version goes to JDK_VERSION.
is_jdk() {
    JDK_VERSION=
    [ -n "$1" ] && [ -x "$1/bin/java" ] && [ -r "$1/release" ] || return 1
    while IFS='=' read -r key value; do
        [ "$key" = JAVA_VERSION ] && JDK_VERSION=${value%\"} && JDK_VERSION=${JDK_VERSION#\"}
    done < "$1/release"
    feature=${JDK_VERSION%%[!0-9]*}
    [ -x "$1/bin/jshell" ] && [ "${feature:-0}" -ge "$JDK_FLOOR" ]
}

# home_of JAVA: the home of a java command, through links and, for a shim that is a script, by asking it.
home_of() {
    java=$1
    while link=$(readlink "$java"); do
        case $link in /*) java=$link ;; *) java=${java%/*}/$link ;; esac
    done
    home=${java%/bin/java}
    [ -r "$home/release" ] && echo "$home" && return
    "$java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p'
}

# wish VALUE: WIREBOOK_JAVA may name a JDK's home or its java command.
wish() {
    if [ -d "$1" ]; then echo "$1"; else home_of "$1"; fi
}

find_jdk() {
    NO_JDK="Wirebook needs a JDK $JDK_FLOOR or newer and found none: install one, or set WIREBOOK_JAVA to its folder."
    if [ -n "${WIREBOOK_JAVA:-}" ]; then
        JDK=$(wish "$WIREBOOK_JAVA")
        is_jdk "$JDK" && return
        NO_JDK="WIREBOOK_JAVA is $WIREBOOK_JAVA, which is not a JDK $JDK_FLOOR or newer${JDK_VERSION:+ but $JDK_VERSION}: correct it or unset it."
        return 1
    fi
    # The remembered choice, then the environment's.
    for JDK in "${1:-}" "${JAVA_HOME:-}"; do
        [ -n "$JDK" ] && is_jdk "$JDK" && return
    done
    if on_path=$(command -v java); then
        JDK=$(home_of "$on_path")
        is_jdk "$JDK" && return
    fi
    for JDK in \
        /usr/lib/jvm/* \
        "${SDKMAN_DIR:-$HOME/.sdkman}"/candidates/java/* \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        /home/linuxbrew/.linuxbrew/opt/openjdk*/libexec \
        /Library/Java/JavaVirtualMachines/*/Contents/Home \
        "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
        "${XDG_DATA_HOME:-$HOME/.local/share}"/wirebook/jdk \
        "${XDG_DATA_HOME:-$HOME/.local/share}"/wirebook/jdk/Contents/Home; do
        is_jdk "$JDK" && return
    done
    JDK=
    return 1
}
