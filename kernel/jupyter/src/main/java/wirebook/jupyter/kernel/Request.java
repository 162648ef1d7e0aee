package wirebook.jupyter.kernel;

import wirebook.jupyter.channel.Channel;
import wirebook.jupyter.message.Dict;
import wirebook.jupyter.message.Header;
import wirebook.jupyter.message.Message;

/**
 * A request on its way through the kernel.
 *
 * @param channel by which it came
 * @param arrival how many messages had come by then, itself included
 */
record Request(Channel channel, Message message, long arrival) {
    String type() {
        return message.type();
    }

    Header header() {
        return message.header();
    }

    Dict content() {
        return message.content();
    }
}
