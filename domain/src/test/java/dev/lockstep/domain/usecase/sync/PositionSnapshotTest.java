package dev.lockstep.domain.usecase.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderAmount;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.port.broker.FetchedList;
import dev.lockstep.domain.port.broker.UnreadableItem;
import dev.lockstep.domain.position.Holdings;
import dev.lockstep.domain.position.Position;
import dev.lockstep.domain.risk.Exposure;
import dev.lockstep.domain.risk.OpenQuantity;
import dev.lockstep.domain.risk.limit.RiskRules;
import java.util.List;
import org.junit.jupiter.api.Test;

class PositionSnapshotTest {
    private static final Symbol AAPL = new Symbol("AAPL");
    private static final Symbol MSFT = new Symbol("MSFT");

    private final SampleOrders sample = new SampleOrders();

    @Test
    void an_exit_trades_against_the_position_in_its_instrument_that_it_closes() {
        PositionSnapshot snapshot = holding(new Position(AAPL, NetQuantity.of("10")));

        assertThat(snapshot.closable(order(AAPL, Side.SELL, "1"))).isEqualTo(Quantity.of("10"));
        assertThat(snapshot.closable(order(AAPL, Side.BUY, "1"))).isEqualTo(Quantity.ZERO);
        assertThat(snapshot.closable(order(MSFT, Side.SELL, "1"))).isEqualTo(Quantity.ZERO);
    }

    @Test
    void what_no_order_holds_is_available_and_without_a_report_all_of_it() {
        Position reported =
                new Position(AAPL, NetQuantity.of("10"), Quantity.of("4"), null, null, null, null);

        assertThat(holding(reported).available(order(AAPL, Side.SELL, "1")))
                .isEqualTo(Quantity.of("4"));
        assertThat(holding(reported).available(order(AAPL, Side.BUY, "1")))
                .isEqualTo(Quantity.ZERO);
        assertThat(
                        holding(new Position(AAPL, NetQuantity.of("10")))
                                .available(order(AAPL, Side.SELL, "1")))
                .isEqualTo(Quantity.of("10"));
    }

    @Test
    void an_exit_may_be_sent_for_what_open_orders_leave_of_the_position() {
        PositionSnapshot snapshot = held("10", "10");

        assertThat(snapshot.permits(order(AAPL, Side.SELL, "10"), exposure("10", "0"))).isTrue();
        assertThat(snapshot.permits(order(AAPL, Side.SELL, "10"), exposure("10", "1"))).isFalse();
        assertThat(snapshot.permits(order(AAPL, Side.SELL, "9"), exposure("10", "1"))).isTrue();
        assertThat(snapshot.permits(order(AAPL, Side.BUY, "1"), exposure("10", "0"))).isFalse();
    }

    @Test
    void an_exit_may_not_be_sent_once_one_of_our_orders_has_filled_since_the_snapshot() {
        assertThat(held("10", "10").permits(order(AAPL, Side.SELL, "1"), exposure("9", "0")))
                .isFalse();
    }

    @Test
    void an_exit_for_dollars_may_not_be_sent() {
        NewOrder dollars = order(AAPL, Side.SELL, "1").with(new OrderAmount.ByCash(Money.of("5")));

        assertThat(held("10", "10").permits(dollars, exposure("10", "0"))).isFalse();
        assertThat(held("10", "10").permitsOurs(dollars, exposure("10", "0"))).isFalse();
    }

    @Test
    void an_exit_may_not_be_sent_while_the_position_cannot_be_read() {
        UnreadableItem item =
                new UnreadableItem(
                        UnreadableItem.Kind.POSITION,
                        UnreadableItem.Cause.MALFORMED,
                        "",
                        "",
                        "AAPL",
                        "ten",
                        "qty is not a number",
                        "{}");
        PositionSnapshot unread =
                PositionSnapshot.only(new FetchedList<>(List.of(), List.of(item)));

        assertThat(unread.unreadable(AAPL)).contains(item);
        assertThat(unread.unreadable(MSFT)).isEmpty();
        assertThat(unread.permits(order(AAPL, Side.SELL, "1"), exposure("0", "0"))).isFalse();
    }

    @Test
    void an_exit_of_our_own_position_is_not_larger_than_that() {
        PositionSnapshot snapshot = held("10", "6");

        assertThat(snapshot.permits(order(AAPL, Side.SELL, "7"), exposure("6", "0"))).isTrue();
        assertThat(snapshot.permitsOurs(order(AAPL, Side.SELL, "7"), exposure("6", "0"))).isFalse();
        assertThat(snapshot.permitsOurs(order(AAPL, Side.SELL, "6"), exposure("6", "0"))).isTrue();
    }

    @Test
    void external_orders_of_the_same_instrument_and_side_trade_against_the_same_position() {
        BrokerOrder sale = external(order(AAPL, Side.SELL, "1"));
        PositionSnapshot snapshot =
                new PositionSnapshot(
                        new FetchedList<>(List.of(), List.of()),
                        List.of(
                                sale,
                                external(order(AAPL, Side.BUY, "1")),
                                external(order(MSFT, Side.SELL, "1"))),
                        Holdings.NONE);

        assertThat(snapshot.rivals(order(AAPL, Side.SELL, "5"))).containsExactly(sale);
    }

    /** The broker's position, and ours by own fills. */
    private PositionSnapshot held(String broker, String ours) {
        Order bought = sample.intent(order(AAPL, Side.BUY, ours));
        Order filled =
                bought.apply(
                        SampleOrders.report(bought, OrderStatus.FILLED, ours), SampleOrders.START);
        return new PositionSnapshot(
                new FetchedList<>(List.of(new Position(AAPL, NetQuantity.of(broker))), List.of()),
                List.of(),
                Holdings.NONE.plus(List.of(filled)));
    }

    private static PositionSnapshot holding(Position position) {
        return PositionSnapshot.only(new FetchedList<>(List.of(position), List.of()));
    }

    private static Exposure exposure(String netQty, String open) {
        return new Exposure(
                RiskRules.NONE,
                NetQuantity.of(netQty),
                1,
                new OpenQuantity(Quantity.of(open), Money.ZERO),
                0,
                0,
                null,
                null);
    }

    private BrokerOrder external(NewOrder terms) {
        return SampleOrders.atBroker(sample.intent(terms), OrderStatus.NEW, "0");
    }

    private static NewOrder order(Symbol symbol, Side side, String qty) {
        return new NewOrder(
                symbol, side, Quantity.of(qty), new OrderType.Market(), TimeInForce.DAY);
    }
}
