package dev.lockstep.domain.port.broker;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.order.Evidence;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** What came of asking the broker to close all positions. */
public sealed interface CloseAllAnswer {
    /** What was received, or what happened instead. */
    Evidence evidence();

    /**
     * The broker answered for each position.
     *
     * @param bySymbol what it said of each; empty where there was none
     * @param evidence the answer
     */
    record Answered(SequencedMap<Symbol, CloseAnswer> bySymbol, Evidence evidence)
            implements CloseAllAnswer {
        public Answered {
            bySymbol = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(bySymbol));
        }
    }

    /**
     * The broker closes none.
     *
     * @param text the broker's own words
     * @param evidence the answer
     */
    record Refused(String text, Evidence evidence) implements CloseAllAnswer {}

    /**
     * The broker takes no requests now: it was certainly not executed.
     *
     * @param text the broker's own words
     * @param evidence the answer
     */
    record Throttled(String text, Evidence evidence) implements CloseAllAnswer {}

    /**
     * Nobody knows which orders were canceled and made; see {@link CloseAnswer.Unresolved}.
     *
     * @param text what happened
     * @param evidence what was received
     */
    record Unresolved(String text, Evidence evidence) implements CloseAllAnswer {}
}
