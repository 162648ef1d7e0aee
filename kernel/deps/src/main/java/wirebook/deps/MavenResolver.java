package wirebook.deps;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import wirebook.shell.magic.Resolver;

/** Maven's resolver, in the shell's words. */
public final class MavenResolver implements Resolver {
    @Override
    public List<Path> libraries(
            List<String> coordinates, List<String> repositories, Path home, Consumer<String> progress) {
        return Repositories.resolve(new Request(coordinates, repositories), home, progress);
    }

    @Override
    public List<Path> dependencies(
            Path pom, List<String> scopes, List<String> repositories, Path home, Consumer<String> progress) {
        return Repositories.resolve(new Pom(pom, scopes), repositories, home, progress);
    }

    @Override
    public String completed(String pom) {
        return Pom.completed(pom);
    }
}
