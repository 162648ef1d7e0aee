/** The roof: joins the protocol library, the Jupyter floor and the Java shell into one kernel. */
module wirebook.app {
    requires static org.jspecify;
    requires static org.junit.platform.launcher;
    requires com.github.weisj.jsvg;
    requires java.desktop;
    requires wirebook.wire;
    requires wirebook.jupyter;
    requires wirebook.shell;

    exports wirebook.cell;
    exports wirebook.junit;

    provides wirebook.view.Painter with
            wirebook.app.Brush;
}
