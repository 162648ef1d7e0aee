package wirebook.jupyter.kernel;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import wirebook.jupyter.message.Message;

/** The stdin conversation: {@code input_request} out, {@code input_reply} in, one question at a time. */
final class Stdin {
    /** A question that waits; an empty answer stands for an interrupt. */
    private record Question(Message asker, BlockingQueue<Optional<String>> answer) {
        static Question of(Message asker) {
            return new Question(asker, new ArrayBlockingQueue<>(1));
        }
    }

    private final Post post;
    private final ReentrantLock turn = new ReentrantLock();
    private volatile @Nullable Question waiting;

    Stdin(Post post) {
        this.post = post;
    }

    /**
     * Asks whoever sent {@code asker}, and waits for the answer.
     *
     * @throws InterruptedException if the cell is interrupted, or this thread is
     */
    String ask(Message asker, String prompt, boolean password) throws InterruptedException {
        turn.lockInterruptibly();
        try {
            Question question = Question.of(asker);
            waiting = question;
            post.ask(asker, Map.of("prompt", prompt, "password", password));
            return question.answer
                    .take()
                    .orElseThrow(() -> new InterruptedException("interrupted while waiting for input"));
        } finally {
            waiting = null;
            turn.unlock();
        }
    }

    /** An {@code input_reply}. One that nobody waits for, or from somebody else, is passed over. */
    void received(Message reply) {
        Question question = waiting;
        if (question != null && reply.type().equals("input_reply") && sameSender(question.asker, reply)) {
            reply.content().optionalText("value").ifPresent(value -> question.answer.offer(Optional.of(value)));
        }
    }

    private static boolean sameSender(Message asker, Message reply) {
        return Arrays.deepEquals(
                asker.identities().toArray(), reply.identities().toArray());
    }

    /** Ends the waiting. */
    void interrupt() {
        Question question = waiting;
        if (question != null) {
            question.answer.offer(Optional.empty());
        }
    }
}
