package dev.lockstep.app.web.answer;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.domain.value.InvalidValueException;
import java.util.Map;
import org.eclipse.jetty.http.HttpStatus;

/**
 * An error response (RFC 9457).
 *
 * @param status the HTTP status
 * @param detail what is wrong
 * @param members further members for programs, such as {@code field}
 */
public record Problem(int status, String detail, Map<String, String> members) {
    /** The header that carries the id by which the log knows a request. */
    public static final String REQUEST_ID = "X-Request-Id";

    /** The content type of {@link #json}. */
    public static final String CONTENT_TYPE = "application/problem+json";

    public Problem {
        members = Map.copyOf(members);
    }

    /** Returns a problem without further members. */
    public static Problem of(int status, String detail) {
        return new Problem(status, detail, Map.of());
    }

    /** Returns a problem with a code. */
    public static Problem coded(int status, String code, String detail) {
        return new Problem(status, detail, Map.of("code", code));
    }

    /**
     * Returns the problem of an invalid value, with members for field, value and what is expected.
     */
    public static Problem of(InvalidValueException wrong) {
        return new Problem(
                400,
                String.valueOf(wrong.getMessage()),
                Map.of(
                        "field", wrong.field(),
                        "value", wrong.value(),
                        "expected", wrong.expected()));
    }

    /** Returns the JSON with the id of the request. */
    public ObjectNode json(String requestId) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("type", "about:blank");
        node.put("title", HttpStatus.getMessage(status));
        node.put("status", status);
        node.put("detail", detail);
        members.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(member -> node.put(member.getKey(), member.getValue()));
        node.put("requestId", requestId);
        return node;
    }
}
