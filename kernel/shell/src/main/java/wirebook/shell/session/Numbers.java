package wirebook.shell.session;

/** Counts holders, so that each has a name of its own. */
final class Numbers {
    private int last;

    int next() {
        return ++last;
    }
}
