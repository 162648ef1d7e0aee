/** The Jupyter messaging protocol, from frames to an interpreter of any language. */
module wirebook.jupyter {
    requires static org.jspecify;
    requires tools.jackson.core;
    requires org.zeromq.jeromq;

    exports wirebook.jupyter.channel;
    exports wirebook.jupyter.display;
    exports wirebook.jupyter.interpreter;
    exports wirebook.jupyter.kernel;
}
