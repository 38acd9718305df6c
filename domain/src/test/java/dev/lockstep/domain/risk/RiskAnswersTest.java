package dev.lockstep.domain.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.risk.MarketView.Need;
import dev.lockstep.domain.risk.MarketView.Prices;
import dev.lockstep.domain.risk.denial.Denial;
import dev.lockstep.domain.risk.denial.DenialReason;
import dev.lockstep.domain.risk.limit.RiskLimit;
import org.junit.jupiter.api.Test;

/**
 * Answers of the broker that the risk check needs: which, how fresh, and what a missing one means.
 */
class RiskAnswersTest extends PreTradeRiskFixture {
    @Test
    void what_a_limit_needs_is_asked_for_and_nothing_else() {
        assertThat(needs(order("buy 1 market"), new RiskLimit.MaxOrderQty(Quantity.of("5"))))
                .isEmpty();
        assertThat(needs(order("buy 1 limit 5"), new RiskLimit.MaxOrderValue(Money.of("9"))))
                .isEmpty();
        assertThat(needs(order("buy 1 market"), new RiskLimit.MaxOrderValue(Money.of("9"))))
                .containsExactly(Need.PRICES);
        assertThat(needs(order("buy 1 market"), new RiskLimit.MaxDailyLoss(Money.of("9"))))
                .containsExactly(Need.DAY_RESULT);
        assertThat(needs(order("sell 9 market"), new RiskLimit.MaxOrderQty(Quantity.of("5"))))
                .isEmpty();
        assertThat(needs(order("buy 1 market"), new RiskLimit.MaxPositionValue(Money.of("9"))))
                .containsExactlyInAnyOrder(Need.PRICES, Need.BROKER_HOLDING);
        Exposure nineHeld =
                book(rules(new RiskLimit.MaxOrderQty(Quantity.of("5"))), "9", OpenQuantity.NONE);
        assertThat(needs(order("sell 9 market"), nineHeld)).containsExactly(Need.BROKER_HOLDING);
        assertThat(needs(order("sell 5 market"), nineHeld)).isEmpty();
    }

    @Test
    void a_check_whose_answer_cannot_be_had_denies() {
        MarketView dark = MARKET.withPrices(new Observation.Missing<>("the quotes are down"));

        assertThat(
                        texts(
                                PreTradeRisk.verdict(
                                        order("buy 1 market"),
                                        under(new RiskLimit.MaxOrderValue(Money.of("9000"))),
                                        dark,
                                        NOW)))
                .containsExactly(
                        "check_impossible field=prices value=\"the quotes are down\""
                                + " expected=\"an answer from the broker\"");
    }

    @Test
    void a_quote_without_prices_denies() {
        MarketView empty = MARKET.withPrices(seen(new Prices(null, null)));

        assertThat(
                        reasons(
                                PreTradeRisk.verdict(
                                        order("buy 1 market"),
                                        under(new RiskLimit.MaxOrderValue(Money.of("9000"))),
                                        empty,
                                        NOW)))
                .containsExactly(DenialReason.CHECK_IMPOSSIBLE);
    }

    @Test
    void an_answer_that_has_grown_old_is_asked_for_again_and_in_the_end_denies() {
        Verdict verdict =
                PreTradeRisk.verdict(
                        order("buy 1 market"),
                        under(new RiskLimit.MaxOrderValue(Money.of("9000"))),
                        MARKET,
                        NOW.plus(FreshView.MAX_AGE));

        assertThat(verdict).isInstanceOf(Verdict.Undecided.class);
        assertThat(((Verdict.Undecided) verdict).denied().denials())
                .extracting(Denial::reason)
                .containsExactly(DenialReason.CHECK_IMPOSSIBLE);
    }
}
