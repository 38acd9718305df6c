package dev.lockstep.app.view.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.lockstep.app.view.StatedOrders;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.port.broker.BrokerFault;
import dev.lockstep.domain.risk.denial.Denial;
import dev.lockstep.domain.risk.denial.DenialReason;
import dev.lockstep.domain.usecase.close.CloseResult;
import dev.lockstep.domain.usecase.halt.Unclosed;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The keyword and the sentence of each result of a close. */
class CloseViewTest {
    private static final Symbol AAPL = new Symbol("AAPL");
    private static final StatedOrders ORDERS = new StatedOrders();
    private static final Order ORDER = ORDERS.in(OrderStatus.NEW);
    private static final Order REFUSED = ORDERS.in(OrderStatus.REJECTED, "no shares");

    @Test
    void a_close_against_an_open_order_says_so_and_keeps_the_message_of_the_broker() {
        Order refused =
                ORDERS.in(OrderStatus.REJECTED, "WASH_TRADE: potential wash trade detected");

        assertThat(CloseView.of(refused).text())
                .isEqualTo(
                        "an order on the other side of AAPL is open, and the broker takes no order"
                                + " that could trade with it; cancel it, and close again (broker:"
                                + " potential wash trade detected)");
    }

    static Stream<Arguments> results() {
        Order other = ORDERS.in(OrderStatus.NEW);
        return Stream.of(
                arguments(new CloseResult.Gone(AAPL), "gone", "there is no such position", null),
                arguments(
                        new CloseResult.Failed(
                                new BrokerFault(
                                        BrokerFault.Kind.SERVER_ERROR,
                                        "503",
                                        Evidence.local("test"))),
                        "failed",
                        "broker: server error: 503",
                        null),
                arguments(
                        new CloseResult.Held(
                                List.of(ORDER, other),
                                List.of(
                                        new Denial(
                                                DenialReason.EXIT_QUANTITY, "qty", "3", "whole"))),
                        "held",
                        "the venue would not take the exits again for what is left (quantity 3 is"
                                + " more than there is to close; allowed: whole): "
                                + ORDER.id()
                                + ", "
                                + other.id(),
                        null),
                arguments(
                        new CloseResult.Busy(ORDER),
                        "busy",
                        "a close of 10 is under way; nothing more was done",
                        ORDER),
                arguments(
                        new CloseResult.Refused(
                                REFUSED, Instant.parse("2026-01-05T15:00:00.123456789Z")),
                        "refused",
                        "the last closes were refused (no shares); to be tried again from"
                                + " 2026-01-05T15:00:00Z on",
                        REFUSED));
    }

    @ParameterizedTest
    @MethodSource("results")
    void each_result_has_a_keyword_and_a_text(
            CloseResult result, String keyword, String text, @Nullable Order order) {
        CloseView view = CloseView.of(AAPL, result);

        assertThat(view).isEqualTo(new CloseView(AAPL, keyword, text, order, view.denials()));
        assertThat(view.denials())
                .isEqualTo(result instanceof CloseResult.Held held ? held.denials() : List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "NEW, closing",
        "FILLED, closing",
        "PARTIALLY_FILLED, closing",
        "PENDING_SUBMIT, unresolved",
        "UNKNOWN, unresolved",
        "REJECTED, not_closed",
        "DENIED, not_closed",
        "CANCELED, not_closed",
        "EXPIRED, not_closed",
        "NEVER_ACCEPTED, not_closed"
    })
    void the_keyword_follows_from_the_status_of_the_closing_order(
            OrderStatus status, String keyword) {
        Order order = ORDERS.in(status, "as stored");

        assertThat(CloseView.of(AAPL, new CloseResult.Closing(order)))
                .isEqualTo(new CloseView(AAPL, keyword, "as stored", order))
                .isEqualTo(CloseView.of(order));
    }

    @Test
    void a_close_that_waits_says_who_continues_it() {
        assertThat(CloseView.of(ORDERS.in(OrderStatus.WAITING, "waits for 2 orders")).json())
                .satisfies(body -> {
                    assertThat(body.symbol()).isEqualTo("AAPL");
                    assertThat(body.result()).isEqualTo("waiting");
                    assertThat(body.text())
                            .isEqualTo(
                                    "waits for 2 orders; 'lockstep run' continues, or repeat the"
                                            + " command");
                });
    }

    @Test
    void an_open_position_names_the_orders_that_hold_it() {
        assertThat(CloseView.of(new Unclosed.Blocked(AAPL, List.of(ORDER), 2)).text())
                .isEqualTo(
                        "orders of it have not ended (" + ORDER.id() + ", 2 external); ask again");
        assertThat(CloseView.of(new Unclosed.Blocked(AAPL, List.of(ORDER), 0)).text())
                .isEqualTo("orders of it have not ended (" + ORDER.id() + "); ask again");
        assertThat(CloseView.of(new Unclosed.Blocked(AAPL, List.of(), 1)).text())
                .isEqualTo("orders of it have not ended (1 external); ask again");
        assertThat(CloseView.of(new Unclosed.Asked(AAPL, new CloseResult.Gone(AAPL))).result())
                .isEqualTo("gone");
    }
}
