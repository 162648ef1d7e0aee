package wirebook.shell;

import org.jspecify.annotations.Nullable;

/**
 * A variable of the session.
 *
 * @param name its name
 * @param type its declared or inferred type as written in a cell
 * @param value what it holds now
 */
public record Variable(String name, String type, @Nullable Object value) {}
