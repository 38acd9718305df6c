package dev.lockstep.app.cli.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.app.loop.RunningLockstep;
import dev.lockstep.persistence.postgres.server.PostgresServers;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real trading loop that runs while its store is moved to a server. */
@Tag("slow")
class StoreMoveProcessTest {
    private static final long BOUND_SECONDS = 180;

    @TempDir private Path temp;
    private RunningLockstep lockstep;

    @BeforeEach
    void open() {
        lockstep = new RunningLockstep(temp);
    }

    @AfterEach
    void close() {
        lockstep.close();
    }

    @Test
    void a_store_moves_while_the_loop_runs_and_the_new_one_trades_after_a_restart()
            throws Exception {
        String server = PostgresServers.shared().newSchema().toString();
        Process old = lockstep.run("old");
        lockstep.await("old", "sync: ");
        submit();

        JsonNode moved = lockstep.answer("store", "copy", "--from", "sqlite", "--to", server);

        assertThat(moved.path("halted").asBoolean()).as(moved.toString()).isTrue();
        assertThat(moved.path("orders").asLong()).isEqualTo(1);
        assertThat(old.isAlive()).isTrue();
        old.destroy();
        assertThat(old.waitFor(BOUND_SECONDS, TimeUnit.SECONDS)).isTrue();
        lockstep.run("new", "--store", server);
        lockstep.await("new", "sync: ");
        JsonNode sent = submit("--store", server);
        assertThat(sent.path("order").path("status").asText())
                .as(sent.toString())
                .isIn("accepted", "filled", "new", "partially_filled");
        assertThat(lockstep.answer("audit", "verify", "--store", server).path("orders").asLong())
                .isEqualTo(2);
        assertThat(lockstep.answer("risk", "show", "--store", server).path("restrictions"))
                .isEmpty();
    }

    private JsonNode submit(String... options) {
        String[] order = {"order", "submit", "--symbol", "AAPL", "--side", "buy", "--qty", "3"};
        String[] all = new String[order.length + options.length];
        System.arraycopy(order, 0, all, 0, order.length);
        System.arraycopy(options, 0, all, order.length, options.length);
        return lockstep.answer(all);
    }
}
