package wirebook.cell;

import java.util.List;
import org.jspecify.annotations.Nullable;
import wirebook.app.Stage;

/** The kernel as IJava's notebooks know it: {@code getKernelInstance()}. */
public final class JavaKernel {
    JavaKernel() {}

    /** Puts a jar or a folder on the class path; the path may be a pattern. */
    public void addToClasspath(String path) {
        Cells.lineMagic("classpath", List.of(path));
    }

    /** {@code source}, run as a cell, as it would be shown. */
    public DisplayData eval(String source) throws Exception {
        return Cells.render(Cells.eval(source));
    }

    /** The value of {@code source}, run as a cell. */
    public @Nullable Object evalRaw(String source) throws Exception {
        return Cells.eval(source);
    }

    /** Shows {@code data} among the output of this cell. */
    public void display(DisplayData data) {
        Cells.display(data);
    }

    /** The magics of this notebook. */
    public Magics getMagics() {
        return new Magics();
    }

    /** Where libraries come from. */
    public MavenResolver getMavenResolver() {
        return new MavenResolver();
    }

    /** The magics of this notebook. */
    public static final class Magics {
        private Magics() {}

        /** Makes {@code %name} run {@code magic} from the next cell on. */
        public void registerLineMagic(String name, LineMagic magic) {
            Stage.current().register(name, magic);
        }

        /** Makes {@code %%name} run {@code magic} from the next cell on. */
        public void registerCellMagic(String name, CellMagic magic) {
            Stage.current().register(name, magic);
        }

        /** Runs {@code %name} and returns its value. */
        @SuppressWarnings("TypeParameterUnusedInFormals")
        public <T> T applyLineMagic(String name, List<String> words) {
            return Cells.lineMagic(name, words);
        }

        /** Runs {@code %%name} and returns its value. */
        @SuppressWarnings("TypeParameterUnusedInFormals")
        public <T> T applyCellMagic(String name, List<String> words, String body) {
            return Cells.cellMagic(name, words, body);
        }
    }

    /** Where libraries come from. */
    public static final class MavenResolver {
        private MavenResolver() {}

        /** Looks for libraries at {@code address} as well. */
        public void addRemoteRepo(String name, String address) {
            Cells.lineMagic("mavenRepo", List.of(name, address));
        }

        /** Puts jars on the class path. */
        public void addJarsToClasspath(Iterable<String> jars) {
            jars.forEach(jar -> Cells.lineMagic("jars", List.of(jar)));
        }
    }
}
