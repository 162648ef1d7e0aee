package wirebook.shell.report;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What to do about a problem, by the compiler's key or its words. */
final class Hints {
    private Hints() {}

    /** By key, without prefix. */
    private static final Map<String, String> BY_KEY = Map.ofEntries(
            entry("premature.eof", "the cell ends too early: is there a closing } or ) for each opening one?"),
            entry("unmatched", "is it one too many, or is its opening one missing?"),
            entry("unclosed.str.lit", "the text has no closing \" on its line"),
            entry("unclosed.char.lit", "text of more than one letter stands in double quotes: \"like this\""),
            entry("empty.char.lit", "the empty text stands in double quotes: \"\""),
            entry("unclosed.text.block", "the text block has no closing \"\"\""),
            entry("unclosed.comment", "the comment has no closing */"),
            entry("missing.ret.stmt", "each way through the method has to end with a return of a value"),
            entry("missing.meth.body.or.decl.abstract", "a method's body stands in { } behind its parameters"),
            entry(
                    "invalid.meth.decl.ret.type.req",
                    "write the type that the method returns in front of its name, or void"),
            entry("var.might.not.have.been.initialized", "give it a value on every way that leads here"),
            entry("not.stmt", "a value alone does nothing here: assign it, print it, or put it on the last line"),
            entry("else.without.if", "the if before it has ended: is there a ; or a } too many?"),
            entry("catch.without.try", "a catch follows the } of its try"),
            entry("expected4", "is there a } too many before this?"),
            entry("int.number.too.large", "a number beyond 2147483647 is a long: write L behind it"),
            entry("fp.number.too.large", "a double ends at about 1.8e308: java.math.BigDecimal goes on"),
            entry("cant.infer.local.var.type", "write its type in the place of var"),
            entry("cant.inherit.from.sealed", "run both in one cell, with this one among those that the other permits"),
            entry("is.preview", "it is not a part of Java yet, and may change or go"),
            entry("preview.feature.disabled", "it is not a part of Java yet, and may change or go"),
            entry("preview.feature.disabled.plural", "it is not a part of Java yet, and may change or go"),
            entry("array.req.but.found", "[ ] is for arrays: a List has .get(index), a Map .get(key)"),
            entry("report.access", "it is private: use a method of its class that gives it"),
            entry(
                    "unreported.exception.need.to.catch.or.throw",
                    "put it in try { } catch, or add throws to the method"),
            entry("cant.assign.val.to.var", "what is final is given its value once"),
            entry("local.variables.referenced", "use a new variable that is not changed afterwards"),
            entry(
                    "cant.ref.non.effectively.final.var",
                    "copy it to a new variable that is not changed afterwards, and use that"),
            entry("not.exhaustive", "add the missing cases, or a default"),
            entry("not.exhaustive.statement", "add the missing cases, or a default"),
            entry("unreachable.stmt", "what stands before it never lets the program come here"),
            entry("illegal.start.of.type", "is there a } too many before this?"),
            entry("non-static.cant.be.ref", "it belongs to an object: make one with new, and call it on that"),
            entry("does.not.override.abstract", "write the missing method, exactly as it is declared there"),
            entry("override.meth", "a method of an interface is public: write public in front of it"),
            entry("variable.not.allowed", "put the declaration into { }"),
            entry("already.defined", "leave the type away to change it, or choose another name"),
            entry("void.not.allowed.here", "the method gives no value: call it on a line of its own"),
            entry("cant.ret.val.from.meth.decl.void", "the method is declared void: give it a return type"),
            entry("ret.outside.meth", "a cell's value is its last line: leave return away"),
            entry("illegal.char", "this sign does not belong to Java: was it copied from a text?"));

    private record ByWords(Pattern message, String hint) {}

    /** By the compiler's words; {@code $1} and so on stand for their parts. */
    private static final java.util.List<ByWords> BY_WORDS = java.util.List.of(
            words("possible lossy conversion from (\\w+) to (\\w+)", "write ($2) in front of it to cut it down to $2"),
            words("String cannot be converted to int", "Integer.parseInt(text) reads a number from a text"),
            words("String cannot be converted to double", "Double.parseDouble(text) reads a number from a text"),
            words("String cannot be converted to char", "one letter stands in single quotes: 'a'"),
            words(
                    "(int|long|double|char|boolean) cannot be converted to String",
                    "String.valueOf(value) makes a text of it"),
            words("(int|long|double|char|boolean) cannot be dereferenced", "$1 is a plain value and has no methods"),
            words("^(Map|HashMap)\\b.* cannot be instantiated", "make a HashMap: new HashMap<>()"),
            words("^List is abstract", "make an ArrayList: new ArrayList<>()"),
            words("^Map is abstract", "make a HashMap: new HashMap<>()"),
            words("^Set is abstract", "make a HashSet: new HashSet<>()"),
            words("is abstract; cannot be instantiated", "make an object of a class that implements it"),
            words("^';' expected", "a statement ends with a semicolon"),
            words("void cannot be converted to", "the method gives no value: call it on a line of its own"),
            words("weaker access privileges; was public", "write public in front of it"),
            words(
                    "^'\\.class' expected",
                    "is the type missing that the method returns? It stands in front of the name"),
            words(
                    "^illegal start of expression",
                    "something is missing before this, or there is a } or a sign too many"),
            words("^'\\(' expected", "the condition stands in ( )"),
            words("^'\\)'.* expected", "a closing ) is missing, or a , or an operator"),
            words("^<identifier> expected", "a name is missing here"),
            words("bad operand types for binary operator '(==|!=)'", "compare values of the same type"),
            words("bad operand types for binary operator '(&&|\\|\\|)'", "both sides have to be true or false"),
            words("unexpected type: required: reference, found: int", "write Integer in < >"),
            words("unexpected type: required: reference, found: double", "write Double in < >"),
            words(
                    "unexpected type: required: reference, found: (\\w+)",
                    "only classes stand in < >: for char that is Character"),
            words("unexpected type: required: variable", "only a variable can be assigned to; == compares"),
            words("incompatible types: unexpected return value", "the method is declared void: give it a return type"),
            words("incompatible types: missing return value", "return needs a value here"));

    private static ByWords words(String message, String hint) {
        return new ByWords(Pattern.compile(message), hint);
    }

    /** What gives the cell's own text away, where the compiler's words do not. */
    private static final java.util.List<ByWords> BY_TEXT = java.util.List.of(
            words("^package [\\w.]+ *;", "a cell belongs to no package: leave this line away"),
            words("^(this|super)$", "a cell's methods belong to no object: leave $1 away"),
            words("^[\\d_]{20,}", "it is beyond a long as well: new java.math.BigInteger(\"…\") holds it"));

    /** The hint for a key, a message and the part of the cell that it is about, if there is one. */
    static Optional<String> on(String code, String message, String text) {
        return by(BY_TEXT, text).or(() -> by(BY_WORDS, message)).or(() -> Optional.ofNullable(BY_KEY.get(code)));
    }

    private static Optional<String> by(java.util.List<ByWords> table, String message) {
        for (ByWords words : table) {
            Matcher matcher = words.message().matcher(message);
            if (matcher.find()) {
                String hint = words.hint();
                for (int i = 1; i <= matcher.groupCount(); i++) {
                    hint = hint.replace("$" + i, String.valueOf(matcher.group(i)));
                }
                return Optional.of(hint);
            }
        }
        return Optional.empty();
    }
}
