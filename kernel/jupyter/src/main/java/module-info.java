/** The Jupyter messaging protocol, from frames to an interpreter of any language. */
module wirebook.jupyter {
    requires static org.jspecify;
    requires tools.jackson.databind;
    requires org.zeromq.jeromq;
}
