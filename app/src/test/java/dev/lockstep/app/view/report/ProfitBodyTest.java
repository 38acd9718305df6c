package dev.lockstep.app.view.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.position.AdjustmentTotals;
import dev.lockstep.domain.position.AverageCost;
import dev.lockstep.domain.position.Profits;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Sums of profits: which of them are unknown where a price is. */
class ProfitBodyTest {
    private static final Symbol AAPL = new Symbol("AAPL");
    private static final Symbol MSFT = new Symbol("MSFT");
    private static final Map<Symbol, Price> PRICES = Map.of(AAPL, Price.of("101"));

    @Test
    void a_flat_instrument_needs_no_price_for_the_sum() {
        ProfitBody body =
                ProfitBody.of(profits(cost("10", "1000", "5"), cost("0", "0", "-1")), PRICES::get);

        assertThat(body.unrealized()).isEqualTo("10");
        assertThat(body.realized()).isEqualTo("4");
    }

    @Test
    void one_open_instrument_without_a_price_makes_the_sum_unknown_and_not_its_neighbour() {
        ProfitBody body =
                ProfitBody.of(profits(cost("10", "1000", "0"), cost("1", "50", "0")), PRICES::get);

        assertThat(body.unrealized()).isNull();
        assertThat(body.symbols())
                .extracting(
                        SymbolProfitBody::symbol,
                        SymbolProfitBody::unrealized,
                        SymbolProfitBody::marketValue)
                .containsExactly(tuple("AAPL", "10", "1010"), tuple("MSFT", null, null));
    }

    @Test
    void a_short_position_loses_when_the_price_rises() {
        SymbolProfitBody short10 =
                ProfitBody.of(profits(cost("-10", "-1000", "0"), cost("0", "0", "0")), PRICES::get)
                        .symbols()
                        .getFirst();

        assertThat(short10.openQty()).isEqualTo("-10");
        assertThat(short10.avgEntryPrice()).isEqualTo("100");
        assertThat(short10.unrealized()).isEqualTo("-10");
        assertThat(short10.marketValue()).isEqualTo("-1010");
    }

    @Test
    void without_trades_all_sums_are_zero() {
        ProfitBody body = ProfitBody.of(Profits.NONE, PRICES::get);

        assertThat(body.symbols()).isEmpty();
        assertThat(body.realized()).isEqualTo("0");
        assertThat(body.unrealized()).isEqualTo("0");
        assertThat(body.account().interest()).isEqualTo("0");
    }

    private static Profits profits(AverageCost apple, AverageCost microsoft) {
        TreeMap<Symbol, AverageCost> costs = new TreeMap<>();
        costs.put(AAPL, apple);
        costs.put(MSFT, microsoft);
        return new Profits(costs, new TreeMap<>(), AdjustmentTotals.NONE);
    }

    private static AverageCost cost(String openQty, String cost, String realized) {
        return new AverageCost(NetQuantity.of(openQty), Money.of(cost), Money.of(realized));
    }
}
