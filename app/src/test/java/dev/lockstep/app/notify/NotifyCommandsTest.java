package dev.lockstep.app.notify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.app.cli.CliFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands for channels, and the file they read. */
class NotifyCommandsTest {
    private static final String SECRET = "hush-hush-hush";

    private final WebhookReceiver receiver = new WebhookReceiver();
    private @TempDir Path temp;
    private CliFixture cli;

    @BeforeEach
    void open() {
        cli = new CliFixture(temp);
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void a_test_message_is_sent_through_the_channel() throws IOException {
        write("desk.type=webhook", "desk.url=" + receiver.url("/in/" + SECRET), secretLine());

        CliFixture.Ran ran = cli.run("notify", "test", "desk");

        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("delivered");
        assertThat(receiver.titles()).containsExactly("Test of channel desk");
        assertThat(Files.exists(cli.data().resolve("lockstep.db"))).isFalse();
    }

    @Test
    void a_failure_has_an_exit_code_and_a_reason_without_secrets() throws IOException {
        write("desk.type=webhook", "desk.url=" + receiver.url("/in/" + SECRET), secretLine());
        receiver.answers(500);

        CliFixture.Ran ran = cli.run("notify", "test", "desk", "--verbose", "--json");

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.json().path("delivered").asBoolean()).isFalse();
        assertThat(ran.json().path("reason").asText()).startsWith("HTTP 500");
        assertThat(ran.out() + ran.err()).doesNotContain(SECRET);
    }

    @Test
    void channels_are_listed_without_secrets_and_secrets_come_from_the_environment()
            throws IOException {
        cli.with("LOCKSTEP_NOTIFY_MY_PHONE_TOKEN", SECRET);
        write(
                "my-phone.type=telegram",
                "my-phone.chat=42",
                "my-phone.kinds=fill, halt",
                "my-phone.quiet-hours=22:00-07:00",
                "my-phone.zone=Europe/Berlin",
                "my-phone.digest=15m");

        CliFixture.Ran people = cli.run("notify", "list");
        JsonNode json = cli.run("notify", "list", "--json").json();

        assertThat(people.out()).contains("my-phone", "telegram", "chat 42");
        assertThat(json.at("/channels/0/kinds").toString()).isEqualTo("[\"fill\",\"halt\"]");
        assertThat(json.path("label").asText()).isEqualTo("sim");
        assertThat(people.out() + people.err() + json).doesNotContain(SECRET);
    }

    @Test
    void without_a_file_there_are_no_channels() {
        assertThat(cli.run("notify", "list").out()).contains("no channels");
        assertThat(cli.run("notify", "test", "desk").code()).isEqualTo(1);
    }

    @Test
    void every_mistake_is_listed_at_once_and_no_secret_is_quoted() throws IOException {
        cli.with("LOCKSTEP_NOTIFY_OTHER_TOKEN", SECRET);
        write(
                "ping-url=" + SECRET,
                "statement-at=late",
                "labl=x",
                "a.type=webhook",
                "a.url=http://example.com/" + SECRET,
                "b.type=telegram",
                "b.token=" + SECRET,
                "c.type=pigeon",
                "d.type=slack",
                "d.url=https://hooks.slack.com/" + SECRET,
                "d.kind=fill",
                "e.type=discord",
                "e.url=https://discord.com/" + SECRET,
                "e.kinds=fill,filled",
                "e.digest=2d");

        CliFixture.Ran ran = cli.run("notify", "list");

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err())
                .contains(
                        "ping-url: ***",
                        "statement-at: late",
                        "labl: unknown setting",
                        "a.url: ***",
                        "b.chat: missing",
                        "c.type: pigeon",
                        "d.kind: unknown setting (expected: d.kinds?)",
                        "e.kinds: filled",
                        "$LOCKSTEP_NOTIFY_OTHER_TOKEN: no channel")
                .doesNotContain(SECRET);
    }

    @Test
    void every_mistake_of_a_channel_is_listed_with_its_place() throws IOException {
        write(
                "a.type=webhook",
                "a.url=http://example.com/" + SECRET,
                "a.kinds=filled,fill,halted",
                "a.urgnt=fill",
                "b.type=telegram",
                "b.token=no token " + SECRET,
                "b.zone=Mars",
                "b.quiet-hours=late",
                "b.digest=2d",
                "c.type=email",
                "c.user=ann",
                "c.port=70000",
                "c.encryption=ssl",
                "c.to=,",
                "d.type=pigeon",
                "d.digest=long");

        JsonNode problems = cli.run("config", "check", "--json").json().path("problems");

        assertThat(problems)
                .extracting(problem -> problem.asText().replaceAll("^.*properties: | \\(.*", ""))
                .containsExactly(
                        "a.url: ***",
                        "a.secret: missing",
                        "a.kinds: filled",
                        "a.kinds: halted",
                        "a.urgnt: unknown setting",
                        "b.chat: missing",
                        "b.token: ***",
                        "b.zone: Mars",
                        "b.quiet-hours: late",
                        "b.digest: 2d",
                        "c.host: missing",
                        "c.encryption: ssl",
                        "c.port: 70000",
                        "c.user: ann",
                        "c.from: missing",
                        "c.to: ,",
                        "d.type: pigeon",
                        "d.digest: long");
        assertThat(problems.toString()).doesNotContain(SECRET);
    }

    @Test
    void a_check_of_the_settings_lists_the_mistakes_of_the_file() throws IOException {
        assertThat(cli.run("config", "check").code()).isZero();
        write("a.type=slack", "a.url=http://example.com/" + SECRET, "labl=x");

        CliFixture.Ran people = cli.run("config", "check");
        JsonNode problems = cli.run("config", "check", "--json").json().path("problems");

        assertThat(people.code()).isEqualTo(2);
        assertThat(people.out())
                .contains("notifications.properties: a.url: ***", "labl: unknown setting")
                .contains("the settings are invalid");
        assertThat(problems).hasSize(2);
        assertThat(people.out() + people.err() + problems).doesNotContain(SECRET);
    }

    @Test
    void a_file_that_others_can_read_is_refused() throws IOException {
        write("desk.type=slack", "desk.url=https://hooks.slack.com/" + SECRET);
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r-----"));

        CliFixture.Ran ran = cli.run("notify", "list");
        CliFixture.Ran checked = cli.run("config", "check");

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("chmod 600").doesNotContain(SECRET);
        assertThat(checked.code()).isEqualTo(2);
        assertThat(checked.out()).contains("chmod 600").doesNotContain(SECRET);
    }

    @Test
    void a_channel_that_is_unknown_is_named_with_the_known_ones() throws IOException {
        write("desk.type=slack", "desk.url=https://hooks.slack.com/" + SECRET);

        assertThat(cli.run("notify", "test", "phone").err())
                .contains("no channel phone (expected: desk)");
    }

    private static String secretLine() {
        return "desk.secret=" + SECRET;
    }

    private Path file() {
        return cli.data().resolve("notifications.properties");
    }

    private void write(String... lines) throws IOException {
        Files.createDirectories(cli.data());
        Files.writeString(file(), String.join("\n", lines) + "\n");
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-------"));
    }
}
