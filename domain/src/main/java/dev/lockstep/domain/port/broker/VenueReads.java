package dev.lockstep.domain.port.broker;

import java.util.List;
import java.util.Map;

/**
 * Reads of the broker's own API, passed on as they are: reference data, market data and the
 * account, for a program that speaks the broker's API.
 *
 * <p>Implementations are thread-safe, use the broker's own keys, and never return them.
 */
public interface VenueReads {
    /** The most bytes of an answer. */
    int MAX_BODY_BYTES = 16 * 1024 * 1024;

    /**
     * Sends a query and returns the answer, whatever its status is.
     *
     * @param host the host
     * @param path the path with percent escapes, beginning with a slash
     * @param query the decoded query parameters
     */
    VenueAnswer get(Host host, String path, Map<String, List<String>> query);

    /** The hosts of the broker. */
    enum Host {
        /** Orders, account and reference data. */
        TRADING,
        /** Market data. */
        DATA
    }

    /** The result of a query. */
    sealed interface VenueAnswer {
        /**
         * The broker answered.
         *
         * @param status the HTTP status
         * @param contentType the type of the body
         * @param body the body, empty if absent
         */
        record Answered(int status, String contentType, String body) implements VenueAnswer {
            /** Returns whether the status is 2xx. */
            public boolean successful() {
                return status / 100 == 2;
            }
        }

        /**
         * There is no answer.
         *
         * @param fault why
         */
        record Failed(BrokerFault fault) implements VenueAnswer {}
    }
}
