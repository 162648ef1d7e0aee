package wirebook.deps;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.WorkspaceReader;
import org.eclipse.aether.repository.WorkspaceRepository;
import org.eclipse.aether.resolution.ArtifactDescriptorPolicy;
import org.eclipse.aether.resolution.ArtifactDescriptorPolicyRequest;
import org.jspecify.annotations.Nullable;

/** The one POM that Maven is to read from where it lies, as if it had been found in a repository. */
record OnePom(Path file, WorkspaceRepository repository) implements WorkspaceReader {
    /** What Maven is asked for, whatever the POM calls itself. */
    static final Artifact ARTIFACT = new DefaultArtifact("notebook:cell:pom:1");

    OnePom(Path file) {
        this(file, new WorkspaceRepository("notebook"));
    }

    @Override
    public WorkspaceRepository getRepository() {
        return repository;
    }

    @Override
    public @Nullable File findArtifact(Artifact artifact) {
        return is(artifact) ? file.toFile() : null;
    }

    /** What of this POM cannot be read is told; a fault in some library's POM is its own affair, as for Maven. */
    static int policy(ArtifactDescriptorPolicyRequest request) {
        return is(request.getArtifact()) ? ArtifactDescriptorPolicy.STRICT : ArtifactDescriptorPolicy.IGNORE_ERRORS;
    }

    private static boolean is(Artifact artifact) {
        return artifact.getGroupId().equals(ARTIFACT.getGroupId())
                && artifact.getArtifactId().equals(ARTIFACT.getArtifactId());
    }

    @Override
    public List<String> findVersions(Artifact artifact) {
        return List.of();
    }
}
