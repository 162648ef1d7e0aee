package wirebook.drill;

import java.util.List;

/** One line of a script that does or expects something. */
sealed interface Statement {
    /** Its line in the script, from 1. */
    int line();

    /** When it happens. */
    When when();

    /** The line as it was written. */
    String text();

    /** A segment that arrives at the endpoint. */
    record Arriving(int line, When when, String text, SegmentPattern segment) implements Statement {}

    /** An ICMP error that arrives, about a segment that the endpoint has sent. */
    record Reported(int line, When when, String text, IcmpError error) implements Statement {}

    /** A segment that the endpoint must send. */
    record Expected(int line, When when, String text, SegmentPattern segment) implements Statement {}

    /**
     * A socket call with the result that it must have.
     *
     * @param name the call
     * @param arguments its arguments as text
     * @param result the value it returns, as text
     * @param error the name of the error, empty for none
     */
    record Call(int line, When when, String text, String name, List<String> arguments, String result, String error)
            implements Statement {}

    /** A command of the shell: {@code sysctl} and a few others are understood. */
    record Command(int line, When when, String text, String command) implements Statement {}

    /** What must be true of the connection at that time. */
    record Assertion(int line, When when, String text, String condition) implements Statement {}
}
