package dev.lockstep.broker.alpaca.connection;

import okhttp3.OkHttpClient;

/**
 * Factory of the OkHttp client.
 *
 * <p>Disables three OkHttp features, each of which could send an order twice or send the API keys
 * to another host: retrying requests, including POST, after a connection failure; following
 * redirects with our headers; and resending on {@code 503} with {@code Retry-After: 0}, which no
 * setting disables ({@link SingleSendInterceptor} does).
 */
public final class HttpConnections {
    private HttpConnections() {}

    /** Creates a client with its own connection pool. */
    public static OkHttpClient open(TimeOuts timeOuts) {
        return builder()
                .connectTimeout(timeOuts.connect())
                .readTimeout(timeOuts.read())
                .writeTimeout(timeOuts.write())
                .callTimeout(timeOuts.call())
                .addNetworkInterceptor(new SingleSendInterceptor())
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

    private static OkHttpClient.Builder builder() {
        return new OkHttpClient.Builder()
                .eventListener(new SingleSendInterceptor.FirstByte())
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false);
    }
}
