package dev.lockstep.history;

/** A rule that every history keeps. */
public enum HistoryRule {
    /** No acknowledged order is lost and none is sent twice. */
    SENT_ONCE(
            "sent-once",
            "An accepted order is at the exchange once, with its terms; a refused one is not; one"
                    + " without an answer at most once."),
    /** One key is one order. */
    ONE_ORDER_PER_KEY("one-order-per-key", "All accepted submits of a key name the same order."),
    /** Versions, traded quantities and ends only go forward. */
    NEVER_BACKWARDS(
            "never-backwards",
            "A read that begins after another has ended sees the same state or a later one."),
    /** What was accepted is there for every later reader. */
    READ_YOUR_WRITES(
            "read-your-writes",
            "After an accepted submit or cancel every later read at any process shows it."),
    /** An accepted cancel ends its order. */
    CANCELS_COME_TRUE(
            "cancels-come-true", "In the end an order whose cancel was accepted has ended."),
    /** Nothing stays unanswered. */
    ANSWERS_ARRIVE("answers-arrive", "In the end no order waits for an answer."),
    /** The platform and the exchange agree. */
    EQUAL_TO_EXCHANGE(
            "equal-to-exchange",
            "In the end status and traded quantity of each order are those of the exchange, and"
                    + " the exchange has no order of which no client knows.");

    private final String word;
    private final String sentence;

    HistoryRule(String word, String sentence) {
        this.word = word;
        this.sentence = sentence;
    }

    /** Returns its name in reports. */
    public String word() {
        return word;
    }

    /** Returns what it says. */
    public String sentence() {
        return sentence;
    }
}
