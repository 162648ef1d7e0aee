/** HTTP, TCP and IP as immutable values, and their delivery in virtual time. */
module wirebook.wire {
    requires static org.jspecify;

    exports wirebook.bytes;
    exports wirebook.field;
    exports wirebook.http;
    exports wirebook.http.exchange;
    exports wirebook.ip;
    exports wirebook.tcp;
}
