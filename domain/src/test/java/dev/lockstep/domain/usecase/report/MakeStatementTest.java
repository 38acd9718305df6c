package dev.lockstep.domain.usecase.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.contracts.FakeAccountHistory;
import dev.lockstep.contracts.FakeBroker;
import dev.lockstep.contracts.FakeMarket;
import dev.lockstep.contracts.SampleAdjustments;
import dev.lockstep.contracts.TestClock;
import dev.lockstep.domain.account.PortfolioHistory;
import dev.lockstep.domain.adjustment.AdjustmentKind;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.market.Bar;
import dev.lockstep.domain.memory.InMemoryFills;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Fill;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.ExecutionId;
import dev.lockstep.domain.position.DayTrades;
import dev.lockstep.domain.position.Position;
import dev.lockstep.domain.usecase.FailingRepository;
import dev.lockstep.domain.usecase.report.Statement.Instrument;
import dev.lockstep.domain.value.InvalidValueException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The statement of a day, reconciled by hand. */
class MakeStatementTest {
    /** The day on which the test's clock begins, a Monday, and the Friday before. */
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 5);

    private static final LocalDate FRIDAY = LocalDate.of(2026, 1, 2);
    private static final LocalDate THURSDAY = LocalDate.of(2026, 1, 1);
    private static final Symbol AAPL = new Symbol("AAPL");

    private final FakeAccountHistory history = new FakeAccountHistory();
    private final FakeBroker broker = new FakeBroker();
    private final FakeMarket market = new FakeMarket();
    private final InMemoryFills fills = new InMemoryFills();
    private final FailingRepository repository = new FailingRepository();
    private final MakeStatement making =
            new MakeStatement(
                    history, broker, market, fills, repository.adjustments(), new TestClock());

    @BeforeEach
    void trade() {
        market.set(AAPL, List.of(bar(THURSDAY, "100"), bar(FRIDAY, "104"), bar(TODAY, "110")));
        history.set(
                new PortfolioHistory(
                        null, List.of(point(THURSDAY, "10000"), point(FRIDAY, "10037.5"))));
        fills.addAll(
                List.of(
                        fill("1", Side.BUY, "10", "99", THURSDAY),
                        fill("2", Side.SELL, "4", "103", FRIDAY),
                        fill("3", Side.BUY, "1", "105", TODAY)));
    }

    @Test
    void a_past_day_is_explained_by_trades_and_closing_prices() {
        Statement statement = made(FRIDAY);

        assertThat(statement.opening()).isEqualTo(Money.of("10000"));
        assertThat(statement.closing()).isEqualTo(Money.of("10037.5"));
        assertThat(statement.asOf()).isNull();
        // 4 sold 3 above the previous close, 6 kept and 4 above it.
        assertThat(statement.instruments())
                .containsExactly(
                        new Instrument(
                                AAPL,
                                NetQuantity.of("10"),
                                NetQuantity.of("6"),
                                Price.of("100"),
                                Price.of("104"),
                                1,
                                Money.ZERO,
                                Money.of("412"),
                                Money.of("36")));
        assertThat(statement.unexplained()).isEqualTo(Money.of("1.5"));
    }

    @Test
    void fees_dividends_and_transfers_are_named_and_shares_are_valued_at_the_close() {
        repository
                .adjustments()
                .addAll(
                        List.of(
                                SampleAdjustments.of(
                                        "a",
                                        AdjustmentKind.FEE,
                                        null,
                                        "0",
                                        "-0.5",
                                        null,
                                        noon(FRIDAY)),
                                SampleAdjustments.of(
                                        "b",
                                        AdjustmentKind.DIVIDEND,
                                        "AAPL",
                                        "0",
                                        "2",
                                        null,
                                        noon(FRIDAY)),
                                SampleAdjustments.of(
                                        "c",
                                        AdjustmentKind.TRANSFER,
                                        "AAPL",
                                        "2",
                                        "0",
                                        null,
                                        noon(FRIDAY)),
                                SampleAdjustments.of(
                                        "d",
                                        AdjustmentKind.FEE,
                                        null,
                                        "0",
                                        "-9",
                                        null,
                                        noon(TODAY))));

        Statement statement = made(FRIDAY);

        assertThat(statement.flows())
                .containsEntry(AdjustmentKind.FEE, Money.of("-0.5"))
                .containsEntry(AdjustmentKind.DIVIDEND, Money.of("2"))
                .containsEntry(AdjustmentKind.TRANSFER, Money.of("208"))
                .hasSize(3);
        assertThat(statement.instruments().getFirst().closeQty()).isEqualTo(NetQuantity.of("8"));
        assertThat(statement.trading()).isEqualTo(Money.of("36"));
        assertThat(statement.unexplained()).isEqualTo(Money.of("-208"));
    }

    @Test
    void today_ends_with_the_equity_as_of_now() {
        broker.equity(Money.of("10085.5"), Money.of("10037.5"));
        broker.position(
                new Position(AAPL, NetQuantity.of("7"), null, null, Price.of("111"), null, null));

        Statement statement = made(TODAY);

        assertThat(statement.asOf()).isEqualTo(new TestClock().instant());
        assertThat(statement.trading()).isEqualTo(Money.of("48"));
        assertThat(statement.unexplained()).isEqualTo(Money.ZERO);
    }

    @Test
    void after_a_split_and_without_a_price_the_result_is_unknown_and_not_zero() {
        fills.addAll(List.of(fill("4", Side.BUY, "1", "7", "MSFT", FRIDAY)));
        repository
                .adjustments()
                .addAll(
                        List.of(
                                SampleAdjustments.of(
                                        "s",
                                        AdjustmentKind.SPLIT,
                                        "AAPL",
                                        "6",
                                        "0",
                                        null,
                                        noon(TODAY))));

        Statement statement = made(FRIDAY);

        assertThat(statement.unpriced()).containsExactly(AAPL, new Symbol("MSFT"));
        assertThat(statement.trading()).isEqualTo(Money.ZERO);
        assertThat(statement.unexplained()).isEqualTo(statement.change());
    }

    @Test
    void a_day_without_equity_a_silent_broker_and_a_future_day_are_no_statements() {
        assertThat(making.of(THURSDAY)).isEqualTo(new StatementResult.WithoutEquity(THURSDAY));
        assertThatThrownBy(() -> making.of(TODAY.plusDays(1)))
                .isInstanceOf(InvalidValueException.class);
        market.down(true);
        assertThat(making.of(FRIDAY)).isInstanceOf(StatementResult.Failed.class);
    }

    private Statement made(LocalDate day) {
        return ((StatementResult.Made) making.of(day)).statement();
    }

    private static PortfolioHistory.Point point(LocalDate day, String equity) {
        return new PortfolioHistory.Point(DayTrades.startOf(day), Money.of(equity), null);
    }

    private static Bar bar(LocalDate day, String close) {
        Price price = Price.of(close);
        return new Bar(AAPL, DayTrades.startOf(day), price, price, price, price, Quantity.of("1"));
    }

    private static Instant noon(LocalDate day) {
        return DayTrades.startOf(day).plus(Duration.ofHours(12));
    }

    private static Fill fill(String order, Side side, String qty, String price, LocalDate day) {
        return fill(order, side, qty, price, "AAPL", day);
    }

    private static Fill fill(
            String order, Side side, String qty, String price, String symbol, LocalDate day) {
        return new Fill(
                new ExecutionId("execution-" + order),
                new BrokerOrderId(order),
                new Symbol(symbol),
                side,
                Quantity.of(qty),
                Price.of(price),
                Quantity.of(qty),
                null,
                noon(day));
    }
}
