package dev.lockstep.domain.order;

import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.value.InvalidValueException;

/** The amount of an order: a quantity, or dollars. */
public sealed interface OrderAmount {
    /**
     * A quantity of shares or coins (FIX OrderQty, tag 38).
     *
     * @param orderQty above zero
     */
    record ByQuantity(Quantity orderQty) implements OrderAmount {
        public ByQuantity {
            if (orderQty.zero()) {
                throw new InvalidValueException("qty", orderQty, "> 0");
            }
        }

        /** Returns the plain quantity, for example {@code 10}. */
        @Override
        public String toString() {
            return orderQty.toString();
        }
    }

    /**
     * A dollar amount to trade (FIX CashOrderQty, tag 152).
     *
     * @param cashOrderQty dollars, above zero
     */
    record ByCash(Money cashOrderQty) implements OrderAmount {
        public ByCash {
            if (cashOrderQty.compareTo(Money.ZERO) <= 0) {
                throw new InvalidValueException("notional", cashOrderQty, "> 0");
            }
        }

        /** Returns the dollars, for example {@code $100}. */
        @Override
        public String toString() {
            return "$" + cashOrderQty;
        }
    }
}
