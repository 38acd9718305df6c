package dev.lockstep.app.prove.network.proxy;

/** A fault of a network connection in one direction. */
enum NetworkFault {
    /** The bytes arrive up to three seconds late. */
    DELAY("delay"),
    /** The bytes arrive up to 25 seconds late, even if their sender has given up. */
    STALL("stall"),
    /** The first bytes arrive one at a time. */
    THROTTLE("throttle"),
    /** The connection ends instead of delivering the bytes. */
    CUT("cut"),
    /** The connection ends after the first half of the body, or of the header if it has no body. */
    CUT_MIDWAY("cut-midway"),
    /** This direction ends after the bytes, or after half an answer; the other one goes on. */
    HALF_CLOSE("half-close");

    private final String word;

    NetworkFault(String word) {
        this.word = word;
    }

    /** Returns its name in reports. */
    String word() {
        return word;
    }
}
