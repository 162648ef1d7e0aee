/**
 * Floor 2: what clients, servers and proxies do with connections (RFC 9110, 7 and 9; RFC 9112, 9), as pure functions and
 * as programs without sockets, threads or clock.
 *
 * <p>{@link wirebook.http.exchange.Persistence} and {@link wirebook.http.exchange.Hops} are decisions. {@link
 * wirebook.http.exchange.UserAgent}, {@link wirebook.http.exchange.OriginServer} and {@link
 * wirebook.http.exchange.HttpProxy} are {@link wirebook.http.exchange.Application}s: octets and time go in, {@link
 * wirebook.http.exchange.Action}s come out, each with its cause.
 *
 * <p>Must not know TCP: whoever drives an application decides what a connection is made of.
 */
@NullMarked
package wirebook.http.exchange;

import org.jspecify.annotations.NullMarked;
