package dev.lockstep.domain.port.store;

import dev.lockstep.domain.account.ActivityId;
import dev.lockstep.domain.adjustment.Adjustment;
import dev.lockstep.domain.adjustment.AdjustmentKind;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.value.InvalidValueException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Every change of positions and cash that is no trade, each once by the broker's name of it and
 * never changed; safe for use by several threads.
 *
 * <p>Every method throws {@link RepositoryException} when the store fails.
 */
public interface Adjustments {
    /**
     * Keeps adjustments, and counts them into what is held in the same write; one that is known by
     * its id stays as it was first stored.
     *
     * @return how many of them are new
     */
    int addAll(List<Adjustment> adjustments);

    /** Returns the adjustments with unknown ids. */
    List<Adjustment> unknown(List<Adjustment> adjustments);

    /** Returns the stored adjustments of these entries, including corrections, oldest first. */
    List<Adjustment> of(Collection<ActivityId> entries);

    /** Returns one page of adjustments. */
    List<Entry> list(AdjustmentQuery query);

    /**
     * Returns the time, by the broker's clock, up to which all adjustments were fetched; empty
     * before the first fetch.
     */
    Optional<Instant> completeUntil();

    /**
     * Notes up to when the broker was asked for all; an earlier time than noted changes nothing.
     */
    void completeUntil(Instant time);

    /**
     * A stored adjustment with its number.
     *
     * @param number counts all of them from 1, in the order in which they were stored
     * @param adjustment the adjustment
     */
    record Entry(long number, Adjustment adjustment) {}

    /**
     * Which adjustments to list.
     *
     * @param symbol only those of this instrument, null for all
     * @param kind only those of this kind, null for all
     * @param since only those booked at this time or later, null for all
     * @param newestFirst whether those stored last come first
     * @param past the number of the last one of the page before, null for the first page
     * @param limit the most in the page, 1 to {@value #MAX_PAGE}
     */
    record AdjustmentQuery(
            @Nullable Symbol symbol,
            @Nullable AdjustmentKind kind,
            @Nullable Instant since,
            boolean newestFirst,
            @Nullable Long past,
            int limit) {
        /** The largest page. */
        public static final int MAX_PAGE = 1_000;

        public AdjustmentQuery {
            if (limit < 1 || limit > MAX_PAGE) {
                throw new InvalidValueException("limit", limit, "1 to " + MAX_PAGE);
            }
        }

        /** Returns all of them, in the order in which they were stored. */
        public static AdjustmentQuery all() {
            return new AdjustmentQuery(null, null, null, false, null, MAX_PAGE);
        }

        /** Returns the same for one instrument. */
        public AdjustmentQuery of(Symbol requested) {
            return new AdjustmentQuery(requested, kind, since, newestFirst, past, limit);
        }

        /** Returns the same for one kind. */
        public AdjustmentQuery of(AdjustmentKind requested) {
            return new AdjustmentQuery(symbol, requested, since, newestFirst, past, limit);
        }

        /** Returns the same without those booked before a time. */
        public AdjustmentQuery since(Instant time) {
            return new AdjustmentQuery(symbol, kind, time, newestFirst, past, limit);
        }

        /** Returns the same with those stored last first. */
        public AdjustmentQuery newest() {
            return new AdjustmentQuery(symbol, kind, since, true, past, limit);
        }

        /** Returns the page that follows. */
        public AdjustmentQuery after(long number) {
            return new AdjustmentQuery(symbol, kind, since, newestFirst, number, limit);
        }

        /** Returns the same in pages of another size. */
        public AdjustmentQuery limit(int adjustments) {
            return new AdjustmentQuery(symbol, kind, since, newestFirst, past, adjustments);
        }

        /**
         * Returns whether an entry is one of those that are asked for, on this page or a later one.
         */
        public boolean takes(Entry entry) {
            boolean beyond =
                    past == null || (newestFirst ? entry.number() < past : entry.number() > past);
            return beyond && takes(entry.adjustment());
        }

        private boolean takes(Adjustment adjustment) {
            return (symbol == null || symbol.equals(adjustment.symbol()))
                    && (kind == null || kind == adjustment.kind())
                    && (since == null || !adjustment.at().isBefore(since));
        }
    }
}
