/**
 * Libraries by their Maven coordinates: what {@code %maven} and {@code %%loadFromPOM} fetch.
 *
 * <p>{@link wirebook.deps.Repositories} alone sees Maven's resolver, and nothing of it is loaded before the first use. This room
 * must not know sessions or compilers: coordinates come in, files go out.
 */
@NullMarked
package wirebook.deps;

import org.jspecify.annotations.NullMarked;
