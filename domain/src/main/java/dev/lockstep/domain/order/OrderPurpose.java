package dev.lockstep.domain.order;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.order.id.IdempotencyKey;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.value.InvalidValueException;
import org.jspecify.annotations.Nullable;

/**
 * Why an order exists: a caller requested it, the broker made it, or the platform did for a reason
 * of its own. It is stored with the order and never changes.
 */
public sealed interface OrderPurpose {
    /** Returns the kind by which orders are listed. */
    Kind kind();

    /** A caller's order: an entry, an exit, or a replacement. */
    record Requested() implements OrderPurpose {
        @Override
        public Kind kind() {
            return Kind.REQUESTED;
        }
    }

    /** A leg that the broker made for its parent. */
    record Leg() implements OrderPurpose {
        @Override
        public Kind kind() {
            return Kind.LEG;
        }
    }

    /** An external order that was adopted. */
    record Adopted() implements OrderPurpose {
        @Override
        public Kind kind() {
            return Kind.ADOPTED;
        }
    }

    /** An order of another platform's database. */
    record Imported() implements OrderPurpose {
        @Override
        public Kind kind() {
            return Kind.IMPORTED;
        }
    }

    /**
     * Closes a position or a part of it. The closes of one instrument form a chain, in which each
     * waits for the one before it.
     *
     * @param after the previous close of the same instrument, null for the first
     * @param whole whether it closes the whole position, whatever its size is when it is sent
     */
    record Closing(@Nullable OrderId after, boolean whole) implements OrderPurpose {
        @Override
        public Kind kind() {
            return Kind.CLOSING;
        }

        /**
         * Returns the key under which the order is stored: of two callers that saw the same chain,
         * one stores the next close.
         */
        public IdempotencyKey key(Symbol symbol) {
            return new IdempotencyKey(
                    "close position of "
                            + symbol
                            + " "
                            + (after == null ? "first" : "after " + after));
        }
    }

    /**
     * Takes the place of an exit that was canceled because a close needed its shares.
     *
     * @param exit the canceled exit
     * @param close the close that needed its shares
     * @param part the shares it protects
     * @param attempt the number of quantities it has had, from 1
     */
    record Protection(OrderId exit, OrderId close, Part part, int attempt) implements OrderPurpose {
        public Protection {
            if (attempt < 1) {
                throw new InvalidValueException("attempt", attempt, ">= 1");
            }
        }

        @Override
        public Kind kind() {
            return Kind.PROTECTION;
        }

        /** Returns the purpose of the same exit with another quantity. */
        public Protection resized() {
            return new Protection(exit, close, part, attempt + 1);
        }

        /** Returns the key under which the order is stored. */
        public IdempotencyKey key() {
            return new IdempotencyKey(
                    "protect again " + exit + " " + close + " " + part + " " + attempt);
        }

        /** The shares that a restored exit protects. */
        public enum Part {
            /** The shares that the close leaves; sent as soon as the broker has the close. */
            REST,
            /** The shares to be closed; sent if the close ends without closing them. */
            CLOSED
        }
    }

    /**
     * Takes the place of an exit that was too large for the position or for what its entry traded.
     *
     * @param larger the exit whose place it takes
     */
    record Remainder(OrderId larger) implements OrderPurpose {
        @Override
        public Kind kind() {
            return Kind.REMAINDER;
        }

        /** Returns the key under which the order is stored. */
        public IdempotencyKey key() {
            return new IdempotencyKey("rest of " + larger);
        }
    }

    /**
     * Opens the other direction of a position at the market, once its close has filled and nothing
     * is held.
     *
     * @param close the close of the whole position
     */
    record Reversal(OrderId close) implements OrderPurpose {
        @Override
        public Kind kind() {
            return Kind.REVERSAL;
        }

        /**
         * Returns the key under which the order is stored: of several callers one stores it.
         *
         * @param earlier the number of orders that followed the same close and ended unsent
         */
        public IdempotencyKey key(long earlier) {
            return new IdempotencyKey(
                    "reverse " + close + (earlier == 0 ? "" : " again " + earlier));
        }
    }

    /** The kinds of purpose. */
    enum Kind {
        /** {@link Requested}. */
        REQUESTED,
        /** {@link Leg}. */
        LEG,
        /** {@link Adopted}. */
        ADOPTED,
        /** {@link Imported}. */
        IMPORTED,
        /** {@link Closing}. */
        CLOSING,
        /** {@link Protection}. */
        PROTECTION,
        /** {@link Remainder}. */
        REMAINDER,
        /** {@link Reversal}. */
        REVERSAL;

        /** Returns whether an order is of this kind. */
        public boolean of(Order order) {
            return order.purpose().kind() == this;
        }
    }
}
