/** Java as a notebook needs it: evaluation, completion, inspection, errors, magics, dependencies. */
module wirebook.shell {
    requires static org.jspecify;
    requires jdk.compiler;
    requires jdk.jshell;
    requires java.compiler;
    requires java.xml;
    requires org.apache.maven.resolver;
    requires org.apache.maven.resolver.util;
    requires org.apache.maven.resolver.supplier;

    exports wirebook.shell;
    exports wirebook.shell.magic;
    exports wirebook.shell.woven;
}
