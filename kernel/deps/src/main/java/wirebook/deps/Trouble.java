package wirebook.deps;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactDescriptorException;
import org.eclipse.aether.transfer.ArtifactNotFoundException;
import org.eclipse.aether.transfer.ArtifactTransferException;
import org.eclipse.aether.transfer.RepositoryOfflineException;
import org.jspecify.annotations.Nullable;

/** Maven's trouble in one sentence: what cannot be had, and why. */
final class Trouble {
    private final List<Throwable> chain = new ArrayList<>();

    private Trouble(Throwable failure) {
        for (@Nullable Throwable each = failure; each != null && !chain.contains(each); each = each.getCause()) {
            chain.add(each);
        }
    }

    /** What to tell of {@code failure}. */
    static String told(Throwable failure) {
        return new Trouble(failure).told();
    }

    private String told() {
        Optional<String> missing = first(ArtifactTransferException.class, this::missing);
        return missing.or(() -> first(ArtifactDescriptorException.class, e -> "the POM cannot be read: " + fault()))
                .orElseGet(() -> line(chain.getFirst()));
    }

    private <T> Optional<String> first(Class<T> type, Function<T, String> told) {
        return chain.stream()
                .filter(type::isInstance)
                .findFirst()
                .map(type::cast)
                .map(told);
    }

    private String missing(ArtifactTransferException failure) {
        String what = coordinate(failure.getArtifact());
        RemoteRepository place = failure.getRepository();
        String where = place == null ? "the repository" : place.getUrl();
        if (chain.stream().anyMatch(RepositoryOfflineException.class::isInstance)) {
            return what + " was never fetched, and settings.xml says offline";
        }
        if (failure instanceof ArtifactNotFoundException) {
            return what + " is not in " + where;
        }
        return chain.getLast() instanceof IOException e
                ? what + " cannot be fetched: " + where + " does not answer ("
                        + e.getClass().getSimpleName() + "). Are you online?"
                : what + " cannot be fetched from " + where + ": " + line(chain.getLast());
    }

    private static String coordinate(Artifact artifact) {
        return artifact.toString().replaceFirst(":(jar|pom):", ":");
    }

    /** What Maven's reader of POMs complains of: the first of its numbered problems. */
    private String fault() {
        return chain.getLast()
                .toString()
                .lines()
                .filter(line -> line.startsWith("["))
                .findFirst()
                .map(line -> line.replaceFirst("^\\[\\w+] ", "").replaceFirst(" @ *$", ""))
                .orElseGet(() -> line(chain.getLast()));
    }

    private static String line(Throwable failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }
}
