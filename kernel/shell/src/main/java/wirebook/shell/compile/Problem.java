package wirebook.shell.compile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing the compiler did not accept, at its place in a unit.
 *
 * @param unit where it stands; null for a problem without a place
 * @param start the first {@code char} of the offending part in the unit's source
 * @param position the {@code char} that the compiler points at
 * @param end behind the offending part
 * @param code javac's key, {@code "compiler.err.cant.resolve.location"}
 * @param message the compiler's words, without the names of classes that only we can see
 */
public record Problem(@Nullable Unit unit, long start, long position, long end, String code, String message) {

    /** Whether the key, without its prefix, is one of {@code codes}. */
    public boolean is(String... codes) {
        return List.of(codes).contains(code.replaceFirst("^compiler\\.\\w+\\.", ""));
    }
}
