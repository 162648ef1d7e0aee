package wirebook.drill;

import java.util.List;
import java.util.Map;
import java.util.Set;
import wirebook.tcp.profile.Profile;

/** A script in packetdrill's notation: socket calls, segments that arrive, and segments that must be sent, each with its time. */
public final class Drill {
    private final Map<String, String> options;
    private final List<Statement> statements;

    Drill(Map<String, String> options, List<Statement> statements) {
        this.options = options;
        this.statements = statements;
    }

    /**
     * The script that {@code text} is. Of parts between {@code #ifdef} and {@code #endif} those for FreeBSD count, whose
     * behaviour {@link Profile#freeBsd} has.
     *
     * @throws IllegalArgumentException for a line that is no statement, with its number and what is wrong
     */
    public static Drill of(String text) {
        return ScriptReader.read(text, Set.of("FreeBSD"));
    }

    /** Plays the script against an endpoint with this profile: numbers, flags and states must be right. */
    public DrillResult run(Profile profile) {
        return run(profile, Strictness.LOOSE);
    }

    /** Plays the script against an endpoint with this profile, as exactly as asked. */
    public DrillResult run(Profile profile, Strictness strictness) {
        return new DrillRun(this, profile, strictness).run();
    }

    /** The statements in order. */
    List<Statement> statements() {
        return statements;
    }

    /** The value of an option in front of the statements: {@code --mtu=1500}. */
    String option(String name, String otherwise) {
        return options.getOrDefault(name, otherwise);
    }
}
