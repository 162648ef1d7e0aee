/** HTTP, TCP and IP as immutable values, and their delivery in virtual time. */
module wirebook.wire {
    requires static org.jspecify;

    exports wirebook.bytes;
    exports wirebook.ethernet;
    exports wirebook.field;
    exports wirebook.ip;
    exports wirebook.pcap;
    exports wirebook.tcp;
}
