/** HTTP, TCP and IP as immutable values, and their delivery in virtual time. */
module wirebook.wire {
    requires static org.jspecify;

    exports wirebook;
    exports wirebook.bytes;
    exports wirebook.field;
    exports wirebook.ip;
    exports wirebook.net;
    exports wirebook.replay;
    exports wirebook.tcp;
}
