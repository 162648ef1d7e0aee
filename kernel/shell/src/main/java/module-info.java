/** JShell as a notebook needs it: evaluation, completion, inspection, errors, magics, dependencies. */
module wirebook.shell {
    requires static org.jspecify;
    requires jdk.jshell;
    requires java.compiler;

    exports wirebook.shell;
    exports wirebook.shell.magic;
}
