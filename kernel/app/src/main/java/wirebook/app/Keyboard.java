package wirebook.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;

/** A cell's {@code System.in}: each line that is read is a line that the person at the front end is asked for. */
final class Keyboard extends InputStream {
    /** What asks the person for one line. */
    @FunctionalInterface
    interface Question {
        String ask() throws InterruptedException;
    }

    private final Question question;
    private byte[] line = {};
    private int next;

    Keyboard(Question question) {
        this.question = question;
    }

    @Override
    public synchronized int read() throws IOException {
        ask();
        return line[next++] & 0xff;
    }

    /** Never reads beyond the end of a line, so that nobody is asked for a line that the program has not got to yet. */
    @Override
    public synchronized int read(byte[] target, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        ask();
        int taken = Math.min(length, line.length - next);
        System.arraycopy(line, next, target, from, taken);
        next += taken;
        return taken;
    }

    @Override
    public synchronized int available() {
        return line.length - next;
    }

    private void ask() throws IOException {
        if (next < line.length) {
            return;
        }
        try {
            line = (question.ask() + "\n").getBytes(StandardCharsets.UTF_8);
            next = 0;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for input");
        }
    }
}
