package dev.lockstep.domain.order;

import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.value.InvalidValueException;

/** How much an order is for: so many shares, or so many dollars' worth. */
public sealed interface OrderAmount {
    /**
     * So many shares or coins (FIX OrderQty, tag 38).
     *
     * @param orderQty above zero
     */
    record ByQuantity(Quantity orderQty) implements OrderAmount {
        public ByQuantity {
            if (orderQty.zero()) {
                throw new InvalidValueException("orderQty", orderQty, "> 0");
            }
        }

        /** The plain quantity, for example {@code 10}. */
        @Override
        public String toString() {
            return orderQty.toString();
        }
    }

    /**
     * As many shares or coins as so many dollars buy (FIX CashOrderQty, tag 152).
     *
     * @param cashOrderQty dollars, above zero
     */
    record ByCash(Money cashOrderQty) implements OrderAmount {
        public ByCash {
            if (cashOrderQty.compareTo(Money.ZERO) <= 0) {
                throw new InvalidValueException("cashOrderQty", cashOrderQty, "> 0");
            }
        }

        /** The dollars, for example {@code $100}. */
        @Override
        public String toString() {
            return "$" + cashOrderQty;
        }
    }
}
