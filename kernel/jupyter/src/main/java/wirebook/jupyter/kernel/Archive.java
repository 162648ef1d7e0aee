package wirebook.jupyter.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wirebook.jupyter.message.Dict;
import wirebook.jupyter.message.Json;

/**
 * The history on disk: a folder with one file a session, one JSON object a line. Kernels that run at once never write to the same
 * file, so there is nothing to lock; a line that a full disk has cut off is passed over.
 */
final class Archive {
    private static final int SESSIONS_KEPT = 1000;
    private static final Pattern NAME = Pattern.compile("session-(\\d{1,9})\\.jsonl");

    private final Path folder;
    private @Nullable OutputStream file;
    private boolean torn;

    /** @param folder made when the first entry is written */
    Archive(Path folder) {
        this.folder = folder;
    }

    /** The sessions that there are, the oldest first. */
    List<Integer> sessions() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> NAME.matcher(path.getFileName().toString()))
                    .filter(Matcher::matches)
                    .map(name -> Integer.valueOf(name.group(1)))
                    .sorted()
                    .toList();
        }
    }

    /** Begins a session of our own, for {@link #write}, and forgets the oldest ones beyond a thousand. Returns its number. */
    int begin() throws IOException {
        Files.createDirectories(folder);
        List<Integer> sessions = sessions();
        for (int old : sessions.subList(0, Math.max(0, sessions.size() - SESSIONS_KEPT + 1))) {
            Files.deleteIfExists(path(old));
        }
        int number = sessions.isEmpty() ? 1 : sessions.getLast() + 1;
        while (true) {
            try {
                file = Files.newOutputStream(path(number), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                return number;
            } catch (FileAlreadyExistsException taken) {
                number++;
            }
        }
    }

    /** Writes {@code entry} to our session. */
    void write(History.Entry entry) throws IOException {
        OutputStream to = file;
        if (to == null) {
            return;
        }
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("line", entry.line());
        line.put("in", entry.source());
        entry.output().ifPresent(output -> line.put("out", output));
        String text = (torn ? "\n" : "") + new String(Json.utf8(line), UTF_8) + "\n";
        torn = true;
        to.write(text.getBytes(UTF_8));
        torn = false;
    }

    /** The entries of {@code session}, as far as they can be read. */
    List<History.Entry> read(int session) throws IOException {
        List<History.Entry> entries = new ArrayList<>();
        new String(Files.readAllBytes(path(session)), UTF_8)
                .lines()
                .forEach(line -> entry(session, line).ifPresent(entries::add));
        return entries;
    }

    private static Optional<History.Entry> entry(int session, String line) {
        try {
            Dict dict = new Dict(Json.object(line.getBytes(UTF_8)));
            return dict.optionalText("in")
                    .map(in -> new History.Entry(session, dict.number("line", 0), in, dict.optionalText("out")));
        } catch (IOException cutOff) {
            return Optional.empty();
        }
    }

    private Path path(int session) {
        return folder.resolve("session-"
                + "0".repeat(Math.max(0, 6 - String.valueOf(session).length())) + session + ".jsonl");
    }
}
