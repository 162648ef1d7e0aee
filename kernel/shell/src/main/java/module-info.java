/** Java as a notebook needs it: evaluation, completion, inspection, errors, magics, dependencies. */
module wirebook.shell {
    requires static org.jspecify;
    requires jdk.compiler;
    requires jdk.jshell;
    requires java.compiler;

    uses wirebook.shell.magic.Resolver;

    exports wirebook.shell;
    exports wirebook.shell.magic;
    exports wirebook.shell.woven;
}
