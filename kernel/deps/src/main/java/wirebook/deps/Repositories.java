package wirebook.deps;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession.CloseableSession;
import org.eclipse.aether.RepositorySystemSession.SessionBuilder;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactDescriptorRequest;
import org.eclipse.aether.resolution.ArtifactDescriptorResult;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
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
        return resolve(home, progress, Optional.empty(), maven -> {
            var wanted = new CollectRequest();
            wanted.setRepositories(maven.places(request.repositories()));
            request.coordinates().forEach(c -> wanted.addDependency(new Dependency(new DefaultArtifact(c), "runtime")));
            return wanted;
        });
    }

    /**
     * The jars that {@code pom} asks for, their dependencies included.
     *
     * @param repositories addresses of repositories besides those that the POM names
     * @param home the user's home, with {@code .m2} in it
     * @param progress is told one line for each file that is fetched
     * @throws IllegalArgumentException if the POM cannot be read or the jars cannot be had
     */
    public static List<Path> resolve(Pom pom, List<String> repositories, Path home, Consumer<String> progress) {
        return resolve(home, progress, Optional.of(pom.file()), maven -> {
            var places = new ArrayList<>(maven.places(repositories));
            ArtifactDescriptorResult read = maven.system()
                    .readArtifactDescriptor(
                            maven.session(), new ArtifactDescriptorRequest(OnePom.ARTIFACT, places, null));
            places.addAll(maven.system().newResolutionRepositories(maven.session(), read.getRepositories()));
            return new CollectRequest()
                    .setDependencies(read.getDependencies().stream()
                            .filter(each -> pom.wants(each.getScope()))
                            .toList())
                    .setManagedDependencies(read.getManagedDependencies())
                    .setRepositories(places);
        });
    }

    /** Maven at work. */
    private record Maven(RepositorySystem system, CloseableSession session) {
        /** Central and {@code more}, or their mirrors. */
        List<RemoteRepository> places(List<String> more) {
            return system.newResolutionRepositories(session, repositories(more));
        }
    }

    private interface Wish {
        CollectRequest of(Maven maven) throws Exception;
    }

    private static List<Path> resolve(Path home, Consumer<String> progress, Optional<Path> pom, Wish wish) {
        Settings settings = Settings.of(home);
        RepositorySystem system = new RepositorySystemSupplier().get();
        SessionBuilder builder = session(system, settings, progress);
        pom.ifPresent(file -> builder.setWorkspaceReader(new OnePom(file))
                .setArtifactDescriptorPolicy((ignored, request) -> OnePom.policy(request)));
        try (CloseableSession session = builder.build()) {
            var request = new DependencyRequest(wish.of(new Maven(system, session)), null);
            return system.resolveDependencies(session, request).getArtifactResults().stream()
                    .map(ArtifactResult::getArtifact)
                    .filter(artifact -> !artifact.getExtension().equals("pom"))
                    .map(Artifact::getPath)
                    .toList();
        } catch (Exception e) {
            throw new IllegalArgumentException(Trouble.told(e), e);
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

    private static List<RemoteRepository> repositories(List<String> more) {
        var all = new ArrayList<RemoteRepository>();
        all.add(new RemoteRepository.Builder("central", "default", CENTRAL).build());
        for (String url : more) {
            all.add(new RemoteRepository.Builder("repository" + all.size(), "default", url).build());
        }
        return all;
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
