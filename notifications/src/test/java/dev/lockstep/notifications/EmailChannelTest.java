package dev.lockstep.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.lockstep.domain.notification.DeliveryResult;
import dev.lockstep.domain.notification.DeliveryResult.Failed;
import dev.lockstep.notifications.config.ChannelConfig;
import dev.lockstep.notifications.config.ChannelSecret;
import dev.lockstep.notifications.config.MailServerConfig;
import dev.lockstep.notifications.config.MailServerConfig.Encryption;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Email, against a real SMTP server. */
class EmailChannelTest {
    private static final String PASSWORD = "hush-hush-hush";

    private final GreenMail server =
            new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        server.start();
        server.setUser("desk@example.com", "desk", PASSWORD);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void a_message_arrives_with_its_id_and_everyone_it_is_for() throws Exception {
        DeliveryResult result = send(Encryption.NONE, PASSWORD);

        assertThat(result).isEqualTo(new DeliveryResult.Delivered());
        MimeMessage[] received = server.getReceivedMessages();
        assertThat(received).hasSize(2);
        assertThat(received[0].getSubject()).isEqualTo("[paper] 2 notifications");
        assertThat(received[0].getMessageID()).isEqualTo("<t1-event-12_t1-record-7@lockstep>");
        assertThat(received[0].getRecipients(RecipientType.TO)).hasSize(2);
        assertThat(String.valueOf(received[0].getContent()).replace("\r", ""))
                .contains("Bought 10 AAPL at 189.5: strategy <trend> & co\n")
                .contains("Trading halted by ann");
    }

    @Test
    void a_wrong_password_is_a_failure_that_does_not_show_it() {
        server.getUserManager().setAuthRequired(true);

        Failed failed = Samples.failed(send(Encryption.NONE, "wrong-wrong"));

        assertThat(failed.why()).contains("uthentication").doesNotContain("Exception");
        assertThat(failed + config(Encryption.NONE, PASSWORD).toString())
                .doesNotContain("wrong-wrong")
                .doesNotContain(PASSWORD);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void nothing_is_sent_to_a_server_that_cannot_encrypt_when_encryption_is_required() {
        Failed failed = Samples.failed(send(Encryption.STARTTLS, PASSWORD));

        assertThat(failed.why()).contains("STARTTLS");
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void a_server_that_is_away_is_a_failure() {
        ChannelConfig config = config(Encryption.NONE, null);
        server.stop();

        assertThat(Samples.failed(Samples.open(config).send(Samples.one())).why())
                .contains("127.0.0.1");
    }

    private DeliveryResult send(Encryption encryption, String password) {
        return Samples.open(config(encryption, password)).send(Samples.two());
    }

    private ChannelConfig config(Encryption encryption, @Nullable String password) {
        return new ChannelConfig.Email(
                new MailServerConfig(
                        "127.0.0.1",
                        server.getSmtp().getPort(),
                        encryption,
                        password == null ? null : "desk",
                        password == null ? null : new ChannelSecret(password)),
                "lockstep@example.com",
                List.of("desk@example.com", "ann@example.com"));
    }
}
