package dev.lockstep.app.cli.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.app.cli.CliFixture;
import dev.lockstep.app.cli.ExchangeFixture;
import dev.lockstep.contracts.Eventually;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Orders that are shown while they change. */
@Tag("slow")
class OrderWatchTest {
    private static final Duration BOUND = Duration.ofSeconds(30);

    @TempDir private Path home;

    private final StringWriter out = new StringWriter();
    @RegisterExtension private final ExchangeFixture exchange = new ExchangeFixture(() -> home);

    @Test
    void in_a_pipe_each_change_is_a_line_and_control_c_ends_it_with_0() throws Exception {
        String id = resting("F");
        String other = resting("AAPL");
        try (ExecutorService background = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<CliFixture.Ran> watch =
                    background.submit(() ->
                            exchange.cli()
                                    .runInto(
                                            out,
                                            "order",
                                            "list",
                                            "--watch",
                                            "--status",
                                            "open",
                                            "--symbol",
                                            "f"));
            try {
                Eventually.within(
                        BOUND, "the order is there", () -> said(id + "  buy 1 F limit 2"));

                exchange.cli().run("cancel-all");
                exchange.cli().run("sync");

                Eventually.within(BOUND, "it leaves the open ones", () -> said("canceled"));
                interrupt();
                CliFixture.Ran ran = watch.get(BOUND.toSeconds(), TimeUnit.SECONDS);
                assertThat(ran.code()).isZero();
                assertThat(ran.out()).doesNotContain(other, "\u001b");
                assertThat(ran.out().lines()).allMatch(line -> line.contains(id));
            } finally {
                watch.cancel(true);
            }
        }
    }

    @Test
    void at_a_terminal_the_table_is_drawn_anew_and_ends_when_the_time_is_over() {
        String id = resting("F");

        CliFixture.Ran ran =
                exchange.cli()
                        .atTerminal()
                        .runInto(out, "order", "list", "--watch", "--for", "1s", "--limit", "5");

        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("\u001b[H", id, "1 order; Ctrl-C ends");
    }

    @Test
    void a_pipe_that_nobody_reads_any_more_ends_it() {
        resting("F");

        CliFixture.Ran ran =
                exchange.cli().runInto(new ClosedPipe(out), "order", "list", "--watch", "--json");

        assertThat(ran.code()).isZero();
        assertThat(ran.err()).isEmpty();
    }

    @Test
    void what_makes_no_sense_together_is_refused() {
        assertThat(exchange.cli().run("order", "list", "--for", "5s").err())
                .contains("only with --watch");
        assertThat(exchange.cli().run("order", "list", "--watch", "--for", "0s").err())
                .contains("for: 0s (expected: 1s to 24h)");
    }

    private boolean said(String words) {
        return out.toString().contains(words);
    }

    private String resting(String symbol) {
        return exchange.cli()
                .run(
                        ("order submit --side buy --qty 1 --limit-price 2 --json --symbol "
                                        + symbol)
                                .split(" "))
                .json()
                .path("order")
                .path("id")
                .asText();
    }

    /** What a terminal does when somebody presses Ctrl-C. */
    private static void interrupt() throws ReflectiveOperationException {
        Class<?> signal = Class.forName("sun.misc.Signal");
        signal.getMethod("raise", signal)
                .invoke(null, signal.getConstructor(String.class).newInstance("INT"));
    }

    /** Takes a first line and then fails, as a pipe to {@code head} does. */
    private static final class ClosedPipe extends FilterWriter {
        private boolean closed;

        ClosedPipe(Writer to) {
            super(to);
        }

        @Override
        public void write(String text, int offset, int length) throws IOException {
            if (closed) {
                throw new IOException("Broken pipe");
            }
            closed = true;
            super.write(text, offset, length);
        }
    }
}
