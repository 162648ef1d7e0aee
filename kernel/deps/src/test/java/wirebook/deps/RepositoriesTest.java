package wirebook.deps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A repository in a folder stands in for all others, as {@code settings.xml} says. */
class RepositoriesTest {
    @TempDir
    Path home;

    @BeforeEach
    void mirror() throws IOException {
        Files.createDirectories(home.resolve(".m2"));
        Files.writeString(home.resolve(".m2/settings.xml"), """
                <settings><localRepository>%s</localRepository>
                <mirrors><mirror><id>here</id><mirrorOf>*</mirrorOf><url>%s</url></mirror></mirrors></settings>
                """.formatted(
                        home.resolve("local"), home.resolve("remote").toUri()));
        publish(
                "upper",
                "1.0",
                "<dependency><groupId>g</groupId><artifactId>lower</artifactId><version>2.0</version></dependency>");
        publish("lower", "2.0", "");
    }

    private void publish(String artifact, String version, String dependencies) throws IOException {
        Path folder = Files.createDirectories(home.resolve("remote/g/" + artifact + "/" + version));
        Files.writeString(
                folder.resolve(artifact + "-" + version + ".pom"), """
                <project><modelVersion>4.0.0</modelVersion><groupId>g</groupId><artifactId>%s</artifactId><version>%s</version>
                <dependencies>%s</dependencies></project>""".formatted(artifact, version, dependencies));
        new JarOutputStream(
                        Files.newOutputStream(folder.resolve(artifact + "-" + version + ".jar")),
                        new java.util.jar.Manifest())
                .close();
    }

    @Test
    void aLibraryComesWithAllThatItNeeds() {
        var progress = new ArrayList<String>();
        List<Path> jars = Repositories.resolve(new Request(List.of("g:upper:1.0"), List.of()), home, progress::add);
        assertThat(jars).map(j -> j.getFileName().toString()).containsExactly("upper-1.0.jar", "lower-2.0.jar");
        assertThat(jars).allMatch(Files::exists);
        assertThat(progress).hasSize(2).allMatch(line -> line.startsWith("fetched "));
    }

    @Test
    void whatCannotBeHadIsNamed() {
        assertThatThrownBy(() -> Repositories.resolve(new Request(List.of("g:none:1"), List.of()), home, line -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("g:none:1 is not in file:.*/remote/?");
    }

    @Test
    void whatWasNeverFetchedIsMissedOffline() throws IOException {
        Files.writeString(home.resolve(".m2/settings.xml"), "<settings><offline>true</offline></settings>");
        assertThatThrownBy(() -> Repositories.resolve(new Request(List.of("g:upper:1.0"), List.of()), home, line -> {}))
                .hasMessage("g:upper:1.0 was never fetched, and settings.xml says offline");
    }

    @Test
    void aCoordinateThatIsNoneSaysHowToWriteOne() {
        assertThatThrownBy(() -> new Request(List.of("jsoup"), List.of()))
                .hasMessage("'jsoup' is no coordinate: write group:artifact:version, org.jsoup:jsoup:1.21.2");
    }

    @Test
    void ivysCoordinatesAreUnderstood() {
        assertThat(new Request(List.of("g#upper;1.0"), List.of()).coordinates()).containsExactly("g:upper:1.0");
    }

    @Test
    void aPomIsReadWithItsParentItsPropertiesAndItsManagedVersions() throws IOException {
        publish("lower", "3.0", "");
        Files.writeString(home.resolve("pom.xml"), """
                <project><modelVersion>4.0.0</modelVersion>
                <groupId>p</groupId><artifactId>parent</artifactId><version>1</version><packaging>pom</packaging>
                <properties><upper>1.0</upper></properties>
                <dependencyManagement><dependencies>%s</dependencies></dependencyManagement></project>
                """.formatted(dependency("lower", "3.0", "")));
        Path child = Files.createDirectories(home.resolve("child")).resolve("pom.xml");
        Files.writeString(child, """
                <project><modelVersion>4.0.0</modelVersion><artifactId>child</artifactId>
                <parent><groupId>p</groupId><artifactId>parent</artifactId><version>1</version></parent>
                <dependencies>%s</dependencies></project>
                """.formatted(dependency("upper", "${upper}", "")));
        assertThat(names(new Pom(child, List.of()))).containsExactly("upper-1.0.jar", "lower-3.0.jar");
    }

    @Test
    void looseElementsOfAPomAreCollectedAndScopesChooseAmongThem() throws IOException {
        publish("tested", "1.0", "");
        String part = "<dependencies>" + dependency("lower", "2.0", "")
                + "</dependencies>\n<artifactId>mine</artifactId>" + dependency("tested", "1.0", "<scope>test</scope>");
        Path file = Files.writeString(home.resolve("cell.pom"), Pom.completed(part));
        assertThat(names(new Pom(file, List.of()))).containsExactly("lower-2.0.jar");
        assertThat(names(new Pom(file, List.of("test")))).containsExactly("tested-1.0.jar");
    }

    @Test
    void aPomThatCannotBeReadIsRefused() throws IOException {
        assertThatThrownBy(() -> Pom.completed("<dependency>")).hasMessageStartingWith("this is no XML");
        Path file = Files.writeString(
                home.resolve("cell.pom"), Pom.completed("<dependency><version>1</version></dependency>"));
        assertThatThrownBy(() -> names(new Pom(file, List.of())))
                .hasMessageStartingWith("the POM cannot be read: 'dependencies.dependency.artifactId'");
    }

    private static String dependency(String artifact, String version, String more) {
        return "<dependency><groupId>g</groupId><artifactId>%s</artifactId><version>%s</version>%s</dependency>"
                .formatted(artifact, version, more);
    }

    private List<String> names(Pom pom) {
        return Repositories.resolve(pom, List.of(), home, line -> {}).stream()
                .map(jar -> jar.getFileName().toString())
                .toList();
    }
}
