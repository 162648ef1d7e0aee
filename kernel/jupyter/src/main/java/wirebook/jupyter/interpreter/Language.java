package wirebook.jupyter.interpreter;

import java.util.List;

/**
 * What {@code kernel_info} tells about the interpreter.
 *
 * @param implementation the kernel's name, {@code wirebook}
 * @param implementationVersion the kernel's version
 * @param banner what a console greets with
 * @param name the language, in lower case
 * @param version the language's version
 * @param mimetype the media type of its source text
 * @param fileExtension with the dot
 * @param lexer Pygments' name of the language
 * @param editorMode CodeMirror's name of the language
 * @param links what the front end's help menu offers
 */
public record Language(
        String implementation,
        String implementationVersion,
        String banner,
        String name,
        String version,
        String mimetype,
        String fileExtension,
        String lexer,
        String editorMode,
        List<Link> links) {
    /** An entry of the help menu. */
    public record Link(String text, String url) {}

    public Language {
        links = List.copyOf(links);
    }
}
