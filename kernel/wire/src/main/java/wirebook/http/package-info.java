/**
 * Floor 2: HTTP/1.0 and HTTP/1.1 (RFC 9110, RFC 9112) without input or output.
 *
 * <p>Three layers, each usable alone. <b>Values</b>: {@link wirebook.http.HttpRequest} and {@link
 * wirebook.http.HttpResponse}, immutable, encoded and decoded, which say where each of their octets lies.
 *
 * <p>This room knows {@code wirebook.bytes} and nothing else: no connection, no segment, no address.
 */
@NullMarked
package wirebook.http;

import org.jspecify.annotations.NullMarked;
