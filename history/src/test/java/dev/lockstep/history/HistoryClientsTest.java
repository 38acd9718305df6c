package dev.lockstep.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class HistoryClientsTest {
    @Test
    void each_client_records_its_requests_until_it_is_stopped_even_if_no_one_answers()
            throws InterruptedException {
        AtomicLong time = new AtomicLong();
        List<Long> waited = new CopyOnWriteArrayList<>();
        AtomicInteger left = new AtomicInteger(40);
        HistoryClients clients =
                new HistoryClients(
                        List.of(new SilentApi()),
                        time::incrementAndGet,
                        waited::add,
                        ClientPace.FULL,
                        7);
        try (ExecutorService callers = Executors.newFixedThreadPool(4)) {
            List<Invocation> all = clients.run(callers, 4, () -> left.decrementAndGet() >= 0);

            assertThat(all).hasSize(40);
            assertThat(waited).hasSize(40);
            assertThat(all).allMatch(each -> each.reply() instanceof ClientReply.Missing);
            assertThat(clients.keys()).doesNotHaveDuplicates().isNotEmpty();
            assertThat(HistoryCheck.breaches(new History(all, List.of(), List.of()))).isEmpty();
        }
    }

    /** Never answers. */
    private static final class SilentApi implements ClientApi {
        @Override
        public ClientReply reply(ClientRequest request) {
            return new ClientReply.Missing("gone");
        }

        @Override
        public ClientReply order(String id) {
            return new ClientReply.Missing("gone");
        }
    }
}
