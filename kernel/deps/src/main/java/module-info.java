/** Libraries by their Maven coordinates, for the shell that asks for them. */
module wirebook.deps {
    requires static org.jspecify;
    requires java.xml;
    requires org.apache.maven.resolver;
    requires org.apache.maven.resolver.util;
    requires org.apache.maven.resolver.supplier;
    requires wirebook.shell;

    provides wirebook.shell.magic.Resolver with
            wirebook.deps.MavenResolver;
}
