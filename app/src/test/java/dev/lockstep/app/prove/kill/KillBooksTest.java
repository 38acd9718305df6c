package dev.lockstep.app.prove.kill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.app.cli.CliFixture;
import dev.lockstep.app.config.DataFolder;
import dev.lockstep.simulator.Simulator;
import dev.lockstep.simulator.SimulatorConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class KillBooksTest {
    private static final SubmittedOrder FIRST = new SubmittedOrder(2, true);

    private @TempDir Path temp;

    @Test
    void lost_orders_and_orders_without_an_intent_or_sent_twice_are_found() {
        CliFixture cli = new CliFixture(temp.resolve("one"));
        CliFixture other = new CliFixture(temp.resolve("other"));
        DataFolder folder = new DataFolder(cli.data());
        KillBooks books = new KillBooks(cli.platforms(), folder);
        SimulatorConfig config = SimulatorConfig.defaults().withStateDir(folder.exchange());
        try (Simulator exchange = Simulator.start(config)) {
            submit(cli, exchange, FIRST);
            books.accepted(FIRST);
            assertThat(books.faults()).isEmpty();

            books.accepted(new SubmittedOrder(3, false));
            assertThat(books.faults()).containsExactly("accepted order 3 is lost");

            submit(other, exchange, FIRST);
            assertThat(books.faults())
                    .contains("order 2 was sent 2 times")
                    .anySatisfy(fault -> assertThat(fault).endsWith("was sent without an intent"));
        }
    }

    private static void submit(CliFixture cli, Simulator exchange, SubmittedOrder order) {
        List<String> arguments = new ArrayList<>(order.arguments());
        arguments.addAll(List.of("--base-url", exchange.uri().toString()));
        CliFixture.Ran ran = cli.run(arguments.toArray(String[]::new));
        assertThat(ran.code()).as(ran.err()).isZero();
    }
}
