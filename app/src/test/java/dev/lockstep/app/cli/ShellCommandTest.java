package dev.lockstep.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The shell with lines on its standard input, against a real simulator and database. */
class ShellCommandTest {
    @TempDir private Path home;

    @RegisterExtension private final ExchangeFixture exchange = new ExchangeFixture(() -> home);

    @Test
    void one_process_runs_all_commands_on_the_shells_folder() {
        exchange.cli()
                .withInput(
                        """
                        order submit --symbol F --side buy --qty 1 --limit-price 1 --time-in-force gtc
                        nonsense
                        order cancel last
                        order list --json
                        """);

        CliFixture.Ran ran = exchange.cli().run("shell");

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("unknown command: nonsense");
        assertThat(ran.out()).contains("requested", "\"symbol\":\"F\"");
        assertThat(exchange.simulator().orders()).hasSize(1);
        assertThat(exchange.cli().data().resolve("shell-history")).doesNotExist();
    }
}
