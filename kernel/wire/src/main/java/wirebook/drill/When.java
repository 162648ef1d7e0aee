package wirebook.drill;

/**
 * When a statement of a script happens.
 *
 * @param kind how the time is given
 * @param nanos the time or the time since the statement before; 0 for any time
 * @param span how much later it may be, or how long a blocking call may take; 0 for none
 */
record When(Kind kind, long nanos, long span) {
    enum Kind {
        /** Since the start of the script. */
        ABSOLUTE,
        /** Since the statement before. */
        RELATIVE,
        /** Whenever it happens. */
        ANY
    }

    /** The time of the statement, where the one before was at {@code before}. */
    long at(long before) {
        return switch (kind) {
            case ABSOLUTE -> nanos;
            case RELATIVE -> before + nanos;
            case ANY -> before;
        };
    }
}
