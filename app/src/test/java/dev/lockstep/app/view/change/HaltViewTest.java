package dev.lockstep.app.view.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.app.halt.Flattened;
import dev.lockstep.app.view.StatedOrders;
import dev.lockstep.app.view.body.BodyTree;
import dev.lockstep.app.view.body.risk.HaltBody;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.port.broker.BrokerFault;
import dev.lockstep.domain.port.broker.CancelAnswer;
import dev.lockstep.domain.port.broker.UnreadableItem;
import dev.lockstep.domain.risk.limit.RiskRules;
import dev.lockstep.domain.usecase.cancel.CancelAllResult;
import dev.lockstep.domain.usecase.cancel.CancelResult;
import dev.lockstep.domain.usecase.close.CloseResult;
import dev.lockstep.domain.usecase.halt.Flattening;
import dev.lockstep.domain.usecase.halt.Unclosed;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a halt did, and what it says is left to do. */
class HaltViewTest {
    private static final Symbol AAPL = new Symbol("AAPL");
    private static final Evidence EVIDENCE = Evidence.local("no such order");
    private static final BrokerFault FAULT =
            new BrokerFault(BrokerFault.Kind.UNREACHABLE, "refused", EVIDENCE);
    private static final UnreadableItem UNREADABLE =
            new UnreadableItem(
                    UnreadableItem.Kind.POSITION,
                    UnreadableItem.Cause.MALFORMED,
                    "",
                    "",
                    "MSFT",
                    "1",
                    "no side",
                    "{}");

    private final StatedOrders orders = new StatedOrders();
    private final HaltView view = new HaltView();

    @Test
    void a_halt_of_which_all_is_done_has_no_text() {
        view.canceled(canceled(List.of(new CancelResult.Requested(order())), null));
        view.closed(passed(List.of(), List.of()));
        view.unanswered(List.of());

        assertThat(view.done()).isTrue();
        assertThat(view.stored()).isTrue();
        assertThat(view.text()).isEmpty();
    }

    @Test
    void programs_get_null_for_what_was_not_requested() {
        assertThat(BodyTree.of(view.json(null)))
                .hasToString(
                        """
                        {"stored":true,"canceled":null,"externalOrders":null,"closing":null,\
                        "flat":null,"left":null,"unreadable":null,"unanswered":[],"text":""}\
                        """);
        assertThat(BodyTree.of(view.json(RiskRules.NONE)).path("state").asText())
                .isEqualTo("active");
    }

    @Test
    void a_halt_that_is_not_stored_is_not_done() {
        view.notStored("disk full");

        assertThat(view.stored()).isFalse();
        assertThat(view.done()).isFalse();
        assertThat(view.json(null).stored()).isFalse();
        assertThat(view.text()).isEqualTo("disk full");
    }

    @Test
    void external_orders_that_could_not_be_listed_have_no_number() {
        view.canceled(canceled(List.of(), FAULT));

        assertThat(view.json(null).externalOrders()).isNull();
        assertThat(view.json(null).canceled()).isEmpty();
        assertThat(view.text()).isEqualTo("broker: unreachable: refused");
    }

    @Test
    void orders_whose_cancel_failed_are_named_and_those_that_are_pursued_are_not() {
        Order refused = order();
        Order unstored = order();
        view.canceled(
                canceled(
                        List.of(
                                new CancelResult.Refused(refused, "not open"),
                                new CancelResult.Unstored(unstored, "disk full"),
                                new CancelResult.Unresolved(order(), "timeout"),
                                new CancelResult.Postponed(order(), "busy")),
                        null,
                        external("e-1", null),
                        external("e-2", new CancelAnswer.Requested(EVIDENCE)),
                        external("e-3", new CancelAnswer.Refused("not open", EVIDENCE)),
                        external("e-4", new CancelAnswer.Absent(EVIDENCE)),
                        external("e-5", new CancelAnswer.Unresolved("timeout", EVIDENCE))));

        assertThat(view.text().split("; "))
                .containsExactly(
                        "order " + refused.id() + " is not canceled: not open",
                        "order " + unstored.id() + ": disk full",
                        "external order e-1 may not be canceled: the cancel was not requested",
                        "external order e-3 may not be canceled: not open",
                        "external order e-4 may not be canceled: no such order",
                        "external order e-5 may not be canceled: timeout");
        assertThat(view.json(null).externalOrders()).isEqualTo(5);
    }

    @Test
    void positions_that_are_left_make_it_unfinished_without_a_text() {
        view.closed(
                passed(List.of(new Unclosed.Asked(AAPL, new CloseResult.Gone(AAPL))), List.of()));
        HaltBody body = view.json(null);

        assertThat(view.done()).isFalse();
        assertThat(body.flat()).isFalse();
        assertThat(body.left()).hasSize(1);
        assertThat(body.closing()).hasSize(1);
    }

    @Test
    void an_unreadable_position_is_left_and_named() {
        view.closed(passed(List.of(), List.of(UNREADABLE)));

        assertThat(view.text()).isEqualTo("position MSFT, quantity 1, cannot be read: no side");
        assertThat(BodyTree.of(view.json(null)).path("left"))
                .hasToString(
                        """
                        [{"symbol":"MSFT","result":"unreadable",\
                        "text":"position MSFT, quantity 1, cannot be read: no side","order":null,"denials":[]}]\
                        """);
    }

    @Test
    void a_failed_pass_knows_nothing_of_what_is_left() {
        view.closed(new Flattened(List.of(), new Flattening.Failed(FAULT)));

        assertThat(view.json(null).flat()).isFalse();
        assertThat(view.json(null).left()).isNull();
        assertThat(view.json(null).unreadable()).isNull();
        assertThat(view.text()).isEqualTo("broker: unreachable: refused");
    }

    @Test
    void trading_that_was_resumed_ends_it() {
        view.closed(new Flattened(List.of(), new Flattening.NotHeldBack()));

        assertThat(view.text()).isEqualTo("trading was resumed: nothing more is closed");
    }

    @Test
    void a_fault_that_is_met_twice_is_said_once() {
        view.canceled(canceled(List.of(), FAULT));
        view.closed(new Flattened(List.of(), new Flattening.Failed(FAULT)));

        assertThat(view.text()).isEqualTo("broker: unreachable: refused");
    }

    @Test
    void unanswered_orders_are_named_for_they_may_still_be_executed() {
        Order unanswered = order();
        view.unanswered(List.of(unanswered));

        assertThat(view.done()).isFalse();
        assertThat(view.json(null).unanswered()).containsExactly(unanswered.id().value());
        assertThat(view.text()).contains(unanswered.id().value(), "may still be executed");
    }

    private Order order() {
        return orders.in(OrderStatus.NEW);
    }

    private Flattened passed(List<Unclosed> left, List<UnreadableItem> unreadable) {
        return new Flattened(List.of(order()), new Flattening.Passed(List.of(), left, unreadable));
    }

    private static CancelAllResult.External external(String id, @Nullable CancelAnswer answer) {
        return new CancelAllResult.External(new BrokerOrderId(id), answer, false);
    }

    private static CancelAllResult canceled(
            List<CancelResult> ours,
            @Nullable BrokerFault fault,
            CancelAllResult.External... external) {
        return new CancelAllResult(ours, List.of(external), List.of(), fault);
    }
}
