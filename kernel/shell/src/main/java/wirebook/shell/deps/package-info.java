/**
 * Libraries by their Maven coordinates: what {@code %maven} and {@code %%loadFromPOM} fetch.
 *
 * <p>{@link wirebook.shell.deps.Repositories} alone sees Maven's resolver, and nothing of it is loaded before the first use. This room
 * must not know sessions or compilers: coordinates come in, files go out.
 */
@NullMarked
package wirebook.shell.deps;

import org.jspecify.annotations.NullMarked;
