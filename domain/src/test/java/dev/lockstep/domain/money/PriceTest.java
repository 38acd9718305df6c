package dev.lockstep.domain.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.domain.value.InvalidValueException;
import org.junit.jupiter.api.Test;

/** Costs at a price. */
class PriceTest {
    @Test
    void a_quantity_costs_the_price_times_it() {
        assertThat(Price.of("189.5").times(Quantity.of("3"))).isEqualTo(Money.of("568.5"));
    }

    @Test
    void a_quantity_that_costs_too_many_digits_is_refused_by_its_name() {
        Price price = Price.of("243.6");
        Quantity quantity = Quantity.of("999999999999999999");

        assertThatThrownBy(() -> price.times(quantity))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage(
                        "qty: 999999999999999999 (expected: a value in dollars of at most 18 digits"
                                + " before the point)");
    }
}
