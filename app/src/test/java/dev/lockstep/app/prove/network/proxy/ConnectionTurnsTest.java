package dev.lockstep.app.prove.network.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConnectionTurnsTest {
    private static final int MANY = 400;

    private final NetworkFaultPlan plan = new NetworkFaultPlan(7);
    private final ConnectionTurns turns = new ConnectionTurns(plan);

    @Test
    void a_plan_that_is_not_armed_disturbs_nothing() {
        for (int pair = 0; pair < MANY; pair++) {
            assertThat(received(true, "GET / HTTP/1.1\r\n\r\n")).isEmpty();
            assertThat(received(false, "HTTP/1.1 204\r\n\r\n")).isEmpty();
        }
        assertThat(plan.counts().values()).containsOnly(0);
    }

    @Test
    void a_request_and_its_answer_meet_at_most_one_disturbance_however_many_pieces_they_have() {
        plan.arm();
        for (int pair = 0; pair < MANY; pair++) {
            List<NetworkDisturbance> met = new ArrayList<>();
            received(true, "POST / HTTP/1.1\r\n\r\n").ifPresent(met::add);
            received(true, "{}").ifPresent(met::add);
            received(false, "HTTP/1.1 200\r\n\r\n").ifPresent(met::add);
            received(false, "{}").ifPresent(met::add);
            assertThat(met).hasSizeLessThanOrEqualTo(1);
        }
    }

    @Test
    void every_fault_of_both_directions_comes_up_in_time() {
        plan.arm();
        for (int pair = 0; pair < MANY * 10; pair++) {
            received(true, "GET / HTTP/1.1\r\n\r\n");
            received(false, "HTTP/1.1 204\r\n\r\n");
        }
        received(true, "GET /stream HTTP/1.1\r\nUpgrade: websocket\r\n\r\n");
        for (int frame = 0; frame < MANY * 10; frame++) {
            received(true, "ping");
            received(false, "event");
        }
        plan.refusesConnection();
        assertThat(plan.counts())
                .allSatisfy((name, count) -> {
                    if (!name.equals("connection-refused")) {
                        assertThat(count).as(name).isPositive();
                    }
                });
    }

    @Test
    void equal_seeds_make_equal_choices() {
        NetworkFaultPlan same = new NetworkFaultPlan(7);
        plan.arm();
        same.arm();
        for (int choice = 0; choice < MANY; choice++) {
            assertThat(same.ofExchange()).isEqualTo(plan.ofExchange());
        }
    }

    private Optional<NetworkDisturbance> received(boolean toExchange, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return turns.received(toExchange, bytes, bytes.length);
    }
}
