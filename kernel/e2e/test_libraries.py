"""%maven and its kin: what a library needs comes with it and is told, no network is said in one sentence, and the kernel's own jars are in nobody's way."""

import os

import kernels
import pytest

# Two generations of Jackson 2, and one of Jackson 3 that is not the kernel's own.
JACKSONS = {
    "com.fasterxml.jackson.core:jackson-databind:2.9.9": "com.fasterxml.jackson",
    "com.fasterxml.jackson.core:jackson-databind:2.18.2": "com.fasterxml.jackson",
    "tools.jackson.core:jackson-databind:3.0.2": "tools.jackson",
}
OWN = ["tools.jackson.core.JsonParser", "com.google.gson.Gson", "org.eclipse.aether.RepositorySystem", "org.slf4j.LoggerFactory", "org.zeromq.ZMQ"]

SLF4J = """%%loadFromPOM
<properties><slf4j>2.0.17</slf4j></properties>
<dependency>
  <groupId>org.slf4j</groupId>
  <artifactId>slf4j-simple</artifactId>
  <version>${slf4j}</version>
</dependency>
<dependency>
  <groupId>no.such.group</groupId>
  <artifactId>tested</artifactId>
  <version>1</version>
  <scope>test</scope>
</dependency>"""


CENTRAL = "https://repo.maven.apache.org/maven2/"
POM = """<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>a.school</groupId>
  <artifactId>lesson</artifactId>
  <version>1</version>
  <dependencies>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-api</artifactId><version>2.0.9</version></dependency>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-api</artifactId><version>2.0.10</version><classifier>sources</classifier><scope>test</scope></dependency>
  </dependencies>
</project>
"""

# Each name and form that IJava documents, and the jar that comes by it: another one for each, since they share a kernel.
MAGICS = {
    "%maven org.slf4j:slf4j-api:2.0.1": "slf4j-api-2.0.1.jar",
    "%addMavenDependency org.slf4j:slf4j-api:2.0.2": "slf4j-api-2.0.2.jar",
    "%addMavenDependencies org.slf4j:slf4j-api:2.0.3": "slf4j-api-2.0.3.jar",
    "%maven org.slf4j:slf4j-api:jar:2.0.4": "slf4j-api-2.0.4.jar",
    "%maven org.slf4j:slf4j-api:jar:sources:2.0.4": "slf4j-api-2.0.4-sources.jar",
    "%maven org.slf4j#slf4j-api;2.0.5": "slf4j-api-2.0.5.jar",
    f"%mavenRepo mine {CENTRAL}\n%maven --from mine org.slf4j:slf4j-api:2.0.6": "slf4j-api-2.0.6.jar",
    f"%addMavenRepo other {CENTRAL}\n%maven --from={CENTRAL} org.slf4j:slf4j-api:2.0.7": "slf4j-api-2.0.7.jar",
    f'getKernelInstance().getMavenResolver().addRemoteRepo("third", "{CENTRAL}");\n%maven org.slf4j:slf4j-api:2.0.8': "slf4j-api-2.0.8.jar",
    "%loadFromPOM pom.xml": "slf4j-api-2.0.9.jar",
    "%loadFromPOM pom.xml test": "slf4j-api-2.0.10-sources.jar",
    f"%%loadFromPOM\n{POM.replace('2.0.9', '2.0.11')}": "slf4j-api-2.0.11.jar",
    f"%%loadFromPOM test\n{POM.replace('2.0.10', '2.0.12')}": "slf4j-api-2.0.12-sources.jar",
}


@pytest.fixture(scope="module")
def kernel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pom")
    (folder / "pom.xml").write_text(POM)
    with kernels.session(cwd=folder) as session:
        yield session


@pytest.mark.parametrize("cell", MAGICS)
def test_a_library_comes_by_each_name_that_ijava_documents(kernel, cell):
    answer = kernel.run(cell)
    assert answer.status == "ok", answer.error
    assert answer.text.splitlines()[-1] == f"on the class path: {MAGICS[cell]}"


def test_a_chart_of_a_library_is_shown(kernel):
    pom = "<dependency><groupId>org.knowm.xchart</groupId><artifactId>xchart</artifactId><version>3.5.2</version></dependency>"
    assert kernel.run(f"%%loadFromPOM\n{pom}").status == "ok"
    kernel.run('import org.knowm.xchart.*;\nvar chart = QuickChart.getChart("Squares", "x", "y", "y", new double[] {1, 2, 3}, new double[] {1, 4, 9});')
    (picture,) = kernel.run("BitmapEncoder.getBufferedImage(chart)").data("image/png")
    assert picture.startswith("iVBORw0KGgo")


@pytest.fixture
def home(tmp_path):
    """The home of a user who has fetched nothing yet."""
    (tmp_path / ".m2").mkdir()
    return tmp_path


def session(home):
    return kernels.session(env={**os.environ, "JDK_JAVA_OPTIONS": f"-Duser.home={home}"})


def test_a_library_comes_with_what_it_needs_and_tells_each_file(home):
    with session(home) as kernel:
        answer = kernel.run("%maven org.slf4j:slf4j-simple:2.0.17")
        assert answer.status == "ok", answer.error
        fetched, needed, present = answer.text.splitlines()
        assert {line.split(" (")[0] for line in (fetched, needed)} == {"fetched slf4j-simple-2.0.17.jar", "fetched slf4j-api-2.0.17.jar"}
        assert present == "on the class path: slf4j-simple-2.0.17.jar, slf4j-api-2.0.17.jar"
        assert kernel.run('org.slf4j.LoggerFactory.getLogger("x").getClass().getSimpleName()').text == "SimpleLogger"
        assert kernel.run(SLF4J).text == "on the class path: nothing new\n"


def test_without_a_network_one_sentence_says_so(home):
    mirror = "<mirror><id>here</id><mirrorOf>*</mirrorOf><url>http://127.0.0.1:9/</url></mirror>"
    (home / ".m2" / "settings.xml").write_text(f"<settings><mirrors>{mirror}</mirrors></settings>")
    with session(home) as kernel:
        answer = kernel.run("%maven org.slf4j:slf4j-simple:2.0.17")
        assert answer.reply["evalue"] == "org.slf4j:slf4j-simple:2.0.17 cannot be fetched: http://127.0.0.1:9/ does not answer (ConnectException). Are you online?"
        assert kernel.run("1 + 1").text == "2"


@pytest.mark.parametrize("library", JACKSONS)
def test_a_cell_has_the_jackson_that_it_asks_for(library):
    root, version = JACKSONS[library], library.split(":")[-1]
    with kernels.session() as kernel:
        for name in OWN:
            assert kernel.run(f"{name}.class").status == "error"
        answer = kernel.run(f"%maven {library}")
        assert answer.status == "ok", answer.error
        assert kernel.run(f"{root}.databind.cfg.PackageVersion.VERSION.toString()").text == version
        assert kernel.run(f"{root}.core.json.PackageVersion.VERSION.toString()").text == version
        assert kernel.run(f'new {root}.databind.ObjectMapper().readTree("[1, 2]").get(1).asInt()').text == "2"
