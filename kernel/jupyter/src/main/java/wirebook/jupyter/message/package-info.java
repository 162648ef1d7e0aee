/**
 * Messages: frames, signature, header, dictionaries (Jupyter messaging, "The wire protocol"). One file sees the JSON library. Knows
 * no socket and no meaning of a message.
 */
@NullMarked
package wirebook.jupyter.message;

import org.jspecify.annotations.NullMarked;
