package dev.lockstep.history;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** A request of a client. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "request")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ClientRequest.Submit.class, name = "submit"),
    @JsonSubTypes.Type(value = ClientRequest.Cancel.class, name = "cancel"),
    @JsonSubTypes.Type(value = ClientRequest.Read.class, name = "read")
})
public sealed interface ClientRequest {
    /**
     * Submits an order; a repetition has the same key and the same terms.
     *
     * @param key the key of the order
     * @param terms the order
     */
    record Submit(String key, SubmittedTerms terms) implements ClientRequest {}

    /**
     * Cancels an order.
     *
     * @param id its id at the platform
     */
    record Cancel(String id) implements ClientRequest {}

    /**
     * Reads the order of a key.
     *
     * @param key the key
     */
    record Read(String key) implements ClientRequest {}
}
