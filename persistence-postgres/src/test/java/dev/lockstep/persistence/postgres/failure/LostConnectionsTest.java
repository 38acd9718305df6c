package dev.lockstep.persistence.postgres.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.persistence.postgres.PostgresConfig;
import dev.lockstep.persistence.postgres.PostgresStore;
import dev.lockstep.persistence.postgres.PostgresStores;
import dev.lockstep.persistence.postgres.server.Breakpoint;
import dev.lockstep.persistence.postgres.server.Breakpoint.Side;
import dev.lockstep.persistence.postgres.server.Breakpoint.Step;
import dev.lockstep.persistence.postgres.server.PostgresServer;
import dev.lockstep.persistence.postgres.server.PostgresServers;
import dev.lockstep.persistence.postgres.server.ServerProxy;
import java.io.IOException;
import java.time.Duration;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A connection that breaks at each message of a write. */
@Tag("slow")
class LostConnectionsTest {
    /** A write has more messages than this in each direction. */
    private static final int FEWEST_MESSAGES = 20;

    private static final int FEWEST_TURNS = 4;
    private static final Duration SHORT_DEADLINE = Duration.ofSeconds(2);

    private final PostgresServer server = PostgresServers.shared();
    private final PostgresConfig direct = PostgresServers.newStore();
    private final Attempts attempts = new Attempts();
    private ServerProxy proxy;
    private PostgresStore witness;

    @BeforeEach
    void open() throws IOException {
        witness = PostgresStores.open(direct);
        proxy = new ServerProxy(server);
    }

    @AfterEach
    void close() throws IOException {
        witness.close();
        proxy.close();
    }

    @ParameterizedTest
    @CsvSource({"TO_SERVER, CUT_AFTER", "TO_CLIENT, CUT_BEFORE"})
    void a_write_is_stored_or_refused_truthfully_wherever_its_connection_is_cut(
            Side side, Step step) {
        try (PostgresStore store = PostgresStores.open(throughProxy())) {
            int messages = each(store, message -> Breakpoint.message(side, step, message));

            assertThat(messages).isGreaterThan(FEWEST_MESSAGES);
            attempts.assertTruthful(witness);
        }
    }

    @ParameterizedTest
    @CsvSource({"TO_SERVER", "TO_CLIENT"})
    void a_write_is_stored_or_refused_truthfully_wherever_its_answer_is_swallowed(Side side) {
        try (PostgresStore store =
                PostgresStores.open(throughProxy().withLockDeadline(SHORT_DEADLINE))) {
            int turns = each(store, turn -> Breakpoint.turn(side, Step.SWALLOW, turn));

            assertThat(turns).isGreaterThan(FEWEST_TURNS);
            attempts.assertTruthful(witness);
        }
    }

    /** Breaks one write at each message; returns the number of messages of a write. */
    private int each(PostgresStore store, IntFunction<Breakpoint> breakpoints) {
        attempts.add(store);
        int message = 1;
        while (true) {
            Breakpoint breakpoint = breakpoints.apply(message);
            proxy.breakAt(breakpoint);
            boolean acknowledged = attempts.add(store);
            proxy.heal();
            Attempts.awaitSound(store);
            assertThat(attempts.add(store)).as("a write after message " + message).isTrue();
            if (!breakpoint.reached()) {
                assertThat(acknowledged).isTrue();
                return message - 1;
            }
            message++;
        }
    }

    private PostgresConfig throughProxy() {
        return PostgresConfig.at(server.schemaThrough(proxy.port(), direct.address().schema()));
    }
}
