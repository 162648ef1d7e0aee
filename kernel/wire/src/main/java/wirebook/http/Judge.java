package wirebook.http;

/** Decides what a broken rule means: returns where it is forgiven, and throws where it is not. */
@FunctionalInterface
interface Judge {
    /**
     * @param found what was found, for people; may be empty
     * @param where the offending octet, from the start of the stream
     * @throws Refusal if the reader has to stop
     */
    void judge(HttpRule rule, String found, long where);

    /** The end of reading: carries the event that says why. */
    final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient HttpEvent.Refused event;

        Refusal(HttpEvent.Refused event) {
            super(event.fault().getMessage(), null, false, false);
            this.event = event;
        }

        HttpEvent.Refused event() {
            return event;
        }
    }
}
