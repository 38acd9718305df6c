package dev.lockstep.app.web.answer;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.domain.value.InvalidValueException;
import java.util.Map;
import org.eclipse.jetty.http.HttpStatus;

/**
 * Why a request was not carried out, in the form of RFC 9457.
 *
 * @param status the HTTP status
 * @param detail what is wrong, for a person
 * @param members what programs may want to know beside it, such as {@code field}
 */
public record Problem(int status, String detail, Map<String, String> members) {
    /** The header that carries the id by which the log knows a request. */
    public static final String REQUEST_ID = "X-Request-Id";

    /** The content type of {@link #json}. */
    public static final String CONTENT_TYPE = "application/problem+json";

    public Problem {
        members = Map.copyOf(members);
    }

    /** One that has nothing to add. */
    public static Problem of(int status, String detail) {
        return new Problem(status, detail, Map.of());
    }

    /** One with a code for programs. */
    public static Problem coded(int status, String code, String detail) {
        return new Problem(status, detail, Map.of("code", code));
    }

    /** A value that cannot be; its field, itself and what is expected stand beside the detail. */
    public static Problem of(InvalidValueException wrong) {
        return new Problem(
                400,
                String.valueOf(wrong.getMessage()),
                Map.of(
                        "field", wrong.field(),
                        "value", wrong.value(),
                        "expected", wrong.expected()));
    }

    /** As JSON, under the id by which the log knows the request. */
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
