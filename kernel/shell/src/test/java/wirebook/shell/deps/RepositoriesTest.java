package wirebook.shell.deps;

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
                .hasMessageContaining("g:none");
    }

    @Test
    void aCoordinateThatIsNoneSaysHowToWriteOne() {
        assertThatThrownBy(() -> new Request(List.of("jsoup"), List.of()))
                .hasMessage("'jsoup' is no coordinate: write group:artifact:version, org.jsoup:jsoup:1.21.2");
    }

    @Test
    void aPomOrAPartOfOneIsRead() {
        Request request = Pom.read("""
                <repository><id>r</id><url>https://example.org/r</url></repository>
                <dependency><groupId>a</groupId><artifactId>b</artifactId><version>1</version></dependency>
                <dependency><groupId>a</groupId><artifactId>t</artifactId><version>1</version><scope>test</scope></dependency>
                <dependency><groupId>a</groupId><artifactId>c</artifactId><version>2</version><classifier>x</classifier></dependency>
                """);
        assertThat(request.coordinates()).containsExactly("a:b:1", "a:c:jar:x:2");
        assertThat(request.repositories()).containsExactly("https://example.org/r");
        assertThatThrownBy(() -> Pom.read("<dependency>")).hasMessageStartingWith("this is no XML");
    }
}
