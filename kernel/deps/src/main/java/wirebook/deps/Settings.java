package wirebook.deps;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * What the user's {@code settings.xml} says that matters here.
 *
 * @param local the local repository
 * @param mirrors repositories that stand in for others
 * @param servers who may log in where
 * @param offline whether nothing is to be fetched
 */
record Settings(Path local, List<Mirror> mirrors, List<Server> servers, boolean offline) {

    /** A repository that stands in for those that {@code of} names. */
    record Mirror(String id, String url, String of) {}

    /** A login. */
    record Server(String id, String name, String password) {}

    /** Those of the user whose home this is; a file that cannot be read counts as absent. */
    static Settings of(Path home) {
        Path maven = home.resolve(".m2");
        Path standard = maven.resolve("repository");
        Path file = maven.resolve("settings.xml");
        if (!Files.isRegularFile(file)) {
            return new Settings(standard, List.of(), List.of(), false);
        }
        try {
            return read(Xml.parse(Files.readString(file)).getDocumentElement(), standard);
        } catch (IOException | SAXException | ParserConfigurationException e) {
            return new Settings(standard, List.of(), List.of(), false);
        }
    }

    private static Settings read(Element root, Path standard) {
        Path local = Xml.child(root, "localRepository").map(Path::of).orElse(standard);
        boolean offline = Xml.child(root, "offline").map(Boolean::parseBoolean).orElse(false);
        var mirrors = new ArrayList<Mirror>();
        for (Element e : Xml.all(root, "mirror")) {
            mirrors.add(new Mirror(Xml.text(e, "id"), Xml.text(e, "url"), Xml.text(e, "mirrorOf")));
        }
        var servers = new ArrayList<Server>();
        for (Element e : Xml.all(root, "server")) {
            servers.add(new Server(Xml.text(e, "id"), Xml.text(e, "username"), Xml.text(e, "password")));
        }
        return new Settings(local, mirrors, servers, offline);
    }

    /** The few things that are asked of XML here. */
    static final class Xml {
        private Xml() {}

        static Document parse(String text) throws IOException, SAXException, ParserConfigurationException {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new org.xml.sax.InputSource(new java.io.StringReader(text)));
        }

        static List<Element> all(Element root, String name) {
            var found = new ArrayList<Element>();
            var nodes = root.getElementsByTagName(name);
            for (int i = 0; i < nodes.getLength(); i++) {
                found.add((Element) nodes.item(i));
            }
            return found;
        }

        static List<Element> children(Element parent) {
            var found = new ArrayList<Element>();
            for (Node n = parent.getFirstChild(); n != null; n = n.getNextSibling()) {
                if (n instanceof Element e) {
                    found.add(e);
                }
            }
            return found;
        }

        static Optional<String> child(Element parent, String name) {
            return children(parent).stream()
                    .filter(e -> e.getTagName().equals(name))
                    .findFirst()
                    .map(e -> e.getTextContent().strip())
                    .filter(t -> !t.isEmpty());
        }

        static String text(Element parent, String name) {
            return child(parent, name).orElse("");
        }
    }
}
