package wirebook.jupyter.kernel;

import java.util.Map;
import java.util.Optional;
import wirebook.jupyter.interpreter.Outcome;
import wirebook.jupyter.message.BadMessage;

/**
 * The table of handlers, and what is the same for all of them: busy before, the reply, idle after; and an answer to every request,
 * also after a fault of ours.
 */
final class Desk {
    private final Map<String, Handler> handlers;
    private final Post post;
    private final Log log;

    Desk(Map<String, Handler> handlers, Post post, Log log) {
        this.handlers = handlers;
        this.post = post;
        this.log = log;
    }

    /** Whether requests of {@code type} are served here. */
    boolean serves(String type) {
        return handlers.containsKey(type);
    }

    /** Serves {@code request} to its end. A type that we do not know gets busy and idle. */
    void serve(Request request) {
        post.status(request.header(), "busy");
        Optional<Answer> answer = Optional.empty();
        try {
            answer = answer(request);
            answer.ifPresent(a -> post.reply(request.channel(), request.message(), replyType(request.type()), a));
        } finally {
            post.status(request.header(), "idle");
        }
        answer.ifPresent(a -> a.afterwards().run());
    }

    private Optional<Answer> answer(Request request) {
        Handler handler = handlers.get(request.type());
        if (handler == null) {
            log.once("a message of unknown type \"" + request.type() + "\" was passed over");
            return Optional.empty();
        }
        try {
            return handler.answer(request);
        } catch (BadMessage bad) {
            return Optional.of(Answer.error(Outcome.failed("BadRequest", bad.why())));
        } catch (Throwable fault) {
            log.fault("answering a " + request.type(), fault);
            return Optional.of(Answer.error(Outcome.failed("KernelFault", fault.toString())));
        }
    }

    private static String replyType(String type) {
        return type.replace("_request", "_reply");
    }
}
