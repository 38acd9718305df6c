package dev.lockstep.broker.alpaca.connection;

import dev.lockstep.broker.alpaca.connection.InProcessLink.Received;
import dev.lockstep.broker.alpaca.connection.InProcessLink.Sent;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;

/** Interceptor that answers every call from an {@link InProcessLink}, without a socket. */
final class InProcessCalls implements Interceptor {
    private static final MediaType JSON = MediaType.get("application/json");

    private final InProcessLink link;

    InProcessCalls(InProcessLink link) {
        this.link = link;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        HttpUrl url = request.url();
        Received received =
                link.exchange(
                        new Sent(
                                request.method(),
                                url.encodedPath(),
                                query(url),
                                Objects.requireNonNullElse(request.header("APCA-API-KEY-ID"), ""),
                                Objects.requireNonNullElse(
                                        request.header("APCA-API-SECRET-KEY"), ""),
                                body(request)));
        return new Response.Builder()
                .request(request)
                .protocol(Protocol.HTTP_1_1)
                .code(received.status())
                .message("")
                .headers(Headers.of(received.headers()))
                .body(ResponseBody.create(received.body(), JSON))
                .build();
    }

    /** Connects before the request is permitted, as a socket is. */
    static final class Connect implements Interceptor {
        private final InProcessLink link;

        Connect(InProcessLink link) {
            this.link = link;
        }

        @Override
        public Response intercept(Chain chain) throws IOException {
            link.connect();
            return chain.proceed(chain.request());
        }
    }

    private static Map<String, List<String>> query(HttpUrl url) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        for (String name : url.queryParameterNames()) {
            query.put(
                    name,
                    url.queryParameterValues(name).stream().filter(Objects::nonNull).toList());
        }
        return query;
    }

    private static String body(Request request) throws IOException {
        RequestBody body = request.body();
        if (body == null) {
            return "";
        }
        Buffer buffer = new Buffer();
        body.writeTo(buffer);
        return buffer.readUtf8();
    }
}
