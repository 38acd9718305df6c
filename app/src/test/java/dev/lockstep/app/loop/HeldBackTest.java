package dev.lockstep.app.loop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.app.cli.CliFixture;
import dev.lockstep.contracts.Eventually;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What one process holds back, every other one obeys from its next order on. */
@Execution(ExecutionMode.CONCURRENT)
@Tag("slow")
class HeldBackTest {
    private static final Pattern SCREEN = Pattern.compile("screen on (http://\\S+)");
    private static final String ORDER = "{\"symbol\":\"F\",\"side\":\"buy\",\"qty\":\"1\"}";

    private static final int CREATED = 201;

    /** Every sync fails; what an order needs is answered. */
    private static final String NO_SYNC =
            "{\"rules\":[{\"target\":\"GET /v2/orders\",\"fault\":\"error_before\"}]}";

    @TempDir private Path temp;

    @Test
    void a_halt_and_a_watchdog_in_one_process_are_obeyed_by_the_next_order_of_another()
            throws Exception {
        CliFixture cli = new CliFixture(temp);
        try (RunningLockstep lockstep = new RunningLockstep(temp);
                HttpClient http = HttpClient.newHttpClient()) {
            lockstep.run("run");
            URI orders = orders(lockstep);
            assertThat(ordered(http, orders).statusCode()).isEqualTo(CREATED);

            cli.run("halt", "--reason", "news");
            assertThat(ordered(http, orders).body()).contains("trading_halted");
            cli.run("resume");
            assertThat(ordered(http, orders).statusCode()).isEqualTo(CREATED);

            Path plan = Files.writeString(temp.resolve("plan.json"), NO_SYNC);
            String url = lockstep.simulator().uri().toString();
            cli.run("simulator", "faults", plan.toString(), "--url", url);
            Eventually.within(
                    RunningLockstep.BOUND, "the watchdog", () -> state(cli).equals("reducing"));
            assertThat(submitted(cli).path("order").path("text").asText())
                    .startsWith("trading is restricted (sync: ");
            cli.run("simulator", "faults", "--clear", "--url", url);
            Eventually.within(
                    RunningLockstep.BOUND, "the next sync", () -> state(cli).equals("active"));
            assertThat(submitted(cli).path("result").asText()).isEqualTo("submitted");
        }
    }

    private static URI orders(RunningLockstep lockstep) {
        lockstep.await("run", "screen on ");
        Matcher screen = SCREEN.matcher(lockstep.said("run"));
        assertThat(screen.find()).isTrue();
        return URI.create(screen.group(1)).resolve("/api/v1/orders");
    }

    /** What the running process answers to an order. */
    private static HttpResponse<String> ordered(HttpClient http, URI orders) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(orders)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(HttpRequest.BodyPublishers.ofString(ORDER))
                        .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode submitted(CliFixture cli) {
        return cli.run("order submit --symbol F --side buy --qty 1 --json".split(" ", -1)).json();
    }

    private static String state(CliFixture cli) {
        return cli.run("risk", "show", "--json").json().path("state").asText();
    }
}
