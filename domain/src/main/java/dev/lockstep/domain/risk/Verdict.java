package dev.lockstep.domain.risk;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.risk.denial.Denial;
import dev.lockstep.domain.risk.denial.DenialReason;
import dev.lockstep.domain.value.ShownValue;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The decision whether an order may be sent. */
public sealed interface Verdict {
    /** It may. */
    record Approved() implements Verdict {}

    /**
     * It may not.
     *
     * @param denials every rule that it breaks, at least one
     */
    record Denied(List<Denial> denials) implements Verdict {
        public Denied {
            denials = List.copyOf(denials);
        }
    }

    /**
     * Something has to be asked from outside first.
     *
     * @param needs what
     * @param holdingVersion the version of our holding before it is asked for
     * @param soFar the rules that the order breaks whatever the answers are, unless it turns out
     *     only to reduce a position
     * @param symbols the instruments whose quotes and last closes are needed
     * @param bookVersion the version of all holdings before the cash is asked for
     */
    record Undecided(
            Set<MarketView.Need> needs,
            long holdingVersion,
            List<Denial> soFar,
            Set<Symbol> symbols,
            long bookVersion)
            implements Verdict {
        public Undecided {
            needs = Set.copyOf(needs);
            soFar = List.copyOf(soFar);
            symbols = Set.copyOf(symbols);
        }

        /** Creates one that needs nothing of other instruments and no cash. */
        public Undecided(Set<MarketView.Need> needs, long holdingVersion, List<Denial> soFar) {
            this(needs, holdingVersion, soFar, Set.of(), 0);
        }

        /** Returns the verdict if nothing more can be asked for: a check that cannot run denies. */
        public Denied denied() {
            List<Denial> denials = new ArrayList<>(soFar);
            Set<MarketView.Need> open = EnumSet.copyOf(needs);
            if (!denials.isEmpty()) {
                open.remove(MarketView.Need.BROKER_HOLDING);
            }
            open.forEach(need ->
                    denials.add(
                            new Denial(
                                    DenialReason.CHECK_IMPOSSIBLE,
                                    ShownValue.of(need),
                                    "unknown",
                                    "an answer that is fresh enough")));
            return new Denied(denials);
        }
    }
}
