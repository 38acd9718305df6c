package dev.lockstep.domain.account;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.order.Fill;
import dev.lockstep.domain.value.Text;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One entry of the account's history. */
public sealed interface AccountActivity {
    /** The broker's name of the entry. */
    ActivityId id();

    /**
     * An execution.
     *
     * @param id the broker's name of the entry
     * @param fill what traded
     */
    record Traded(ActivityId id, Fill fill) implements AccountActivity {}

    /**
     * Anything else: a dividend, a fee, a transfer, a split.
     *
     * @param id the broker's name of the entry
     * @param type the broker's word, for example {@code DIV}
     * @param date the day it counts for
     * @param symbol the instrument it is about, null where there is none that we can express
     * @param netAmount dollars that came in, below zero for what went out, null where that is not
     *     told
     */
    record Booked(
            ActivityId id,
            String type,
            LocalDate date,
            @Nullable Symbol symbol,
            @Nullable Money netAmount)
            implements AccountActivity {
        private static final int MAX_TYPE_CHARS = 64;

        public Booked {
            Text.printable("activityType", type, MAX_TYPE_CHARS);
        }
    }
}
