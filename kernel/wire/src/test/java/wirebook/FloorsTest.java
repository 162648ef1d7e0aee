package wirebook;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds the floors of this module: a package knows the floors below its own, never one above. */
class FloorsTest {
    private static final List<List<String>> FLOORS = List.of(
            List.of("wirebook.bytes"),
            List.of("wirebook.field"),
            List.of("wirebook.ip", "wirebook.http", "wirebook.ethernet"),
            List.of("wirebook.tcp"),
            List.of("wirebook.replay"),
            List.of("wirebook.net", "wirebook.pcap", "wirebook.drill"),
            List.of("wirebook.view"),
            List.of("wirebook"));

    private final JavaClasses house = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("wirebook");

    @Test
    void noPackageKnowsAFloorAboveItsOwn() {
        for (int floor = 0; floor < FLOORS.size() - 1; floor++) {
            String[] here = names(floor, floor + 1);
            String[] above = names(floor + 1, FLOORS.size());
            noClasses()
                    .that()
                    .resideInAnyPackage(here)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(above)
                    .because("floor " + floor + " does not know the floors above it")
                    .allowEmptyShould(true)
                    .check(house);
        }
    }

    @Test
    void httpAndIpDoNotKnowEachOther() {
        noClasses()
                .that()
                .resideInAPackage("wirebook.http..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("wirebook.ip..", "wirebook.ethernet..")
                .allowEmptyShould(true)
                .check(house);
        noClasses()
                .that()
                .resideInAnyPackage("wirebook.ip..", "wirebook.ethernet..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("wirebook.http..")
                .check(house);
    }

    private static String[] names(int from, int to) {
        return FLOORS.subList(from, to).stream()
                .flatMap(List::stream)
                .map(name -> name.equals("wirebook") ? name : name + "..")
                .toArray(String[]::new);
    }
}
