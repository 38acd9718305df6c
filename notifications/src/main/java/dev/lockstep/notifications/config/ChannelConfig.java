package dev.lockstep.notifications.config;

import dev.lockstep.domain.value.InvalidValueException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a channel sends its messages. No part of it shows a secret as text. */
public sealed interface ChannelConfig {
    /**
     * A program of your own.
     *
     * @param url its address
     * @param secret signs each message
     */
    record Webhook(SecretUrl url, ChannelSecret secret) implements ChannelConfig {}

    /**
     * A topic of an ntfy server.
     *
     * @param url the address of the topic
     * @param token the access token, null if the topic is open
     */
    record Ntfy(SecretUrl url, @Nullable ChannelSecret token) implements ChannelConfig {}

    /**
     * A chat with a bot of Telegram.
     *
     * @param api the address of the bot API
     * @param token the token of the bot
     * @param chat the number of the chat, or the name of a public channel
     */
    record Telegram(SecretUrl api, ChannelSecret token, String chat) implements ChannelConfig {
        /** The address of Telegram's bot API. */
        public static final String API = "https://api.telegram.org";

        private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9:_-]+");

        public Telegram {
            if (!TOKEN.matcher(token.value()).matches()) {
                throw new InvalidValueException("token", "***", "the token of a bot");
            }
        }
    }

    /**
     * A channel of Discord.
     *
     * @param url the address of its webhook
     */
    record Discord(SecretUrl url) implements ChannelConfig {}

    /**
     * A channel of Slack.
     *
     * @param url the address of its incoming webhook
     */
    record Slack(SecretUrl url) implements ChannelConfig {}

    /**
     * Email.
     *
     * @param server the server that sends it
     * @param from the sender
     * @param to the recipients, at least one
     */
    record Email(MailServerConfig server, String from, List<String> to) implements ChannelConfig {
        public Email {
            to = List.copyOf(to);
            if (to.isEmpty()) {
                throw new InvalidValueException("to", "empty", "at least one address");
            }
        }
    }
}
