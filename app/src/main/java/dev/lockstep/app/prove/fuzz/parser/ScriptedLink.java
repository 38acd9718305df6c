package dev.lockstep.app.prove.fuzz.parser;

import dev.lockstep.broker.alpaca.connection.FrameSource;
import dev.lockstep.broker.alpaca.connection.InProcessLink;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A link to the exchange on which an answer can be put in place of the exchange's own. */
final class ScriptedLink implements InProcessLink {
    /** Ends a list of several pages. */
    private static final Received EMPTY_LIST = new Received(200, Map.of(), "[]");

    private final InProcessLink exchange;
    private @Nullable Received next;
    private boolean repeated;
    private @Nullable Received answered;
    private String sent = "";

    ScriptedLink(InProcessLink exchange) {
        this.exchange = exchange;
    }

    /**
     * Answers from now on in place of the exchange.
     *
     * @param answer the next answer
     * @param again whether all later ones are the same; otherwise they are empty lists
     */
    void answer(Received answer, boolean again) {
        next = answer;
        repeated = again;
    }

    /** Returns the exchange's first answer since the last call, empty if there was none. */
    String taken() {
        String body = answered == null ? "" : answered.body();
        answered = null;
        return body;
    }

    /** Returns the body of the last request since the last call, empty if there was none. */
    String sent() {
        String body = sent;
        sent = "";
        return body;
    }

    @Override
    public Received exchange(Sent request) throws IOException {
        sent = request.body();
        Received scripted = next;
        if (scripted == null) {
            Received received = exchange.exchange(request);
            answered = answered == null ? received : answered;
            return received;
        }
        next = repeated ? scripted : EMPTY_LIST;
        return scripted;
    }

    @Override
    public FrameSource stream() {
        return exchange.stream();
    }
}
