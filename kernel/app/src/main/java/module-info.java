/** The roof: joins the protocol library, the Jupyter floor and the Java shell into one kernel. */
module wirebook.app {
    requires static org.jspecify;
    requires java.desktop;
    requires wirebook.wire;
    requires wirebook.jupyter;
    requires wirebook.shell;

    exports wirebook.cell;
}
