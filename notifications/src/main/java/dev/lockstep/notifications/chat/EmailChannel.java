package dev.lockstep.notifications.chat;

import dev.lockstep.domain.notification.DeliveryResult;
import dev.lockstep.domain.notification.NotificationMessage;
import dev.lockstep.domain.port.notification.NotificationChannel;
import dev.lockstep.notifications.config.ChannelConfig.Email;
import dev.lockstep.notifications.config.ChannelSecret;
import dev.lockstep.notifications.connection.MailSender;
import dev.lockstep.notifications.connection.MailSender.Mail;
import dev.lockstep.notifications.connection.Redaction;
import java.util.List;

/** Sends messages as email. */
public final class EmailChannel implements NotificationChannel {
    private static final int MAX_CHARS = 50_000;

    private final Email config;
    private final MessageText text;
    private final MailSender mail;

    public EmailChannel(Email config, MessageText text) {
        ChannelSecret password = config.server().password();
        this.config = config;
        this.text = text;
        this.mail =
                new MailSender(
                        config.server(),
                        new Redaction(password == null ? List.of() : List.of(password.value())));
    }

    @Override
    public DeliveryResult send(NotificationMessage message) {
        return mail.send(
                new Mail(
                        message.id(),
                        config.from(),
                        config.to(),
                        text.title(message),
                        text.body(message, MAX_CHARS),
                        message.notifications().getLast().at()));
    }
}
