package dev.lockstep.domain.order;

import dev.lockstep.domain.order.id.Author;
import dev.lockstep.domain.value.Text;
import org.jspecify.annotations.Nullable;

/**
 * The proof of a change of an order, stored with it.
 *
 * @param source where the proof comes from
 * @param summary one line, for example {@code POST /v2/orders: 200}; at most 500 characters are
 *     kept
 * @param requestId the broker's id of the request, empty if there is none
 * @param payload the message as received, empty if there is none; at most 16,384 characters are
 *     kept, and a cut is marked
 */
public record Evidence(Source source, String summary, String requestId, String payload) {
    /** The most that is kept of a payload, in characters. */
    public static final int MAX_PAYLOAD_CHARS = 16_384;

    private static final int MAX_SUMMARY_CHARS = 500;
    private static final int MAX_REQUEST_ID_CHARS = 128;
    private static final String CUT = "…[cut]";

    public Evidence {
        summary = bounded(summary, MAX_SUMMARY_CHARS);
        requestId = bounded(requestId, MAX_REQUEST_ID_CHARS);
        payload = bounded(payload, MAX_PAYLOAD_CHARS);
    }

    /** Our own decision, for example that a caller asked for a cancel. */
    public static Evidence local(String summary) {
        return new Evidence(Source.LOCAL, summary, "", "");
    }

    /**
     * A request of an author, for example {@code cancel by key trend}.
     *
     * @param author null if the caller did not name itself
     */
    public static Evidence requested(String action, @Nullable Author author) {
        return local(author == null ? action : action + " by " + author);
    }

    private static String bounded(String received, int maxChars) {
        String text = Text.storable(received);
        return text.length() <= maxChars ? text : text.substring(0, maxChars - CUT.length()) + CUT;
    }

    /** The source of a proof. */
    public enum Source {
        /** We decided it. */
        LOCAL,
        /** The broker's answer to a request that changes something. */
        HTTP_ANSWER,
        /** The broker's answer to a question. */
        POLL,
        /** A message on the broker's event stream. */
        STREAM,
        /**
         * The broker's answer or message that takes back what was recorded before; the only one by
         * which a traded quantity may fall.
         */
        CORRECTION
    }
}
