package wirebook.shell.deps;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession.CloseableSession;
import org.eclipse.aether.RepositorySystemSession.SessionBuilder;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;
import org.eclipse.aether.supplier.RepositorySystemSupplier;
import org.eclipse.aether.supplier.SessionBuilderSupplier;
import org.eclipse.aether.transfer.AbstractTransferListener;
import org.eclipse.aether.transfer.TransferEvent;
import org.eclipse.aether.util.repository.AuthenticationBuilder;
import org.eclipse.aether.util.repository.DefaultAuthenticationSelector;
import org.eclipse.aether.util.repository.DefaultMirrorSelector;

/** Fetches libraries with all that they need, into and from the user's local Maven repository. */
public final class Repositories {
    private static final String CENTRAL = "https://repo.maven.apache.org/maven2/";

    private Repositories() {}

    /**
     * The jars for {@code request}, dependencies included.
     *
     * @param home the user's home, with {@code .m2} in it
     * @param progress is told one line for each file that is fetched
     * @throws IllegalArgumentException if they cannot be had, with a sentence that says what is missing and why
     */
    public static List<Path> resolve(Request request, Path home, Consumer<String> progress) {
        Settings settings = Settings.of(home);
        RepositorySystem system = new RepositorySystemSupplier().get();
        try (CloseableSession session = session(system, settings, progress).build()) {
            var collect = new CollectRequest();
            collect.setRepositories(system.newResolutionRepositories(session, repositories(request)));
            request.coordinates()
                    .forEach(c -> collect.addDependency(new Dependency(new DefaultArtifact(c), "runtime")));
            return system
                    .resolveDependencies(session, new DependencyRequest(collect, null))
                    .getArtifactResults()
                    .stream()
                    .map(r -> r.getArtifact().getPath())
                    .toList();
        } catch (DependencyResolutionException e) {
            throw new IllegalArgumentException(said(e, settings.offline()), e);
        } finally {
            system.shutdown();
        }
    }

    private static SessionBuilder session(RepositorySystem system, Settings settings, Consumer<String> progress) {
        var mirrors = new DefaultMirrorSelector();
        settings.mirrors().forEach(m -> mirrors.add(m.id(), m.url(), "default", false, false, m.of(), "*"));
        var logins = new DefaultAuthenticationSelector();
        settings.servers()
                .forEach(s -> logins.add(
                        s.id(),
                        new AuthenticationBuilder()
                                .addUsername(s.name())
                                .addPassword(s.password())
                                .build()));
        return new SessionBuilderSupplier(system)
                .get()
                .withLocalRepositoryBaseDirectories(settings.local())
                .setOffline(settings.offline())
                .setMirrorSelector(mirrors)
                .setAuthenticationSelector(logins)
                .setTransferListener(new Listener(progress));
    }

    private static List<RemoteRepository> repositories(Request request) {
        var all = new ArrayList<RemoteRepository>();
        all.add(new RemoteRepository.Builder("central", "default", CENTRAL).build());
        for (String url : request.repositories()) {
            all.add(new RemoteRepository.Builder("repository" + all.size(), "default", url).build());
        }
        return all;
    }

    /** One sentence: what could not be had, and why. */
    private static String said(Throwable failure, boolean offline) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        boolean network = root instanceof java.io.IOException;
        String first = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
        String why = offline
                ? " (settings.xml says offline)"
                : network
                        ? " The repository cannot be reached ("
                                + root.getClass().getSimpleName() + "): are you online?"
                        : "";
        return first + why;
    }

    private static final class Listener extends AbstractTransferListener {
        private final Consumer<String> progress;

        Listener(Consumer<String> progress) {
            this.progress = progress;
        }

        @Override
        public void transferSucceeded(TransferEvent event) {
            String name = event.getResource().getResourceName();
            if (name.endsWith(".jar")) {
                long kilobytes = (event.getTransferredBytes() + 1023) / 1024;
                progress.accept("fetched " + name.substring(name.lastIndexOf('/') + 1) + " (" + kilobytes + " KB)");
            }
        }
    }
}
