package wirebook.shell.report;

import java.util.Collection;
import java.util.List;

/** What the advice on a name that is not known needs to know of the session. */
public interface Names {

    /** Names that stand alone: variables, methods, types of the session, types and members that are imported. */
    Collection<String> alone();

    /** Names of the members of a type, as the compiler has written it; empty if the type is not known. */
    Collection<String> membersOf(String type);

    /** The full names of types that are there and not imported, the likeliest first. */
    List<String> importable(String simpleName);
}
