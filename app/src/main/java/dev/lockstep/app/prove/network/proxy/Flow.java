package dev.lockstep.app.prove.network.proxy;

/** A kind of bytes that pass through the proxy. */
enum Flow {
    /** Requests of the REST API, to the exchange. */
    REQUEST("request", true),
    /** Their answers. */
    ANSWER("answer", false),
    /** Messages to the exchange on the event stream. */
    STREAM_OUT("stream-out", true),
    /** Events. */
    STREAM_IN("stream-in", false);

    private final String word;
    private final boolean toExchange;

    Flow(String word, boolean toExchange) {
        this.word = word;
        this.toExchange = toExchange;
    }

    /** Returns its name in reports. */
    String word() {
        return word;
    }

    /** Returns whether the exchange receives it. */
    boolean toExchange() {
        return toExchange;
    }
}
