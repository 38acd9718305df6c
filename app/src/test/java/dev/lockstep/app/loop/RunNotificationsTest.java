package dev.lockstep.app.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.app.notify.WebhookReceiver;
import dev.lockstep.contracts.Eventually;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes deliver what happened to a real web server, also after they were killed. */
@Tag("slow")
class RunNotificationsTest {
    private static final Duration BOUND = Duration.ofMinutes(3);
    private static final String SECRET = "hush-hush-hush";

    private final WebhookReceiver receiver = new WebhookReceiver();
    private final WebhookReceiver pings = new WebhookReceiver();
    private @TempDir Path temp;
    private RunningLockstep lockstep;

    @BeforeEach
    void open() throws IOException {
        lockstep = new RunningLockstep(temp);
        Path file = temp.resolve("data").resolve("notifications.properties");
        Files.writeString(
                file,
                """
                ping-url=%s
                desk.type=webhook
                desk.url=%s
                desk.secret=%s
                """
                        .formatted(pings.url("/ping"), receiver.url("/in/" + SECRET), SECRET));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    @AfterEach
    void close() {
        lockstep.close();
        receiver.close();
        pings.close();
    }

    @Test
    void fills_denials_and_halts_arrive_and_a_killed_process_misses_nothing() throws Exception {
        Process first = lockstep.run("one");
        awaitBegun();
        lockstep.answer("order", "submit", "--symbol", "AAPL", "--side", "buy", "--qty", "3");
        awaitTitle("Bought 3 AAPL");
        lockstep.answer("halt", "--reason", "news");
        awaitTitle("Trading halted by ");
        lockstep.answer("order", "submit", "--symbol", "MSFT", "--side", "buy", "--qty", "1");
        awaitTitle("Denied: buy 1 MSFT");

        RunningLockstep.signal(first, "KILL");
        first.waitFor();
        lockstep.answer("resume", "--reason", "calm");
        lockstep.run("two");

        awaitTitle("Restriction ended: operator");
        assertThat(receiver.ids().stream().distinct()).hasSizeGreaterThanOrEqualTo(4);
        assertNoSecrets();
    }

    @Test
    void a_channel_that_fails_is_listed_and_delivers_later_and_trading_goes_on() throws Exception {
        receiver.answers(503);
        lockstep.run("one");
        awaitBegun();
        lockstep.answer("order", "submit", "--symbol", "AAPL", "--side", "buy", "--qty", "3");
        await(
                "a failure",
                () -> lockstep.said("one").contains("notifications to desk fail: HTTP 503"));
        assertThat(lockstep.answer("notify", "list").at("/channels/0/trouble").asText())
                .startsWith("HTTP 503");
        lockstep.answer("order", "submit", "--symbol", "AAPL", "--side", "buy", "--qty", "4");

        receiver.answers(200);

        awaitTitle("Bought 3 AAPL");
        awaitTitle("Bought 4 AAPL");
        await(
                "the list has no failure",
                () -> lockstep.answer("notify", "list").at("/channels/0/failures").asInt() == 0);
        assertNoSecrets();
    }

    private void awaitBegun() {
        await(
                "the channel began",
                () -> lockstep.answer("notify", "list").at("/channels/0/begun").asBoolean());
    }

    private void awaitTitle(String start) {
        await(start, () -> receiver.titles().stream().anyMatch(title -> title.startsWith(start)));
    }

    private void await(String what, BooleanSupplier condition) {
        Eventually.within(BOUND, what + ": " + receiver.titles() + lockstep.said("one"), condition);
    }

    private void assertNoSecrets() throws IOException {
        assertThat(lockstep.said("one") + lockstep.said("two")).doesNotContain(SECRET);
        assertThat(lockstep.answer("notify", "list").toString()).doesNotContain(SECRET);
        for (String name : new String[] {"lockstep.db", "lockstep.db-wal"}) {
            Path file = temp.resolve("data").resolve(name);
            String bytes =
                    Files.exists(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
            assertThat(bytes.contains(SECRET)).as(name).isFalse();
        }
    }
}
