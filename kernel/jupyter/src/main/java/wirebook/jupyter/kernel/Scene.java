package wirebook.jupyter.kernel;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wirebook.jupyter.display.MimeBundle;
import wirebook.jupyter.interpreter.Cell;
import wirebook.jupyter.interpreter.Comms;
import wirebook.jupyter.interpreter.InputRefused;
import wirebook.jupyter.message.Header;
import wirebook.jupyter.message.Message;

/** A cell as its code sees it: what is shown becomes messages on account of the request. */
final class Scene implements Cell {
    /** What every cell shares. */
    record Stage(Post post, Ticker ticker, Stdin stdin, Comms comms) {}

    private final Stage stage;
    private final Message request;
    private final int number;
    private final boolean silent;
    private final Output output;
    private final OutputStream stdout;
    private final OutputStream stderr;
    private final List<Map<String, Object>> payload = new ArrayList<>();
    private volatile boolean ended;

    Scene(Stage stage, Message request, int number, boolean silent) {
        this.stage = stage;
        this.request = request;
        this.number = number;
        this.silent = silent;
        this.output = new Output(stage.post, request.header(), stage.ticker, answersQuestions());
        this.stdout = output.stream("stdout");
        this.stderr = output.stream("stderr");
    }

    @Override
    public int executionCount() {
        return number;
    }

    @Override
    public boolean silent() {
        return silent;
    }

    @Override
    public Optional<String> id() {
        return request.metadata().optionalText("cellId");
    }

    @Override
    public OutputStream stdout() {
        return stdout;
    }

    @Override
    public OutputStream stderr() {
        return stderr;
    }

    @Override
    public void flush() {
        output.flush();
    }

    @Override
    public void display(MimeBundle bundle) {
        show("display_data", bundle, Map.of());
    }

    @Override
    public void display(MimeBundle bundle, String displayId) {
        show("display_data", bundle, Map.of("display_id", displayId));
    }

    @Override
    public void updateDisplay(MimeBundle bundle, String displayId) {
        show("update_display_data", bundle, Map.of("display_id", displayId));
    }

    private void show(String type, MimeBundle bundle, Map<String, Object> reference) {
        Map<String, Object> content = bundled(bundle);
        content.put("transient", reference);
        publish(type, content);
    }

    /** A bundle in the words of the protocol. */
    static Map<String, Object> bundled(MimeBundle bundle) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("data", bundle.data());
        content.put("metadata", bundle.metadata());
        return content;
    }

    @Override
    public void clearOutput(boolean wait) {
        publish("clear_output", Map.of("wait", wait));
    }

    /** The header of the request that all this is on account of. */
    Header header() {
        return request.header();
    }

    /** Says {@code content} after all that was printed before. */
    void publish(String type, Map<String, Object> content) {
        output.publish(type, content);
    }

    @Override
    public String input(String prompt, boolean password) throws InterruptedException {
        if (ended || !answersQuestions()) {
            throw new InputRefused("no input: whoever runs this cell answers no questions (allow_stdin is false)");
        }
        output.flush();
        return stage.stdin.ask(request, prompt, password);
    }

    /** Whether a person is there: those who run notebooks for others say that they answer no questions. */
    private boolean answersQuestions() {
        return request.content().flag("allow_stdin", true);
    }

    @Override
    public void nextInput(String text, boolean replace) {
        payload(Map.of("source", "set_next_input", "text", text, "replace", replace));
    }

    @Override
    public void payload(Map<String, Object> entry) {
        synchronized (payload) {
            payload.add(entry);
        }
    }

    /** The reply's payload. */
    List<Map<String, Object>> payload() {
        synchronized (payload) {
            return List.copyOf(payload);
        }
    }

    @Override
    public Comms comms() {
        return stage.comms;
    }

    /** From now on nobody at the front end waits for this cell. What it still shows is shown. */
    void end() {
        ended = true;
        output.end();
    }
}
