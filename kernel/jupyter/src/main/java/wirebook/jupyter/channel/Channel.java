package wirebook.jupyter.channel;

/** One of the five channels between a kernel and its front ends. */
public enum Channel {
    /** Requests to run and to ask, answered in order. */
    SHELL,
    /** Requests that must be heard while a cell runs. */
    CONTROL,
    /** What everybody sees: outputs and the kernel's state. Out only. */
    IOPUB,
    /** Questions to the person at the front end, and their answers. */
    STDIN,
    /** Whatever comes in goes out again. */
    HEARTBEAT
}
