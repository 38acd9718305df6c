package dev.lockstep.broker.alpaca;

import dev.lockstep.broker.alpaca.connection.Reply;
import dev.lockstep.broker.alpaca.connection.Statuses;
import dev.lockstep.broker.alpaca.connection.Transport;
import dev.lockstep.broker.alpaca.connection.Transport.Method;
import dev.lockstep.broker.alpaca.resilience.Lane;
import dev.lockstep.broker.alpaca.resilience.Resilience;
import dev.lockstep.domain.order.RejectReason;
import dev.lockstep.domain.port.broker.SendGuard;
import java.net.URI;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * HTTP access to one of the broker's hosts: builds addresses, sends requests through {@link
 * Resilience} and logs failures.
 */
final class Api {
    static final String ORDERS = "v2/orders";

    private static final Logger LOG = LoggerFactory.getLogger(Api.class);
    private static final int MAX_LOGGED_CHARS = 300;

    private final HttpUrl base;
    private final Transport transport;
    private final Resilience resilience;

    Api(URI base, Transport transport, Resilience resilience) {
        this.base = HttpUrl.get(base.toString());
        this.transport = transport;
        this.resilience = resilience;
    }

    /** Returns the address of {@code path}; each segment is appended and percent-encoded. */
    HttpUrl.Builder address(String path, String... segments) {
        HttpUrl.Builder builder = base.newBuilder().addPathSegments(path);
        for (String segment : segments) {
            builder.addPathSegment(segment);
        }
        return builder;
    }

    /** Returns the address of a path that is percent-encoded already and begins with a slash. */
    HttpUrl.Builder encodedAddress(String path) {
        return base.newBuilder().addEncodedPathSegments(path.substring(1));
    }

    Reply get(HttpUrl.Builder address) {
        HttpUrl url = address.build();
        return logged(resilience.ask(description("GET", url), () -> transport.get(url)));
    }

    Reply send(Lane lane, Method method, HttpUrl.Builder address, @Nullable String json) {
        return send(lane, method, address, json, SendGuard.ALWAYS);
    }

    /** Sends a request if {@code guard} permits it immediately before the first byte. */
    Reply send(
            Lane lane,
            Method method,
            HttpUrl.Builder address,
            @Nullable String json,
            SendGuard guard) {
        HttpUrl url = address.build();
        return logged(
                resilience.change(
                        description(method.name(), url),
                        lane,
                        () -> transport.send(method, url, json, guard)));
    }

    private static String description(String method, HttpUrl url) {
        return method + " " + url.encodedPath();
    }

    /**
     * Returns whether the broker refused the request for a business reason, such as a late cancel.
     * The caller handles these, so they are logged at info level only.
     */
    private static boolean refusedByBroker(Reply.Answer answer) {
        return ErrorClassifier.refusal(answer)
                .filter(refusal -> refusal.reason() != RejectReason.UNAUTHORIZED)
                .isPresent();
    }

    private static String refusal(Reply.Answer answer) {
        return answer.summary()
                + ErrorClassifier.refusal(answer).map(no -> " " + no.text()).orElse("");
    }

    private static Reply logged(Reply reply) {
        switch (reply) {
            case Reply.Answer answer
                    when answer.successful() || answer.status() == Statuses.NOT_FOUND ->
                    LOG.debug("{} [request id {}]", reply.summary(), reply.requestId());
            case Reply.Answer answer when refusedByBroker(answer) ->
                    LOG.info("{} [request id {}]", refusal(answer), reply.requestId());
            case Reply.Answer answer ->
                    LOG.warn(
                            "{} [request id {}] {}",
                            reply.summary(),
                            reply.requestId(),
                            answer.body()
                                    .substring(
                                            0, Math.min(answer.body().length(), MAX_LOGGED_CHARS)));
            // The circuit breaker has logged why it is open, once for all of them.
            case Reply.NotPermitted _, Reply.Withheld _ -> LOG.info("{}", reply.summary());
            case Reply.Silence _, Reply.NotConnected _ ->
                    LOG.warn("{} [request id {}]", reply.summary(), reply.requestId());
        }
        return reply;
    }
}
