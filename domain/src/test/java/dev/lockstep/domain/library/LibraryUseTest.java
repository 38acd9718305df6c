package dev.lockstep.domain.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.domain.order.OrderStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever copies the example from the documentation gets what it says. */
class LibraryUseTest {
    private static final Path DOCUMENTATION =
            Path.of("src/main/java/dev/lockstep/domain/package-info.java");
    private static final Path CODE = Path.of("src/test/java/dev/lockstep/domain/library");
    private static final Pattern SNIPPET =
            Pattern.compile("(?s)\\{@snippet :\\n(.*?)\\n \\* \\}\\n \\*\\n");
    private static final Pattern REGION =
            Pattern.compile("(?s)// @start region=\"\\w+\"\\n(.*?)\\n *// @end");

    @Test
    void the_domain_alone_with_a_broker_of_ones_own_submits_syncs_and_cancels() {
        List<OrderStatus> shown = new ArrayList<>();

        LibraryUse.run(shown::add);

        assertThat(shown)
                .containsExactly(OrderStatus.NEW, OrderStatus.PENDING_CANCEL, OrderStatus.CANCELED);
    }

    @Test
    void the_documentation_shows_the_very_code_that_is_run() throws IOException {
        String documentation = Files.readString(DOCUMENTATION);

        assertThat(found(SNIPPET, documentation).map(text -> text.replaceAll("(?m)^ \\* ?", "")))
                .map(String::stripIndent)
                .containsExactly(region("OwnBroker"), region("LibraryUse"));
    }

    private static String region(String type) throws IOException {
        return found(REGION, Files.readString(CODE.resolve(type + ".java")))
                .findFirst()
                .orElseThrow()
                .stripIndent();
    }

    private static Stream<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult match) -> match.group(1));
    }
}
