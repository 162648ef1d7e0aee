package wirebook.app;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import wirebook.bytes.Malformed;
import wirebook.drill.DrillReport;
import wirebook.drill.Strictness;
import wirebook.pcap.Capture;
import wirebook.tcp.profile.Profile;

/** The commands beside the kernel: {@code wirebook drill FILE…} and {@code wirebook pcap FILE}. */
final class Commands {
    static final String USAGE = """
            Usage: wirebook drill [--strict] [--tcp PROFILE] FILE…   plays packetdrill scripts (a folder: all *.pkt in it)
                   wirebook pcap [--json] FILE                       prints a capture's connections and steps, or its numbers
            PROFILE is freeBsd (if none is named: what most scripts assume), linux, reno, newReno or cubic.
            """;

    private static final Map<String, Supplier<Profile>> PROFILES = Map.of(
            "freeBsd", Profile::freeBsd,
            "linux", Profile::linux,
            "reno", Profile::reno,
            "newReno", Profile::newReno,
            "cubic", Profile::cubic);

    private final PrintStream out;
    private final PrintStream err;

    Commands(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Runs a command and returns the exit code: 0 if all is well, 1 if a script or a file is not, 2 for wrong arguments. */
    int run(String... arguments) {
        List<String> words = new ArrayList<>(Arrays.asList(arguments));
        try {
            return switch (words.isEmpty() ? "" : words.removeFirst()) {
                case "drill" -> drill(words);
                case "pcap" -> pcap(words);
                default -> throw new IllegalArgumentException("drill or pcap is needed");
            };
        } catch (IllegalArgumentException wrong) {
            err.println("wirebook: " + wrong.getMessage());
            err.print(wrong instanceof Malformed ? "" : USAGE);
            return wrong instanceof Malformed ? 1 : 2;
        } catch (IOException unreadable) {
            err.println("wirebook: cannot read " + unreadable.getMessage());
            return 1;
        }
    }

    private int drill(List<String> words) throws IOException {
        Strictness strictness = words.remove("--strict") ? Strictness.STRICT : Strictness.LOOSE;
        Profile profile = profile(words);
        DrillReport report = DrillReport.EMPTY;
        for (Path file : scripts(words)) {
            report = report.with(file.toString(), Files.readString(file), profile, strictness);
        }
        out.println(report);
        return report.passed() == report.rows().size() ? 0 : 1;
    }

    private static Profile profile(List<String> words) {
        int at = words.indexOf("--tcp");
        if (at < 0) {
            return Profile.freeBsd();
        }
        words.remove(at);
        Supplier<Profile> named = at < words.size() ? PROFILES.get(words.remove(at)) : null;
        if (named == null) {
            throw new IllegalArgumentException("--tcp takes the name of a profile");
        }
        return named.get();
    }

    private static List<Path> scripts(List<String> names) throws IOException {
        List<Path> scripts = new ArrayList<>();
        for (String name : named(names, "a script")) {
            try (Stream<Path> files = Files.walk(Path.of(name))) {
                files.filter(Files::isRegularFile)
                        .filter(file ->
                                file.equals(Path.of(name)) || file.toString().endsWith(".pkt"))
                        .sorted()
                        .forEach(scripts::add);
            }
        }
        return scripts;
    }

    private int pcap(List<String> words) throws IOException {
        boolean json = words.remove("--json");
        Capture capture = Capture.load(Path.of(named(words, "a capture").getFirst()));
        if (json) {
            out.println(capture.facts().json());
            return 0;
        }
        out.println(capture.facts());
        capture.fault().ifPresent(fault -> err.println("wirebook: the capture is damaged: " + fault.getMessage()));
        return capture.fault().isPresent() ? 1 : 0;
    }

    private static List<String> named(List<String> words, String what) {
        words.stream().filter(word -> word.startsWith("--")).findFirst().ifPresent(word -> {
            throw new IllegalArgumentException("unknown option " + word);
        });
        if (words.isEmpty()) {
            throw new IllegalArgumentException("the name of " + what + " is needed");
        }
        return words;
    }
}
