package dev.lockstep.broker.alpaca.connection;

import dev.lockstep.broker.alpaca.connection.Reply.Cause;
import dev.lockstep.domain.port.broker.SendGuard;
import dev.lockstep.domain.port.store.InsideWrite;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * Sends one HTTP request once and reads at most {@value #MAX_BODY_BYTES} bytes of the response.
 * Returns every failure as a {@link Reply}. Thread-safe.
 */
public final class Transport {
    /** The largest response is the list of all assets, about seven million bytes. */
    public static final int MAX_BODY_BYTES = 16 * 1024 * 1024;

    private static final MediaType JSON = MediaType.get("application/json");

    private final OkHttpClient client;
    private final Credentials credentials;
    private final InstantSource clock;

    /** Creates a transport on a client from {@link HttpConnections}. */
    public Transport(OkHttpClient client, Credentials credentials, InstantSource clock) {
        this.client = client;
        this.credentials = credentials;
        this.clock = clock;
    }

    /** Sends a query. */
    public Reply get(HttpUrl url) {
        return exchange("GET", url, null, SendGuard.ALWAYS);
    }

    /** Sends a changing request if {@code guard} permits it immediately before the first byte. */
    public Reply send(Method method, HttpUrl url, @Nullable String json, SendGuard guard) {
        return exchange(method.name(), url, json, guard);
    }

    private Reply exchange(String method, HttpUrl url, @Nullable String json, SendGuard guard) {
        InsideWrite.refuse("a request to the broker");
        String line = method + " " + url.encodedPath();
        Request request = request(method, url, json, guard);
        SingleSendInterceptor.Sent sent = request.tag(SingleSendInterceptor.Sent.class);
        String requestId = "";
        try (Response response = client.newCall(request).execute()) {
            requestId = orEmpty(response.header("X-Request-ID"));
            return answer(line, response, requestId);
        } catch (SingleSendInterceptor.NotPermittedException stopped) {
            return new Reply.NotPermitted(line, stopped.refusal());
        } catch (SocketTimeoutException late) {
            return silence(line, sent, Cause.TIMEOUT, requestId, timeout(sent));
        } catch (InterruptedIOException stopped) {
            return silence(line, sent, Cause.TIMEOUT, requestId, interruption());
        } catch (Exception broken) {
            return silence(line, sent, Cause.UNREACHABLE, requestId, describe(broken));
        }
    }

    /**
     * Returns the result of a request without a response; a change of which no byte was written
     * certainly was not sent.
     */
    private static Reply silence(
            String line,
            SingleSendInterceptor.@Nullable Sent sent,
            Cause cause,
            String requestId,
            String text) {
        return unsent(sent)
                ? new Reply.NotConnected(line, cause, text)
                : new Reply.Silence(line, cause, requestId, text);
    }

    private static boolean unsent(SingleSendInterceptor.@Nullable Sent sent) {
        return sent != null && sent.provenUnsent();
    }

    private static String timeout(SingleSendInterceptor.@Nullable Sent sent) {
        return unsent(sent) ? "no connection within the timeout" : "no answer within the timeout";
    }

    private Request request(String method, HttpUrl url, @Nullable String json, SendGuard guard) {
        Request.Builder builder =
                credentials
                        .sign(new Request.Builder().url(url))
                        .header("Accept", "application/json")
                        .method(method, json == null ? null : RequestBody.create(json, JSON));
        return method.equals("GET")
                ? builder.build()
                : builder.tag(
                                SingleSendInterceptor.Sent.class,
                                new SingleSendInterceptor.Sent(guard))
                        .build();
    }

    private Reply answer(String line, Response response, String requestId) throws IOException {
        BufferedSource source = response.body().source();
        if (source.request(MAX_BODY_BYTES + 1L)) {
            return new Reply.Silence(
                    line,
                    Cause.TOO_LARGE,
                    requestId,
                    response.code() + " with more than " + MAX_BODY_BYTES + " bytes");
        }
        return new Reply.Answer(
                line,
                response.code(),
                requestId,
                credentials.redacted(source.readString(StandardCharsets.UTF_8)),
                new RateLimitHeaders(response.headers(), response.isSuccessful(), clock.instant())
                        .read());
    }

    private static String interruption() {
        return Thread.currentThread().isInterrupted()
                ? "interrupted"
                : "no answer within the timeout";
    }

    /**
     * Describes a failure. Catches every exception, not only IOException, because the request may
     * already be sent. OkHttp, which is written in Kotlin, also throws InterruptedException without
     * declaring it.
     */
    static String describe(Throwable broken) {
        if (broken instanceof InterruptedException) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
        String message = broken.getMessage();
        return switch (broken) {
            case IOException _ when message == null -> "the connection broke";
            case UnknownHostException _ -> "unknown host: " + message;
            case IOException _ -> String.valueOf(message);
            default -> broken.getClass().getSimpleName() + (message == null ? "" : ": " + message);
        };
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** The HTTP methods of changing requests. */
    public enum Method {
        POST,
        PATCH,
        DELETE
    }
}
