/**
 * Floor 1: a header as a table of fields, and what is read from such a table: the RFC's box, the tree, the hexdump and the
 * error for a value that does not fit.
 *
 * <p>Must not know any protocol. The grammar:
 *
 * <pre>
 * Header = name rfc Field*          one table a header, declared once, in wire order
 * Field  = name offset bits format meaning
 * Layer  = octets, laid out as a Part
 * Part   = name place value meaning mark Part*     a stretch of octets that has a name
 * </pre>
 */
@NullMarked
package wirebook.field;

import org.jspecify.annotations.NullMarked;
