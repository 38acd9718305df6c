package dev.lockstep.broker.alpaca.connection;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Transport to an exchange in this process, in place of sockets: requests and stream events. */
public interface InProcessLink {
    /**
     * Connects to the exchange; called before each request.
     *
     * @throws IOException if the connection is refused
     */
    default void connect() throws IOException {}

    /**
     * Sends one request to the exchange and returns its answer.
     *
     * @throws IOException in the cases in which a socket would throw it
     */
    Received exchange(Sent request) throws IOException;

    /** Connects to the stream of order events. */
    FrameSource stream();

    /**
     * Connects to a stream of market data.
     *
     * @throws UnsupportedOperationException if the exchange has none
     */
    default FrameSource data(String path) {
        throw new UnsupportedOperationException("no stream of market data at " + path);
    }

    /**
     * An HTTP request.
     *
     * @param method the HTTP method
     * @param path the path, percent-encoded
     * @param query the decoded query parameters
     * @param keyId the API key id
     * @param secret the API key's secret
     * @param body the body, empty if absent
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

        /** Returns the method and path, without the secret. */
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /**
     * An HTTP response.
     *
     * @param status the HTTP status
     * @param headers the headers
     * @param body the body, empty if absent
     */
    record Received(int status, Map<String, String> headers, String body) {
        public Received {
            headers = Map.copyOf(headers);
        }
    }
}
