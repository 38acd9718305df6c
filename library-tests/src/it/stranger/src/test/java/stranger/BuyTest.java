package stranger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lines of the README run as they are, and say nothing but what they print. */
class BuyTest {
    @TempDir private Path folder;

    @Test
    void an_order_that_the_broker_cannot_be_asked_about_is_kept_and_no_library_speaks() throws Exception {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "stranger.Buy",
                                "http://127.0.0.1:1",
                                folder.resolve("orders.db").toString())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains("AAPL").doesNotContainIgnoringCase("jooq", "Unsafe", "WARNING");
    }
}
