package dev.lockstep.app.view.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.lockstep.app.view.StatedOrders;
import dev.lockstep.domain.memory.InMemoryOrderRepository;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.usecase.cancel.CancelResult;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The keyword and the sentence of each result of a cancel. */
class CancelViewTest {
    private static final StatedOrders ORDERS = new StatedOrders();
    private static final Order ORDER = ORDERS.in(OrderStatus.NEW);
    private static final Order FILLED = ORDERS.in(OrderStatus.PARTIALLY_FILLED);

    static Stream<Arguments> results() {
        String pursued = "by 'lockstep run' or 'lockstep sync'";
        return Stream.of(
                arguments(new CancelResult.Requested(ORDER), "requested", ""),
                arguments(new CancelResult.CanceledHere(ORDER), "canceled", "it was never sent"),
                arguments(new CancelResult.TooLate(FILLED), "too_late", "it is partially_filled"),
                arguments(new CancelResult.Refused(ORDER, "not open"), "refused", "not open"),
                arguments(
                        new CancelResult.OnceResolved(ORDER),
                        "once_resolved",
                        "the broker has not answered the order yet; it is canceled as soon as the"
                                + " broker has it, "
                                + pursued),
                arguments(
                        new CancelResult.Postponed(ORDER, "rate limited"),
                        "postponed",
                        "rate limited; an earlier cancel stands and is sent again " + pursued),
                arguments(
                        new CancelResult.Unresolved(ORDER, "timeout"),
                        "unresolved",
                        "timeout; the cancel is stored and sent again " + pursued),
                arguments(new CancelResult.Unstored(ORDER, "disk full"), "unstored", "disk full"));
    }

    @ParameterizedTest
    @MethodSource("results")
    void each_result_has_a_keyword_and_a_text(CancelResult result, String keyword, String text) {
        CancelView view = CancelView.of("last", result);

        assertThat(view.name()).isEqualTo("last");
        assertThat(view.result()).isEqualTo(keyword);
        assertThat(view.text()).isEqualTo(text);
    }

    @ParameterizedTest
    @MethodSource("results")
    void an_order_that_the_user_did_not_name_is_named_by_its_id(CancelResult result) {
        CancelView view = CancelView.of(result);
        Order order = view.order();

        assertThat(order).isNotNull();
        assertThat(view.name()).isEqualTo(order.id().value());
    }

    @Test
    void people_read_the_id_of_the_order_instead_of_the_name_that_they_gave() {
        assertThat(CancelView.of("last", new CancelResult.Requested(ORDER)).id())
                .isEqualTo(ORDER.id().value());
        assertThat(CancelView.of("typo", new CancelResult.NoSuchOrder(ORDER.id())).id())
                .isEqualTo("typo");
    }

    @Test
    void an_unknown_order_keeps_the_name_under_which_it_was_looked_for() {
        assertThat(CancelView.of("typo", new CancelResult.NoSuchOrder(ORDER.id())))
                .isEqualTo(new CancelView("typo", "no_such_order", "no order typo", null));
        assertThat(CancelView.of(new CancelResult.NoSuchOrder(ORDER.id())).name())
                .isEqualTo(ORDER.id().value());
    }

    @Test
    void a_dry_run_cancels_nothing() {
        assertThat(CancelView.wouldBeCanceled("last", ORDER).json().result())
                .isEqualTo("would_be_canceled");
    }

    @Test
    void a_replaced_order_names_the_open_order_in_its_place() {
        Order old = ORDERS.in(OrderStatus.REPLACED);
        Order middle = ORDERS.replacing(old, OrderStatus.REPLACED);
        Order open = ORDERS.replacing(middle, OrderStatus.NEW);

        assertThat(tooLate(old, old, middle, open).text())
                .isEqualTo("it is replaced by order " + open.id() + ", which is new");
        assertThat(tooLate(middle, old, middle, open).text())
                .isEqualTo("it is replaced by order " + open.id() + ", which is new");
    }

    @Test
    void where_all_have_ended_the_last_order_of_the_chain_is_named() {
        Order old = ORDERS.in(OrderStatus.REPLACED);
        Order refused = ORDERS.replacing(old, OrderStatus.REJECTED);
        Order filled = ORDERS.replacing(old, OrderStatus.FILLED);

        assertThat(tooLate(old, old, refused, filled).text())
                .isEqualTo("it is replaced by order " + filled.id() + ", which is filled");
    }

    @Test
    void an_order_that_was_not_replaced_names_no_other() {
        CancelView view = CancelView.of("last", new CancelResult.TooLate(FILLED));

        assertThat(view.naming(chains(FILLED))).isEqualTo(view);
        CancelView none = CancelView.noSuchOrder("typo");
        assertThat(none.naming(chains())).isEqualTo(none);
    }

    @Test
    void a_chain_begins_with_its_first_order_from_wherever_it_is_read() {
        Order old = ORDERS.in(OrderStatus.REPLACED);
        Order refused = ORDERS.replacing(old, OrderStatus.REJECTED);
        Order made = ORDERS.replacing(old, OrderStatus.NEW);
        ReplaceChain chains = chains(old, refused, made, FILLED);

        for (Order each : new Order[] {old, refused, made}) {
            assertThat(chains.of(each)).containsExactly(old, refused, made);
        }
        assertThat(chains.of(FILLED)).containsExactly(FILLED);
    }

    private static CancelView tooLate(Order order, Order... stored) {
        return CancelView.of("last", new CancelResult.TooLate(order)).naming(chains(stored));
    }

    private static ReplaceChain chains(Order... stored) {
        InMemoryOrderRepository repository = new InMemoryOrderRepository();
        for (Order order : stored) {
            repository.add(order, Evidence.local("test"));
        }
        return new ReplaceChain(repository);
    }
}
