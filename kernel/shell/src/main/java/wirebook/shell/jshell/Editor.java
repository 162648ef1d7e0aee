package wirebook.shell.jshell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jdk.jshell.SourceCodeAnalysis;
import wirebook.shell.Completeness;
import wirebook.shell.Completeness.Status;
import wirebook.shell.Completions;
import wirebook.shell.Inspection;
import wirebook.shell.assist.Readiness;
import wirebook.shell.source.Chunk;
import wirebook.shell.source.Splitter;

/** Answers an editor's questions with what JShell knows. */
public final class Editor {
    private final SourceCodeAnalysis analysis;

    Editor(SourceCodeAnalysis analysis) {
        this.analysis = analysis;
    }

    /** What could stand at {@code cursor}. */
    public Completions complete(String source, int cursor) {
        int start = start(source, cursor);
        int[] anchor = {0};
        Map<String, Completions.Item> items = new LinkedHashMap<>();
        for (var s : analysis.completionSuggestions(source.substring(start, cursor), cursor - start, anchor)) {
            items.putIfAbsent(s.continuation(), new Completions.Item(s.continuation(), kind(s.continuation()), "", ""));
        }
        return new Completions(start + anchor[0], cursor, List.copyOf(items.values()));
    }

    /** JShell names no kinds: Java's conventions do. */
    private static Completions.Kind kind(String text) {
        if (text.contains("(")) {
            return Completions.Kind.FUNCTION;
        }
        return Character.isUpperCase(text.charAt(0)) ? Completions.Kind.CLASS : Completions.Kind.INSTANCE;
    }

    /** Where the snippet that holds {@code cursor} begins: JShell looks at one at a time. */
    private static int start(String source, int cursor) {
        List<Chunk> chunks = Splitter.split(source.substring(0, cursor));
        if (chunks.isEmpty()) {
            return 0;
        }
        Chunk last = chunks.getLast();
        return last.closed() ? last.end() : last.start();
    }

    /** What is known of the name at {@code cursor}; empty if there is none. */
    public Optional<Inspection> inspect(String source, int cursor) {
        int end = cursor;
        while (end < source.length() && Character.isJavaIdentifierPart(source.charAt(end))) {
            end++;
        }
        int start = start(source, end);
        String text = analysis.documentation(source.substring(start, end), end - start, true).stream()
                .map(d -> d.signature()
                        + Optional.ofNullable(d.javadoc())
                                .map(j -> "\n\n" + j.strip())
                                .orElse(""))
                .distinct()
                .collect(Collectors.joining("\n\n"));
        String html = "<pre>" + text.replace("&", "&amp;").replace("<", "&lt;") + "</pre>";
        return text.isEmpty() ? Optional.empty() : Optional.of(new Inspection(text, html));
    }

    /** Whether {@code source} could be run as it stands. */
    public Completeness readiness(String source) {
        for (Chunk chunk : Splitter.split(source)) {
            Status status = status(analysis.analyzeCompletion(source.substring(chunk.start(), chunk.end())));
            if (status != Status.COMPLETE) {
                return status == Status.INCOMPLETE ? Readiness.incomplete(source) : new Completeness(status, "");
            }
        }
        return new Completeness(Status.COMPLETE, "");
    }

    private static Status status(SourceCodeAnalysis.CompletionInfo info) {
        return switch (info.completeness()) {
            case COMPLETE, COMPLETE_WITH_SEMI, CONSIDERED_INCOMPLETE, EMPTY -> Status.COMPLETE;
            case DEFINITELY_INCOMPLETE -> Status.INCOMPLETE;
            case UNKNOWN -> Status.INVALID;
        };
    }
}
