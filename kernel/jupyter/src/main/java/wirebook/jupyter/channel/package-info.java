/**
 * The five channels between kernel and front ends: shell, control, IOPub, stdin and heartbeat. One file sees ZeroMQ; nothing here
 * knows what a message means.
 */
@NullMarked
package wirebook.jupyter.channel;

import org.jspecify.annotations.NullMarked;
