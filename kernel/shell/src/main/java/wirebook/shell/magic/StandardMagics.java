package wirebook.shell.magic;

import java.util.Map;
import java.util.function.LongSupplier;
import wirebook.shell.Evaluation;

/** The magics that every session has; IJava's names work beside the short ones. */
public final class StandardMagics {
    private StandardMagics() {}

    /**
     * The table.
     *
     * @param nanoTime the clock that {@code %time} reads, in nanoseconds
     */
    public static Magics table(LongSupplier nanoTime) {
        var timing = new Timing(nanoTime);
        var libraries = new Libraries();
        return Magics.none()
                .line("%maven group:artifact:version …", "Loads libraries with all that they need", libraries::maven)
                .line("%mavenRepo [id] address", "Looks for libraries there as well", libraries::repository)
                .line("%loadFromPOM file [scope …]", "Loads the dependencies of a POM", libraries::pomFile)
                .cell(
                        "%%loadFromPOM [scope …]",
                        "Loads the dependencies of the POM, or of the part of one, that stands below", libraries::pom)
                .line("%jars file …", "Puts jars on the class path; * and ** stand for names", libraries::jars)
                .line(
                        "%classpath [path …]",
                        "Puts folders or jars on the class path, or shows it", libraries::classPath)
                .line("%load file", "Runs a file of Java snippets, or the cells of a notebook", Loading::load)
                .line(
                        "%time code",
                        "Runs Java and says how long it took", (a, session) -> timing.time(a.text(), session))
                .cell("%%time", "Runs the cell and says how long it took", (a, body, s) -> timing.time(body, s))
                .line(
                        "%timeit code",
                        "Runs Java many times and says how long one run takes",
                        (a, session) -> timing.timeIt(a.text(), session))
                .cell(
                        "%%timeit",
                        "Runs the cell many times and says how long one run takes",
                        (a, body, s) -> timing.timeIt(body, s))
                .line("%env [name[=value]]", "Shows or sets the environment of %%sh", Environment::env)
                .line("%who", "Lists what has been declared", Listing::who)
                .line(
                        "%reset",
                        "Forgets everything that has been declared", (a, s) -> {
                            s.reset();
                            return Evaluation.Done.QUIETLY;
                        })
                .line(
                        "%stop",
                        "Stops the threads that cells have started", (a, s) -> {
                            wirebook.shell.exec.Owner.stopAll();
                            return Evaluation.Done.QUIETLY;
                        })
                .line("%runTests class …", "Runs JUnit test classes and shows their results", Testing::run)
                .line("%help [name]", "Lists the magics, or explains one", Listing::help)
                .cell("%%html", "Shows the cell as HTML", (a, body, s) -> show(s, "text/html", body))
                .cell("%%markdown", "Shows the cell as Markdown", (a, body, s) -> show(s, "text/markdown", body))
                .cell("%%sh", "Runs the cell as a shell script", Environment::sh)
                .alias("maven", "dependency")
                .alias("maven", "addMavenDependency")
                .alias("maven", "addMavenDependencies")
                .alias("mavenRepo", "addMavenRepo")
                .alias("jars", "addJars")
                .alias("classpath", "addClasspath")
                .alias("help", "lsmagic")
                .alias("who", "whos");
    }

    private static Evaluation show(Session session, String type, String body) {
        session.console().display().show(Map.of("text/plain", body.strip(), type, body));
        return Evaluation.Done.QUIETLY;
    }
}
