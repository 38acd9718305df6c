package dev.lockstep.broker.alpaca.connection;

import okhttp3.OkHttpClient;

/**
 * Opens the one OkHttp client that everything here goes through.
 *
 * <p>Three of OkHttp's habits are switched off because each can put an order on the wire twice, or
 * the keys on the wire to a stranger: it repeats requests, POST included, when a connection fails;
 * it follows redirects, taking our headers along; and it repeats a request on {@code 503} with
 * {@code Retry-After: 0}, which no setting prevents ({@link OnceOnTheWire} does).
 */
public final class HttpConnections {
    private HttpConnections() {}

    /** A client of its own, with its own pool. */
    public static OkHttpClient open(TimeOuts timeOuts) {
        return builder()
                .connectTimeout(timeOuts.connect())
                .readTimeout(timeOuts.read())
                .writeTimeout(timeOuts.write())
                .callTimeout(timeOuts.call())
                .addNetworkInterceptor(new OnceOnTheWire())
                .build();
    }

    /** A client that opens no connection: every call is answered by the link. */
    public static OkHttpClient inProcess(InProcessLink link) {
        return builder()
                .addInterceptor(new InProcessCalls.Connect(link))
                .addInterceptor(new OnceOnTheWire())
                .addInterceptor(new InProcessCalls(link))
                .build();
    }

    private static OkHttpClient.Builder builder() {
        return new OkHttpClient.Builder()
                .eventListener(new OnceOnTheWire.FirstByte())
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false);
    }
}
