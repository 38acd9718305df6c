package dev.lockstep.app.view.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.lockstep.app.view.StatedOrders;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.risk.denial.Denial;
import dev.lockstep.domain.risk.denial.DenialReason;
import dev.lockstep.domain.usecase.submit.ReplaceResult;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The keyword, the sentence and the table of each result of a replacement. */
class ReplaceViewTest {
    private static final StatedOrders ORDERS = new StatedOrders();
    private static final Order OLD = ORDERS.in(OrderStatus.NEW);
    private static final Order MADE = ORDERS.replacing(OLD, OrderStatus.NEW);
    private static final Denial SAME =
            new Denial(DenialReason.REPLACED_BY_THE_SAME, "qty", "10", "a change");
    private static final String DENIED =
            "Denied: the change has no effect: order 10 has these terms already.";

    static Stream<Arguments> results() {
        Order refused = ORDERS.in(OrderStatus.REJECTED, "order is filled");
        Order unknown = ORDERS.in(OrderStatus.UNKNOWN, "timeout");
        return Stream.of(
                arguments(
                        new ReplaceResult.NoSuchOrder(OLD.id()),
                        "no_such_order",
                        "no order " + OLD.id(),
                        null),
                arguments(new ReplaceResult.Sent(MADE, OLD), "sent", "", MADE),
                arguments(
                        new ReplaceResult.Sent(refused, OLD),
                        "sent",
                        "not replaced: order is filled",
                        refused),
                arguments(
                        new ReplaceResult.Sent(unknown, OLD),
                        "sent",
                        "sent, and the answer is missing; 'lockstep sync' finds out (timeout)",
                        unknown),
                arguments(
                        new ReplaceResult.AlreadySent(unknown),
                        "already_sent",
                        "sent, and the answer is missing; 'lockstep sync' finds out (timeout)",
                        unknown),
                arguments(
                        new ReplaceResult.KeyReused(MADE),
                        "key_reused",
                        "not sent: the key belongs to order " + MADE.id(),
                        MADE),
                arguments(new ReplaceResult.Denied(MADE, List.of(SAME)), "denied", DENIED, MADE),
                arguments(
                        new ReplaceResult.Unrecorded(MADE, "disk full"),
                        "unrecorded",
                        "sent, and the answer could not be stored; 'lockstep sync' finds out (disk"
                                + " full)",
                        MADE));
    }

    @ParameterizedTest
    @MethodSource("results")
    void each_result_has_a_keyword_and_a_text(
            ReplaceResult result, String keyword, String text, @Nullable Order order) {
        ReplaceView view = ReplaceView.of(result, OLD);

        assertThat(view).isEqualTo(new ReplaceView(keyword, text, order, OLD, view.denials()));
        assertThat(view.denials())
                .isEqualTo(
                        result instanceof ReplaceResult.Denied denied
                                ? denied.denials()
                                : List.of());
    }

    @Test
    void the_replaced_order_is_shown_as_it_is_after_the_request() {
        Order replaced = ORDERS.in(OrderStatus.PENDING_REPLACE);

        assertThat(ReplaceView.of(new ReplaceResult.Sent(MADE, replaced), OLD).replaced())
                .isEqualTo(replaced);
    }

    @Test
    void a_dry_run_shows_what_it_would_break() {
        assertThat(ReplaceView.checked(List.of(), OLD))
                .isEqualTo(new ReplaceView("dry_run", "would be sent", null, OLD));
        assertThat(ReplaceView.checked(List.of(SAME), OLD))
                .isEqualTo(new ReplaceView("denied", DENIED, null, OLD, List.of(SAME)));
    }

    @Test
    void the_table_has_the_old_order_and_the_new_one() {
        assertThat(ReplaceView.of(new ReplaceResult.Sent(MADE, OLD), OLD).table().lines())
                .containsExactly(
                        "     order                                 terms                   status",
                        "old  " + OLD.id() + "  buy 10 AAPL market day  new",
                        "new  " + MADE.id() + "  buy 10 AAPL market day  new");
        assertThat(ReplaceView.checked(List.of(), OLD).table().lines()).hasSize(2);
    }
}
