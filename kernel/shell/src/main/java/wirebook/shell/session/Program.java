package wirebook.shell.session;

import java.util.List;
import java.util.Map;
import java.util.Set;
import wirebook.shell.compile.LineTable;

/**
 * A cell that the compiler has accepted: its classes, and what the session becomes when it is committed.
 *
 * @param code the binary name of the class that holds the statements; empty if there are none
 * @param type the static type of the value; empty if there is none
 * @param declarations class files of new and renewed declarations
 * @param statements class files of the statements
 * @param definitions every definition of the session from now on
 * @param imports every import of the session from now on
 * @param lines where frames of the new classes stand, by holder
 * @param renewed groups that were there before and have a new holder
 * @param uses the names that the new classes use, each class's own aside
 * @param notes what the student should know
 */
record Program(
        String code,
        String type,
        Map<String, byte[]> declarations,
        Map<String, byte[]> statements,
        Map<String, List<Definition>> definitions,
        List<Import> imports,
        Map<String, LineTable> lines,
        Set<String> renewed,
        Set<String> uses,
        List<String> notes) {}
