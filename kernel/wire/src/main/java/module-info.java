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

    // Views stand above the values that they show, and a painter of pixels needs more than this module does.
    uses wirebook.field.Studio;
    uses wirebook.view.Painter;

    provides wirebook.field.Studio with
            wirebook.view.Gallerist;
}
