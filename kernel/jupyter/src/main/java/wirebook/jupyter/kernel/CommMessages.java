package wirebook.jupyter.kernel;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import wirebook.jupyter.interpreter.Comms;
import wirebook.jupyter.message.BadMessage;

/** The comm conversations, as front ends hold them: comm_open, comm_msg, comm_close, which have no reply, and comm_info. */
final class CommMessages {
    private final CommTable comms;
    private final Scene.Stage stage;
    private final Log log;

    CommMessages(CommTable comms, Scene.Stage stage, Log log) {
        this.comms = comms;
        this.stage = stage;
        this.log = log;
    }

    /** {@code comm_open}: a target that nobody registered is answered with {@code comm_close}. */
    Optional<Answer> open(Request request) throws BadMessage {
        String id = request.content().text("comm_id");
        String name = request.content().text("target_name");
        Optional<Comms.Target> target = comms.target(name);
        if (target.isEmpty()) {
            stage.post().publish(request.header(), "comm_close", Map.of("comm_id", id, "data", Map.of()));
        } else {
            CommLink link = comms.link(id, name, request.header());
            if (!inScene(request, scene -> target.get().opened(link, data(request), scene))) {
                link.close(Map.of());
            }
        }
        return Optional.empty();
    }

    /** {@code comm_msg}: one to an unknown comm is passed over. */
    Optional<Answer> message(Request request) throws BadMessage {
        comms.find(request.content().text("comm_id"))
                .ifPresent(link -> inScene(request, scene -> link.heard(data(request), scene, request.header())));
        return Optional.empty();
    }

    /** {@code comm_close}: one of an unknown comm is passed over. */
    Optional<Answer> close(Request request) throws BadMessage {
        comms.find(request.content().text("comm_id"))
                .ifPresent(link -> inScene(request, scene -> link.ended(data(request), scene)));
        return Optional.empty();
    }

    /** {@code comm_info_request}. */
    Optional<Answer> info(Request request) {
        return Optional.of(
                Answer.ok(Map.of("comms", comms.listed(request.content().optionalText("target_name")))));
    }

    private static Map<String, Object> data(Request request) {
        return request.content().dict("data").members();
    }

    private boolean inScene(Request request, Consumer<Scene> handler) {
        Scene scene = new Scene(stage, request.message(), 0, false);
        try {
            handler.accept(scene);
            return true;
        } catch (Throwable fault) {
            log.fault("hearing a " + request.type(), fault);
            return false;
        } finally {
            scene.end();
        }
    }
}
