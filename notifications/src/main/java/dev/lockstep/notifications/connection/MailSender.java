package dev.lockstep.notifications.connection;

import dev.lockstep.domain.notification.DeliveryResult;
import dev.lockstep.notifications.config.ChannelSecret;
import dev.lockstep.notifications.config.MailServerConfig;
import dev.lockstep.notifications.config.MailServerConfig.Encryption;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Properties;

/** Sends email by SMTP, one connection per message. */
public final class MailSender {
    private static final String TIMEOUT_MILLIS = "10000";

    private final MailServerConfig server;
    private final Redaction redaction;

    public MailSender(MailServerConfig server, Redaction redaction) {
        this.server = server;
        this.redaction = redaction;
    }

    /** Sends a message; its id makes a repeated one recognizable to mail programs. */
    public DeliveryResult send(Mail mail) {
        Session session = Session.getInstance(properties());
        try (Transport transport = session.getTransport(protocol())) {
            MimeMessage message = message(session, mail);
            ChannelSecret password = server.password();
            transport.connect(
                    server.host(),
                    server.port(),
                    server.user(),
                    password == null ? null : password.value());
            transport.sendMessage(message, message.getAllRecipients());
            return new DeliveryResult.Delivered();
        } catch (MessagingException failed) {
            return new DeliveryResult.Failed(
                    redaction.clean(
                            failed.getMessage() == null
                                    ? "the mail server gave no reason"
                                    : failed.getMessage()));
        }
    }

    private static MimeMessage message(Session session, Mail mail) throws MessagingException {
        MimeMessage message = new Identified(session, mail.id());
        message.setFrom(new InternetAddress(mail.from(), true));
        for (String to : mail.to()) {
            Address address = new InternetAddress(to, true);
            message.addRecipient(Message.RecipientType.TO, address);
        }
        message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
        message.setText(mail.text(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(mail.at()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.saveChanges();
        return message;
    }

    private String protocol() {
        return server.encryption() == Encryption.TLS ? "smtps" : "smtp";
    }

    private Properties properties() {
        String prefix = "mail." + protocol() + ".";
        boolean startTls = server.encryption() == Encryption.STARTTLS;
        Properties properties = new Properties();
        properties.setProperty(prefix + "connectiontimeout", TIMEOUT_MILLIS);
        properties.setProperty(prefix + "timeout", TIMEOUT_MILLIS);
        properties.setProperty(prefix + "writetimeout", TIMEOUT_MILLIS);
        properties.setProperty(prefix + "auth", String.valueOf(server.user() != null));
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty(prefix + "starttls.enable", String.valueOf(startTls));
        properties.setProperty(prefix + "starttls.required", String.valueOf(startTls));
        return properties;
    }

    /**
     * An email.
     *
     * @param id its id, the same for a repeated message
     * @param from the sender
     * @param to the recipients
     * @param subject the subject
     * @param text the text
     * @param at its date
     */
    public record Mail(
            String id, String from, List<String> to, String subject, String text, Instant at) {
        public Mail {
            to = List.copyOf(to);
        }
    }

    /** A message that keeps its id. */
    private static final class Identified extends MimeMessage {
        private final String id;

        Identified(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + id.replace("..", "_") + "@lockstep>");
        }
    }
}
