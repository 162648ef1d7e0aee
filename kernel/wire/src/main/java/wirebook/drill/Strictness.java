package wirebook.drill;

/** How much of a segment must be as the script says. */
public enum Strictness {
    /** Flags, sequence and acknowledgment numbers, length, SACK blocks, states. */
    LOOSE,
    /** Also the window, the list of options and the time within the script's tolerance. */
    STRICT
}
