package wirebook.net;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import wirebook.bytes.Octets;
import wirebook.pcap.Capture;
import wirebook.pcap.Frame;
import wirebook.pcap.LinkType;
import wirebook.replay.Fate;
import wirebook.replay.Flight;
import wirebook.replay.Trace;

/** A capture that somebody made at a host of a run. */
final class Tap {
    private Tap() {}

    /** What passes the host of this index: packets that it sends, and octets that arrive. */
    static Capture at(Trace trace, int host) {
        List<Frame> frames = new ArrayList<>();
        for (Flight flight : trace.flights()) {
            if (flight.from() == host && !flight.kind().equals("duplicate")) {
                frames.add(Frame.of(flight.sentAt(), flight.packet()));
            }
            if (flight.to() == host && flight.fate() != Fate.LOST) {
                frames.add(frame(flight.endedAt(), flight.arrived()));
            }
        }
        frames.sort(Comparator.comparing(Frame::time));
        return Capture.ofFrames(frames);
    }

    private static Frame frame(Duration at, Octets octets) {
        return new Frame(at, LinkType.RAW, octets, octets.length());
    }
}
