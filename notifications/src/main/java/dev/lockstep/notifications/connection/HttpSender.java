package dev.lockstep.notifications.connection;

import dev.lockstep.domain.notification.DeliveryResult;
import dev.lockstep.domain.notification.DeliveryResult.Delivered;
import dev.lockstep.domain.notification.DeliveryResult.Failed;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests to web servers. It follows no redirect, because a message and its secret are for
 * the configured server only, and repeats nothing.
 */
public final class HttpSender {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration CALL = Duration.ofSeconds(10);
    private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");
    private static final int MAX_ANSWER_BYTES = 4_096;
    private static final int MAX_DIGITS = 6;

    private final OkHttpClient client;

    private HttpSender(OkHttpClient client) {
        this.client = client;
    }

    /** Creates a sender with its own connections. */
    public static HttpSender open() {
        return new HttpSender(
                new OkHttpClient.Builder()
                        .connectTimeout(CONNECT)
                        .callTimeout(CALL)
                        .retryOnConnectionFailure(false)
                        .followRedirects(false)
                        .followSslRedirects(false)
                        .build());
    }

    /**
     * Posts a JSON body.
     *
     * @param redaction removes the secrets of the channel from the reason of a failure
     */
    public DeliveryResult post(
            URI uri, byte[] body, Map<String, String> headers, Redaction redaction) {
        try {
            return send(
                    request(uri, headers).post(RequestBody.create(body, JSON)).build(), redaction);
        } catch (IllegalArgumentException unsendable) {
            // Its message quotes the address or a header.
            return new Failed("no request can be made of the settings of this channel");
        }
    }

    /** Requests an address. */
    public DeliveryResult get(URI uri, Redaction redaction) {
        return send(request(uri, Map.of()).get().build(), redaction);
    }

    private static Request.Builder request(URI uri, Map<String, String> headers) {
        Request.Builder request =
                new Request.Builder().url(uri.toString()).header("User-Agent", "lockstep");
        headers.forEach(request::header);
        return request;
    }

    private DeliveryResult send(Request request, Redaction redaction) {
        try (Response response = client.newCall(request).execute()) {
            if (response.isSuccessful()) {
                return new Delivered();
            }
            String answer = response.peekBody(MAX_ANSWER_BYTES).string();
            String text = redaction.clean("HTTP " + response.code() + " " + answer);
            return new Failed(text, retryAfter(response.header("Retry-After")));
        } catch (IOException broken) {
            return new Failed(redaction.clean(reason(broken)));
        }
    }

    /** Returns the pause in whole seconds; fractions and dates are left to our own pauses. */
    private static @Nullable Duration retryAfter(@Nullable String seconds) {
        return seconds != null && seconds.matches("[0-9]{1," + MAX_DIGITS + "}")
                ? Duration.ofSeconds(Long.parseLong(seconds))
                : null;
    }

    private static String reason(IOException broken) {
        String message = broken.getMessage();
        if (message == null) {
            return "the connection broke";
        }
        return broken instanceof UnknownHostException ? "unknown host: " + message : message;
    }
}
