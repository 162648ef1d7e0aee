/** The Jupyter messaging protocol, from frames to an interpreter of any language. */
module wirebook.jupyter {
    requires static org.jspecify;
    requires tools.jackson.core;
    requires org.zeromq.jeromq;
    requires jdk.unsupported; // sun.misc.Signal: the only way to outlive SIGINT

    exports wirebook.jupyter.channel;
    exports wirebook.jupyter.display;
    exports wirebook.jupyter.interpreter;
    exports wirebook.jupyter.kernel;
    exports wirebook.jupyter.message;
}
