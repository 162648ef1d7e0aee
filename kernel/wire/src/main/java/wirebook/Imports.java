package wirebook;

import java.util.List;

/** What a cell imports to have the whole language at hand, whichever kernel runs it. */
public final class Imports {
    /** Import declarations, one a line. */
    public static final List<String> ALL = List.of(
            "import static wirebook.Wire.*;",
            "import wirebook.bytes.*;",
            "import wirebook.ip.*;",
            "import wirebook.net.*;",
            "import wirebook.tcp.*;",
            "import wirebook.tcp.congestion.*;",
            "import wirebook.tcp.stream.*;",
            "import wirebook.tcp.timing.*;");

    private Imports() {}
}
