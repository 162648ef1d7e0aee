/**
 * Floor 2: HTTP/1.0 and HTTP/1.1 (RFC 9110, RFC 9112) without input or output.
 *
 * <pre>
 * HttpMessage = HttpRequest | HttpResponse            immutable values; encode, decode, and where each octet lies
 * HttpRequest = Method Target Version Fields Body     HttpResponse = Version status reason Fields Body
 * Target      = OriginForm | AbsoluteForm | AuthorityForm | AsteriskForm
 * Fields      = FieldLine*                            what somebody set; Derived is the table of what follows by itself
 * Body        = None | Sized | Chunked | UntilClose   Framing is the table that decides which (RFC 9112, 6.3)
 * HttpReader  : octets in pieces of any size → HttpEvent*, held to the table of HttpRules
 * HttpWriter  : HttpEvent → octets                    Assembler : HttpEvent* → HttpMessage
 * </pre>
 *
 * <h2>Strict and lenient</h2>
 *
 * A strict reader refuses whatever leaves a doubt about where a message ends or what it says. A lenient one goes on where
 * the RFC lets a recipient go on, and says what it forgave. What the RFC forbids to forgive it refuses all the same, such as
 * white space before the colon in a request; so it does with what only a guess could mend: a bare CR, a control character, a
 * start-line with more than one space. {@link wirebook.http.HttpRule} is the table. Rules that can be broken by a
 * request that was read without doubt, such as a missing Host, are {@link wirebook.http.exchange.RequestRule}s: a server
 * answers them and keeps its connection.
 *
 * <h2>Where other parsers differ</h2>
 *
 * <p>Of 121 byte strings on which three of llhttp, h11, Go and Netty agree, the lenient reader says the same of 118 and the
 * strict one of 105 ({@code VerdictsOfFourParsersTest} prints them). On our side where both differ:
 *
 * <ul>
 *   <li>A form feed in a field value: "Field values containing CR, LF, or NUL characters are invalid and dangerous … Field
 *       values containing other CTL characters are also invalid" (RFC 9110, 5.5). The others see it only when the section ends.
 *   <li>Another major version, such as {@code HTTP/0.9 200 OK}: "the major version number indicates the HTTP messaging syntax"
 *       (RFC 9110, 2.5). That of 0.9 has no status-line, that of 2.0 no lines at all; a server answers 505 (15.6.6).
 *   <li>A quoted string that never ends in a chunk extension: {@code chunk-ext-val = token / quoted-string} (RFC 9112, 7.1.1).
 * </ul>
 *
 * <p>On the strict reader's side alone:
 *
 * <ul>
 *   <li>LF without CR: "a recipient MAY recognize a single LF as a line terminator" (RFC 9112, 2.2); it need not.
 *   <li>A folded value in a request: "MUST either reject the message … or replace each received obs-fold" (RFC 9112, 5.2).
 *   <li>Transfer-Encoding beside Content-Length: "ought to be handled as an error" (RFC 9112, 6.3).
 *   <li>No space behind the status code: {@code status-line = HTTP-version SP status-code SP [ reason-phrase ]} (RFC 9112, 4).
 * </ul>
 *
 * <p>This room knows {@code wirebook.bytes} and {@code wirebook.field}: no connection, no segment, no address.
 */
@NullMarked
package wirebook.http;

import org.jspecify.annotations.NullMarked;
