package dev.lockstep.broker.alpaca.connection;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Carries requests and stream events to an exchange in this process, in place of sockets. */
public interface InProcessLink {
    /**
     * Connects to the exchange, before each request.
     *
     * @throws IOException where a connection would be refused
     */
    default void connect() throws IOException {}

    /**
     * Carries one request to the exchange and its answer back.
     *
     * @throws IOException where a socket would throw one
     */
    Received exchange(Sent request) throws IOException;

    /** Connects to the stream of order events. */
    FrameSource stream();

    /**
     * A request as it would go over the wire.
     *
     * @param method the HTTP method
     * @param path the path, percent-encoded
     * @param query the decoded query parameters
     * @param keyId the key's name
     * @param secret the key's secret
     * @param body the body, empty where there is none
     */
    record Sent(
            String method,
            String path,
            Map<String, List<String>> query,
            String keyId,
            String secret,
            String body) {
        public Sent {
            query = Map.copyOf(query);
        }

        /** Never shows the secret. */
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /**
     * An answer as it would come over the wire.
     *
     * @param status the HTTP status
     * @param headers the headers
     * @param body the body, empty where there is none
     */
    record Received(int status, Map<String, String> headers, String body) {
        public Received {
            headers = Map.copyOf(headers);
        }
    }
}
