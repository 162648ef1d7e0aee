package wirebook.shell.magic;

import wirebook.shell.Evaluation;

/** A command of one line, {@code %name arguments}. */
@FunctionalInterface
public interface LineMagic {

    /**
     * Runs on the thread of the cell, interruptible.
     *
     * @param arguments the rest of the line
     * @throws Exception shown to the student by its message alone
     */
    Evaluation run(Arguments arguments, Session session) throws Exception;
}
