package dev.lockstep.history;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** What a client learned from a request. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "reply")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ClientReply.Accepted.class, name = "accepted"),
    @JsonSubTypes.Type(value = ClientReply.Refused.class, name = "refused"),
    @JsonSubTypes.Type(value = ClientReply.Missing.class, name = "missing")
})
public sealed interface ClientReply {
    /**
     * The request was accepted, or the read was answered.
     *
     * @param orders the orders of the answer
     */
    record Accepted(List<SeenOrder> orders) implements ClientReply {
        public Accepted {
            orders = List.copyOf(orders);
        }
    }

    /**
     * The request was refused for certain, and nothing follows from it.
     *
     * @param status the HTTP status
     * @param detail the reason
     */
    record Refused(int status, String detail) implements ClientReply {}

    /**
     * There was no answer, or none that can be read: the request may have been carried out.
     *
     * @param reason why
     */
    record Missing(String reason) implements ClientReply {}
}
