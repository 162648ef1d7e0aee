package wirebook.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import wirebook.shell.Options;

class PreludeTest {
    private final Options options = Prelude.options();

    @Test
    void cells_share_the_protocol_library_with_the_kernel() {
        assertThat(options.shared()).contains("wirebook", "wirebook.bytes", "wirebook.tcp", "wirebook.cell");
    }

    @Test
    void a_cell_begins_with_the_names_that_java_notebooks_are_used_to_and_ours() {
        assertThat(options.prelude())
                .contains(
                        "import java.util.*;",
                        "import static wirebook.Wire.*;",
                        "import static wirebook.cell.Cells.*;");
    }
}
