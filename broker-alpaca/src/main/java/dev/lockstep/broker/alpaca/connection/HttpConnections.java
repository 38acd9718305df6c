package dev.lockstep.broker.alpaca.connection;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/**
 * Factory of the OkHttp client.
 *
 * <p>Disables three OkHttp features, each of which could send an order twice or send the API keys
 * to another host: retrying requests, including POST, after a connection failure; following
 * redirects with our headers; and resending on {@code 503} with {@code Retry-After: 0}, which no
 * setting disables ({@link SingleSendInterceptor} does).
 */
public final class HttpConnections {
    /**
     * Idle connections that are kept. A group commit lets many orders go at once, and a server
     * without HTTP/2 needs a connection for each; with OkHttp's default of five, the others would
     * be closed after each burst and made again, with a TLS handshake, for the next.
     */
    private static final int MAX_IDLE_CONNECTIONS = 64;

    /** Shorter than the idle timeouts of servers and balancers, which are a minute or more. */
    private static final Duration MAX_IDLE = Duration.ofSeconds(30);

    private HttpConnections() {}

    /** Creates a client with its own connection pool. */
    public static OkHttpClient open(TimeOuts timeOuts) {
        return pooled(timeOuts).build();
    }

    /**
     * Creates a client with its own connection pool, for hosts without TLS. It does not load the
     * trusted certificates, which takes longer than the request of a short command.
     */
    public static OkHttpClient openWithoutTls(TimeOuts timeOuts) {
        return pooled(timeOuts)
                .connectionSpecs(List.of(ConnectionSpec.CLEARTEXT))
                .addInterceptor(HttpConnections::refuseHttps)
                .build();
    }

    /** Creates a client that opens no connection; {@code link} answers every call. */
    public static OkHttpClient inProcess(InProcessLink link) {
        return builder()
                .addInterceptor(new InProcessCalls.Connect(link))
                .addInterceptor(new SingleSendInterceptor())
                .addInterceptor(new InProcessCalls(link))
                .build();
    }

    /** Such a client would send a request to an https address, with its keys, unencrypted. */
    private static Response refuseHttps(Interceptor.Chain chain) throws IOException {
        if (chain.request().isHttps()) {
            throw new IOException("this client has no TLS: " + chain.request().url().host());
        }
        return chain.proceed(chain.request());
    }

    private static OkHttpClient.Builder pooled(TimeOuts timeOuts) {
        return builder()
                .connectionPool(
                        new ConnectionPool(
                                MAX_IDLE_CONNECTIONS, MAX_IDLE.toSeconds(), TimeUnit.SECONDS))
                .connectTimeout(timeOuts.connect())
                .readTimeout(timeOuts.read())
                .writeTimeout(timeOuts.write())
                .callTimeout(timeOuts.call())
                .addNetworkInterceptor(new SingleSendInterceptor());
    }

    private static OkHttpClient.Builder builder() {
        return new OkHttpClient.Builder()
                .eventListener(new SingleSendInterceptor.FirstByte())
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false);
    }
}
