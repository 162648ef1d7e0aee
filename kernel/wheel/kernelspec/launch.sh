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

# The cache makes the start faster and nothing else: missing or made by another JDK, it is passed over without a word.
if [ -n "${WIREBOOK_TRAIN:-}" ]; then
    cache=-XX:AOTCacheOutput=$WIREBOOK_TRAIN
else
    cache=-XX:AOTCache=$here/wirebook.aot
fi

# Measured from outside, on two cores: C1 alone starts with two thirds of the processor time and half a cell's that C2 takes beside
# it; a heap that begins small halves the memory of an idle kernel and grows when a cell needs it; the cache is shared between
# kernels only where it is not moved.
exec "$JDK/bin/java" \
    "$cache" -Xlog:disable \
    -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:+UseCompactObjectHeaders \
    -Xms32m -XX:MinHeapFreeRatio=20 -XX:MaxHeapFreeRatio=40 -XX:-ShrinkHeapInSteps \
    -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0 \
    -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 \
    -jar "$here/lib/wirebook.jar" "$@"
