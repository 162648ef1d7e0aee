/** HTTP, TCP and IP as immutable values, and their delivery in virtual time. */
module wirebook.wire {
    requires static org.jspecify;

    exports wirebook;
    exports wirebook.bytes;
    exports wirebook.ethernet;
    exports wirebook.drill;
    exports wirebook.field;
    exports wirebook.http;
    exports wirebook.http.exchange;
    exports wirebook.ip;
    exports wirebook.net;
    exports wirebook.replay;
    exports wirebook.pcap;
    exports wirebook.tcp;
    exports wirebook.tcp.congestion;
    exports wirebook.tcp.endpoint;
    exports wirebook.tcp.profile;
    exports wirebook.tcp.state;
    exports wirebook.tcp.stream;
    exports wirebook.tcp.timing;
    exports wirebook.view;
}
