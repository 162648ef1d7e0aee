package wirebook.shell.exec;

import java.io.IOException;
import java.lang.module.ModuleReference;
import java.lang.module.ResolvedModule;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import wirebook.shell.woven.Woven;

/** What cells can see of the JVM they run in: the JDK, the packages that the host shares, and nothing else of ours. */
final class Visible extends ClassLoader {
    private static final String WOVEN = Woven.class.getPackageName();

    private final ClassLoader host;
    private final Predicate<String> shared;
    private @Nullable Set<String> jdk;

    Visible(ClassLoader host, Predicate<String> shared) {
        super("visible", ClassLoader.getPlatformClassLoader());
        this.host = host;
        this.shared = shared;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        String packageName = packageOf(name, '.');
        if (shared.test(packageName)) {
            return host.loadClass(name);
        }
        if (packageName.equals(WOVEN)) {
            return Class.forName(name, false, Woven.class.getClassLoader());
        }
        if (jdk().contains(packageName)) {
            return ClassLoader.getSystemClassLoader().loadClass(name);
        }
        throw new ClassNotFoundException(name);
    }

    @Override
    protected @Nullable URL findResource(String name) {
        return shared.test(packageOf(name, '/').replace('/', '.')) ? host.getResource(name) : null;
    }

    @Override
    protected Enumeration<URL> findResources(String name) throws IOException {
        URL resource = findResource(name);
        return resource == null ? Collections.emptyEnumeration() : Collections.enumeration(Set.of(resource));
    }

    private static String packageOf(String name, char separator) {
        int end = name.lastIndexOf(separator);
        return end < 0 ? "" : name.substring(0, end);
    }

    /** Packages of the JDK's tools, which the platform loader does not have. */
    private synchronized Set<String> jdk() {
        Set<String> known = jdk;
        if (known == null) {
            known = new HashSet<>();
            for (ResolvedModule module : ModuleLayer.boot().configuration().modules()) {
                ModuleReference reference = module.reference();
                if (reference
                        .location()
                        .filter(l -> "jrt".equals(l.getScheme()))
                        .isPresent()) {
                    known.addAll(reference.descriptor().packages());
                }
            }
            jdk = known;
        }
        return known;
    }
}
