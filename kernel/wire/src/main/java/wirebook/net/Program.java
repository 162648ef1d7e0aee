package wirebook.net;

/** What a host does with its connections: the user of TCP. It is told what happens and calls back. */
interface Program {
    /** The run begins. */
    default void start() {}

    /** A connection is established: one that it opened, or one that another host opened. */
    void opened(End end);

    /** Octets can be read, or the end of the stream has come. */
    void readable(End end);

    /** TCP has taken more of what was sent. */
    default void taken(End end) {}

    /** The connection is over against the program's will; why. */
    void failed(End end, String error);
}
