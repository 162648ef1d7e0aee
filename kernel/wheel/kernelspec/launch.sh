#!/bin/sh
# Starts the kernel: finds a JDK and becomes its JVM, so that the process that Jupyter started is the kernel itself.
#
#   launch.sh CONNECTION_FILE          with WIREBOOK_TRAIN=FILE the JVM writes its AOT cache there when it ends

here=${0%/*}
. "$here/jdk.sh"

# What install.sh chose. A copy of the kernel without it looks for itself.
chosen=
[ -r "$here/jdk" ] && read -r chosen < "$here/jdk"

if ! find_jdk "$chosen"; then
    echo "$NO_JDK" >&2
    for python in "${here%/share/jupyter/kernels/*}/bin/python3" python3; do
        command -v "$python" > /dev/null && exec "$python" "$here/no_jdk.py" "$NO_JDK" "$@"
    done
    exit 1
fi

# Measured from outside, on two cores, beside what a JVM does by itself:
# - The training run compiles with C1 alone, and whatever is called some ten times; the kernel runs with both compilers. What was
#   compiled in training, the kernel and javac, then stays with C1: a start and a cell take two thirds of the processor time, and C2
#   is left for what cells compute, which runs twice as fast as with C1. The rooms of the protocol library are trained to load and
#   not to stay with C1.
# - A method that training has compiled is compiled when it is first counted: at 1,024 calls instead of 128, a start saves a sixth of
#   its processor time and 3 MB.
# - A heap that begins small halves the memory of an idle kernel and grows when a cell needs it. The classes of old cells are let go
#   of at 8 MB, and what the compilers used goes back to the system.
# - The cache is moved as the JVM likes it: where it lies still, 22 MB of it are shared between kernels, and each starts 5 % later.
#   Missing or made by another JDK, it is passed over without a word.
# A JDK newer than those that this was measured with may have dropped one of these options: then it starts without it.
set -- \
    -XX:+IgnoreUnrecognizedVMOptions -XX:+UnlockDiagnosticVMOptions -Xlog:disable -XX:Tier0InvokeNotifyFreqLog=10 -XX:+UseSerialGC -XX:+UseCompactObjectHeaders \
    -Xms32m -XX:MinHeapFreeRatio=20 -XX:MaxHeapFreeRatio=40 -XX:-ShrinkHeapInSteps \
    -XX:MetaspaceSize=8m -XX:TrimNativeHeapInterval=10000 \
    -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 \
    -jar "$here/lib/wirebook.jar" "$@"
if [ -n "${WIREBOOK_TRAIN:-}" ]; then
    for room in bytes field ip http tcp replay net view; do
        set -- "-XX:CompileCommand=exclude,wirebook.$room*::*" "$@"
    done
    set -- -XX:AOTCacheOutput="$WIREBOOK_TRAIN" -XX:TieredStopAtLevel=1 -XX:CompileThresholdScaling=0.05 -XX:CompileCommand=quiet "$@"
else
    set -- -XX:AOTCache="$here/wirebook.aot" "$@"
fi
exec "$JDK/bin/java" "$@"
