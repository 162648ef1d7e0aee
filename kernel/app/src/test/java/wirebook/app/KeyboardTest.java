package wirebook.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Scanner;
import org.junit.jupiter.api.Test;

class KeyboardTest {
    private final Deque<String> answers = new ArrayDeque<>(List.of("first", "zweite Zeile: äöü"));
    private final Keyboard keyboard = new Keyboard(answers::remove);

    @Test
    void each_line_that_is_read_is_asked_for_when_it_is_needed() {
        var scanner = new Scanner(keyboard);
        assertThat(scanner.nextLine()).isEqualTo("first");
        assertThat(answers).hasSize(1);
        assertThat(scanner.nextLine()).isEqualTo("zweite Zeile: äöü");
    }

    @Test
    void single_octets_end_with_the_line_feed() throws IOException {
        assertThat(keyboard.read()).isEqualTo('f');
        assertThat(keyboard.available()).isEqualTo("irst\n".length());
        assertThat(keyboard.readNBytes(5)).isEqualTo("irst\n".getBytes());
        assertThat(answers).hasSize(1);
    }
}
