package wirebook.jupyter.kernel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wirebook.jupyter.interpreter.Language;
import wirebook.jupyter.message.Protocol;

/** The kernel_info conversation: who we are and what we can do. */
final class KernelInfo implements Handler {
    private final Language language;

    KernelInfo(Language language) {
        this.language = language;
    }

    @Override
    public Optional<Answer> answer(Request request) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("protocol_version", Protocol.VERSION);
        content.put("implementation", language.implementation());
        content.put("implementation_version", language.implementationVersion());
        content.put("language_info", languageInfo());
        content.put("banner", language.banner());
        content.put("debugger", false);
        content.put("help_links", links());
        content.put("supported_features", List.of());
        return Optional.of(Answer.ok(content));
    }

    private Map<String, Object> languageInfo() {
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("name", language.name());
        info.put("version", language.version());
        info.put("mimetype", language.mimetype());
        info.put("file_extension", language.fileExtension());
        info.put("pygments_lexer", language.lexer());
        info.put("codemirror_mode", language.editorMode());
        info.put("nbconvert_exporter", "script");
        return info;
    }

    private List<Map<String, Object>> links() {
        return language.links().stream()
                .map(link -> Map.<String, Object>of("text", link.text(), "url", link.url()))
                .toList();
    }
}
