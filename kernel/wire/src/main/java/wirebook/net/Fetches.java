package wirebook.net;

import java.util.stream.Stream;
import wirebook.replay.Waterfall;

/** What a program has fetched. */
@FunctionalInterface
interface Fetches {
    /** Each request as a row of a waterfall, in the order in which they were done. */
    Stream<Waterfall.Row> rows();
}
