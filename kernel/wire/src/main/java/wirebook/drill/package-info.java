/**
 * Floor 5: packetdrill's notation: a script of socket calls, arriving segments and expected ones, played against one endpoint in
 * virtual time.
 *
 * <p>Must not know hosts or links: the script itself is the other end.
 *
 * <pre>
 * Drill   = Statement*                       read from text
 * Drill + Profile → DrillResult              passed, or the line that failed and why
 * </pre>
 */
@NullMarked
package wirebook.drill;

import org.jspecify.annotations.NullMarked;
