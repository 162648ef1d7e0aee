package wirebook.shell.session;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.InnerClassesAttribute;
import java.lang.classfile.constantpool.ClassEntry;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import wirebook.shell.compile.Packages;

/**
 * Which imports on demand ({@code java.util.*}, JLS 7.5.2 and 7.5.4) a unit needs. The compiler reads the list of every package that
 * is imported whole, which takes it a fifth of a second for those that a notebook begins with, and looks through all of them for each
 * name of each round: so an import is left out of a unit where none of its words can come from it.
 */
final class OnDemand {
    private final Supplier<Packages> packages;
    private final ClassLoader library;
    private final Map<String, Optional<Set<String>>> members = new HashMap<>();

    /**
     * @param packages what the compiler sees; asked for when it is needed
     * @param library what cells see, which is the same
     */
    OnDemand(Supplier<Packages> packages, ClassLoader library) {
        this.packages = packages;
        this.library = library;
    }

    /** Whether any of {@code words} may come from {@code what}, an import of many names. */
    boolean offers(Import what, Set<String> words) {
        if (words.isEmpty() || !what.path().endsWith(".*")) {
            return !words.isEmpty(); // a module's packages are not looked through
        }
        String owner = what.path().substring(0, what.path().length() - 2);
        if (!what.isStatic() && packages.get().contains(owner)) {
            return words.stream().anyMatch(word -> packages.get().offers(owner, word));
        }
        return members(owner)
                .map(names -> words.stream().anyMatch(names::contains))
                .orElse(true);
    }

    /** The names of what a class and those above it declare; empty where that cannot be found out. */
    private Optional<Set<String>> members(String type) {
        Optional<Set<String>> known = members.get(type);
        if (known == null) {
            var found = new HashSet<String>();
            known = collect(type.replace('.', '/'), found) ? Optional.of(found) : Optional.empty();
            members.put(type, known);
        }
        return known;
    }

    private boolean collect(String type, Set<String> found) {
        try (InputStream file = library.getResourceAsStream(type + ".class")) {
            if (file == null) {
                return false;
            }
            ClassModel model = ClassFile.of().parse(file.readAllBytes());
            model.forEach(element -> {
                switch (element) {
                    case FieldModel field -> found.add(field.fieldName().stringValue());
                    case MethodModel method -> found.add(method.methodName().stringValue());
                    case InnerClassesAttribute inner ->
                        inner.classes()
                                .forEach(each -> each.innerName().ifPresent(name -> found.add(name.stringValue())));
                    default -> {}
                }
            });
            boolean whole = true;
            for (ClassEntry above : model.interfaces()) {
                whole &= collect(above.asInternalName(), found);
            }
            return model.superclass()
                            .map(above -> collect(above.asInternalName(), found))
                            .orElse(true)
                    && whole;
        } catch (IOException | IllegalArgumentException unreadable) {
            return false;
        }
    }
}
