package dev.lockstep.domain.risk.venue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.risk.denial.Denial;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The daylight saving of 2026 in New York begins on Sunday, March 8, and ends on Sunday, November
 * 1; five hours behind in winter, four in summer.
 */
class AuctionHoursTest {
    @ParameterizedTest
    @CsvSource({
        // Winter: the last Friday before the clocks go forward.
        "OPG, 2026-03-06T14:27:59.999999999Z, true",
        "OPG, 2026-03-06T14:28:00Z,           false",
        "OPG, 2026-03-06T23:59:59.999999999Z, false",
        "OPG, 2026-03-07T00:00:00Z,           true",
        "CLS, 2026-03-06T20:49:59.999999999Z, true",
        "CLS, 2026-03-06T20:50:00Z,           false",
        "CLS, 2026-03-06T23:59:59.999999999Z, false",
        "CLS, 2026-03-07T00:00:00Z,           true",
        // Summer: the Monday after.
        "OPG, 2026-03-09T13:27:59.999999999Z, true",
        "OPG, 2026-03-09T13:28:00Z,           false",
        "OPG, 2026-03-09T22:59:59.999999999Z, false",
        "OPG, 2026-03-09T23:00:00Z,           true",
        "CLS, 2026-03-09T19:49:59.999999999Z, true",
        "CLS, 2026-03-09T19:50:00Z,           false",
        "CLS, 2026-03-09T22:59:59.999999999Z, false",
        "CLS, 2026-03-09T23:00:00Z,           true",
        // Winter again: the Monday after the clocks went back.
        "OPG, 2026-11-02T14:27:59.999999999Z, true",
        "OPG, 2026-11-02T14:28:00Z,           false",
        "CLS, 2026-11-02T20:49:59.999999999Z, true",
        "CLS, 2026-11-02T20:50:00Z,           false",
        // Orders of the night are for the day that comes.
        "OPG, 2026-03-10T05:00:00Z,           true",
        "CLS, 2026-03-10T14:00:00Z,           true",
    })
    void an_auction_takes_orders_until_shortly_before_it_and_from_seven_in_the_evening(
            TimeInForce auction, Instant now, boolean taken) {
        assertThat(denials(auction, now).isEmpty()).isEqualTo(taken);
    }

    @ParameterizedTest
    @CsvSource({
        "OPG, 2026-03-07T15:00:00Z", "CLS, 2026-03-07T21:00:00Z",
        "OPG, 2026-03-08T14:00:00Z", "CLS, 2026-03-08T20:00:00Z"
    })
    void weekends_are_left_to_the_venue(TimeInForce auction, Instant now) {
        assertThat(denials(auction, now)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"DAY", "GTC", "IOC", "FOK"})
    void other_orders_have_no_such_hours(TimeInForce timeInForce) {
        assertThat(denials(timeInForce, Instant.parse("2026-03-09T20:00:00Z"))).isEmpty();
    }

    @Test
    void the_denial_names_the_field_its_value_and_the_hours() {
        Instant afternoon = Instant.parse("2026-03-09T20:00:00Z");

        assertThat(denials(TimeInForce.OPG, afternoon))
                .extracting(Denial::toString)
                .containsExactly(
                        "auction_hours field=timeInForce value=opg expected=\"opg before 09:28 or"
                                + " from 19:00 in New York\"");
        assertThat(denials(TimeInForce.CLS, afternoon))
                .extracting(Denial::toString)
                .containsExactly(
                        "auction_hours field=timeInForce value=cls expected=\"cls before 15:50 or"
                                + " from 19:00 in New York\"");
    }

    private static List<Denial> denials(TimeInForce timeInForce, Instant now) {
        return VenueRules.denials(
                new NewOrder(
                        new Symbol("AAPL"),
                        Side.BUY,
                        Quantity.of("1"),
                        new OrderType.Market(),
                        timeInForce),
                now);
    }
}
