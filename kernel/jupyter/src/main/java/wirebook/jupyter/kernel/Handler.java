package wirebook.jupyter.kernel;

import java.util.Optional;
import wirebook.jupyter.message.BadMessage;

/** What is done with one type of request. */
@FunctionalInterface
interface Handler {
    /**
     * The answer to {@code request}; empty for a type that has no reply.
     *
     * @throws BadMessage if the request lacks what its type needs
     */
    Optional<Answer> answer(Request request) throws BadMessage;
}
