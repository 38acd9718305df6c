package dev.lockstep.app.prove.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.app.cli.CliFixture;
import dev.lockstep.app.config.DataFolder;
import dev.lockstep.app.progress.Progress;
import dev.lockstep.history.ClientPace;
import dev.lockstep.history.ClientReply;
import dev.lockstep.history.ClientRequest;
import dev.lockstep.history.History;
import dev.lockstep.history.HistoryCheck;
import dev.lockstep.history.Invocation;
import dev.lockstep.persistence.postgres.server.PostgresServer;
import dev.lockstep.persistence.postgres.server.PostgresServers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Clients use the REST API of three processes whose store is in PostgreSQL, while its primary is
 * killed and the synchronous standby takes over. What they saw is checked against the exchange's
 * ledger.
 */
@Tag("slow")
class FailoverHistoryTest {
    private static final int PROCESSES = 3;
    private static final int CLIENTS = 6;
    private static final Duration LENGTH = Duration.ofSeconds(8);

    @TempDir private Path temp;

    @Test
    void no_accepted_order_is_lost_and_none_is_sent_twice_in_a_failover() throws Exception {
        try (PostgresServer primary = PostgresServers.started(List.of());
                PostgresServer standby = primary.synchronousStandby()) {
            Failover failover = new Failover(primary, standby, new DataFolder(temp).exchange());

            History history = recorded(failover);

            assertThat(HistoryCheck.breaches(history)).isEmpty();
            List<Invocation> accepted = acceptedSubmits(history);
            assertThat(accepted)
                    .anyMatch(each -> each.returnedNanos() < failover.killedNanos())
                    .anyMatch(each -> each.invokedNanos() > failover.killedNanos());
            report(accepted, history);
        }
    }

    private History recorded(Failover failover) throws InterruptedException {
        CliFixture cli = new CliFixture(temp);
        HistoryPlan plan = new HistoryPlan(LENGTH, CLIENTS, ClientPace.FULL, PROCESSES, 1);
        try (HistoryRun run =
                new HistoryRun(
                        cli.processEnvironment(),
                        new DataFolder(temp),
                        plan,
                        failover,
                        new NoProgress())) {
            return run.run();
        }
    }

    private static List<Invocation> acceptedSubmits(History history) {
        return history.invocations().stream()
                .filter(each -> each.request() instanceof ClientRequest.Submit)
                .filter(each -> each.reply() instanceof ClientReply.Accepted)
                .toList();
    }

    private static void report(List<Invocation> accepted, History history) {
        long[] times = accepted.stream().mapToLong(Invocation::returnedNanos).sorted().toArray();
        long longest = 0;
        for (int place = 1; place < times.length; place++) {
            longest = Math.max(longest, times[place] - times[place - 1]);
        }
        System.out.printf(
                "failover: no accepted order for %d ms, %d accepted, %d at the exchange%n",
                TimeUnit.NANOSECONDS.toMillis(longest), accepted.size(), history.ledger().size());
    }

    private static final class NoProgress implements Progress {
        @Override
        public void phase(String name) {}

        @Override
        public void at(long done, long total) {}
    }
}
