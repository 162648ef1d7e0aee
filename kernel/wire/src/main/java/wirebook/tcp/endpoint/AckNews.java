package wirebook.tcp.endpoint;

/**
 * What an acknowledgment told the sender.
 *
 * @param advanced octets by which SND.UNA moved
 * @param delivered octets that are now known to have arrived and were not before, by ACK or SACK
 * @param duplicate whether it is a duplicate acknowledgment (RFC 5681, 2; RFC 6675, 2)
 * @param congestion whether it echoes a mark of congestion
 * @param flightSize what was on the way before it
 * @param echoed the time that its timestamp echoes, in milliseconds since the start of the run; −1 for none
 */
record AckNews(long advanced, long delivered, boolean duplicate, boolean congestion, long flightSize, long echoed) {
    /** No news: time has passed. */
    static final AckNews NONE = new AckNews(0, 0, false, false, 0, -1);
}
