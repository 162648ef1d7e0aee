package wirebook.shell.deps;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import wirebook.shell.deps.Settings.Xml;

/** Reads the dependencies and repositories of a POM, or of the part of one that a cell holds. */
public final class Pom {
    private static final Set<String> RUNNING = Set.of("", "compile", "runtime", "system", "import");

    private Pom() {}

    /**
     * What {@code text} asks for.
     *
     * @param text a whole {@code <project>}, or {@code <dependency>} and {@code <repository>} elements alone
     * @throws IllegalArgumentException if it is no XML
     */
    public static Request read(String text) {
        String body = text.strip().replaceFirst("^<\\?xml.*?\\?>", "");
        try {
            Element root = Xml.parse("<cell>" + body + "</cell>").getDocumentElement();
            var coordinates = new ArrayList<String>();
            for (Element e : Xml.all(root, "dependency")) {
                if (RUNNING.contains(Xml.text(e, "scope")) && !managed(e)) {
                    coordinates.add(coordinate(e));
                }
            }
            List<String> repositories = Xml.all(root, "repository").stream()
                    .map(e -> Xml.text(e, "url"))
                    .filter(u -> !u.isEmpty())
                    .toList();
            return new Request(coordinates, repositories);
        } catch (SAXException e) {
            throw new IllegalArgumentException("this is no XML: " + e.getMessage(), e);
        } catch (IOException | ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean managed(Element dependency) {
        return dependency.getParentNode() != null
                && dependency.getParentNode().getParentNode() instanceof Element parent
                && parent.getTagName().equals("dependencyManagement");
    }

    private static String coordinate(Element e) {
        String type = Xml.child(e, "type").orElse("jar");
        String classifier = Xml.text(e, "classifier");
        String middle = classifier.isEmpty() ? (type.equals("jar") ? "" : ":" + type) : ":" + type + ":" + classifier;
        return Xml.text(e, "groupId") + ":" + Xml.text(e, "artifactId") + middle + ":" + Xml.text(e, "version");
    }
}
