package wirebook.deps;

import java.util.List;

/**
 * What to fetch and where to look besides Maven Central.
 *
 * @param coordinates {@code group:artifact:version}, {@code group:artifact:extension:version} or with a classifier before the version
 * @param repositories addresses of further repositories
 */
public record Request(List<String> coordinates, List<String> repositories) {

    /** Freezes the lists and checks the coordinates; Ivy's {@code group#artifact;version} is understood as well. */
    public Request {
        coordinates = coordinates.stream().map(Request::maven).toList();
        repositories = List.copyOf(repositories);
        for (String each : coordinates) {
            if (!each.matches("[^:\\s]+(:[^:\\s]+){2,4}")) {
                throw new IllegalArgumentException(
                        "'" + each + "' is no coordinate: write group:artifact:version, org.jsoup:jsoup:1.21.2");
            }
        }
    }

    private static String maven(String coordinate) {
        return coordinate.replaceFirst("^([^:#;]+)#([^:#;]+);([^#;]+)$", "$1:$2:$3");
    }
}
