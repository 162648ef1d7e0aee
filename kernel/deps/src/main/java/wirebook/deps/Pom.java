package wirebook.deps;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import wirebook.deps.Settings.Xml;

/**
 * A POM whose dependencies are wanted. Maven itself reads it, with its parents, properties and managed versions.
 *
 * @param file where it lies
 * @param scopes those of the dependencies that are wanted; empty for all that a program runs with
 */
public record Pom(Path file, List<String> scopes) {
    private static final Set<String> RUNNING = Set.of("", "compile", "runtime", "system", "import");
    private static final Set<String> NAMES = Set.of("modelVersion", "groupId", "artifactId", "version");
    private static final String EMPTY = """
            <project><modelVersion>4.0.0</modelVersion>\
            <groupId>notebook</groupId><artifactId>cell</artifactId><version>1</version>\
            <dependencies/><repositories/></project>""";

    /** Freezes the scopes. */
    public Pom {
        scopes = List.copyOf(scopes);
    }

    /** Whether a dependency of this scope is wanted. */
    boolean wants(String scope) {
        return scopes.isEmpty() ? RUNNING.contains(scope) : scopes.contains(scope.isEmpty() ? "compile" : scope);
    }

    /**
     * The whole POM that {@code text} is, or is a part of: loose {@code <dependency>} and {@code <repository>} elements are collected.
     *
     * @throws IllegalArgumentException if it is no XML
     */
    public static String completed(String text) {
        String body = text.strip().replaceFirst("^<\\?xml.*?\\?>", "").strip();
        try {
            List<Element> parts =
                    Xml.children(Xml.parse("<cell>" + body + "</cell>").getDocumentElement());
            boolean whole = parts.size() == 1 && parts.getFirst().getTagName().equals("project");
            return whole ? body : text(collected(parts));
        } catch (SAXException e) {
            throw new IllegalArgumentException("this is no XML: " + e.getMessage(), e);
        } catch (IOException | ParserConfigurationException | TransformerException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Document collected(List<Element> parts)
            throws IOException, SAXException, ParserConfigurationException {
        Document pom = Xml.parse(EMPTY);
        for (Element part : parts) {
            switch (part.getTagName()) {
                case "dependency" -> append(pom, "dependencies", part);
                case "repository" -> append(pom, "repositories", part);
                case String list
                when list.equals("dependencies") || list.equals("repositories") ->
                    Xml.children(part).forEach(each -> append(pom, list, each));
                case String name when NAMES.contains(name) -> {}
                default -> pom.getDocumentElement().appendChild(pom.importNode(part, true));
            }
        }
        return pom;
    }

    private static void append(Document pom, String list, Element part) {
        Optional.ofNullable(pom.getElementsByTagName(list).item(0))
                .ifPresent(parent -> parent.appendChild(pom.importNode(part, true)));
    }

    private static String text(Document pom) throws TransformerException {
        var text = new StringWriter();
        TransformerFactory.newInstance().newTransformer().transform(new DOMSource(pom), new StreamResult(text));
        return text.toString();
    }
}
