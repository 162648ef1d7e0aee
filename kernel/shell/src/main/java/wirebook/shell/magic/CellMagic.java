package wirebook.shell.magic;

import wirebook.shell.Evaluation;

/** A command that takes a whole cell, {@code %%name arguments} and the lines below it. */
@FunctionalInterface
public interface CellMagic {

    /**
     * Runs on the thread of the cell, interruptible.
     *
     * @param arguments the rest of the first line
     * @param body the lines below it
     * @throws Exception shown to the student by its message alone
     */
    Evaluation run(Arguments arguments, String body, Session session) throws Exception;
}
