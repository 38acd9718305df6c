package dev.lockstep.app.view.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.app.view.StatedOrders;
import dev.lockstep.app.view.body.BodyTree;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.risk.denial.Denial;
import dev.lockstep.domain.risk.denial.DenialReason;
import dev.lockstep.domain.usecase.submit.SubmitResult;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The keyword and the sentence of each result of a submit. */
class SubmitViewTest {
    private static final Denial TOO_LARGE =
            new Denial(DenialReason.ORDER_VALUE, "orderValue", "980640", "<=50000");
    private static final Denial UNKNOWN =
            new Denial(DenialReason.SYMBOL_UNKNOWN, "symbol", "XX", "a known symbol");

    private final StatedOrders orders = new StatedOrders();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "REJECTED       | rejected by the broker: no money",
                "DENIED         | Denied: no money.",
                "UNKNOWN        | sent, and the answer is missing; do not send it again, 'lockstep"
                        + " verify' finds out (no money)",
                "PENDING_SUBMIT | stored, and perhaps not sent yet; do not send it again, 'lockstep"
                        + " verify' finds out (no money)",
                "NEVER_ACCEPTED | the broker does not have it; to try again, submit it under the same"
                        + " key",
                "NEW            | no money",
                "WAITING        | no money"
            })
    void the_text_follows_from_the_status(OrderStatus status, String text) {
        SubmitView view = SubmitView.of(new SubmitResult.Submitted(orders.in(status, "no money")));

        assertThat(view.result()).isEqualTo("submitted");
        assertThat(view.text()).isEqualTo(text);
    }

    @ParameterizedTest
    @EnumSource(
            value = OrderStatus.class,
            names = {"UNKNOWN", "PENDING_SUBMIT"})
    void an_unanswered_order_without_an_explanation_has_no_empty_brackets(OrderStatus status) {
        assertThat(SubmitView.of(new SubmitResult.Submitted(orders.in(status))).text())
                .endsWith("finds out");
    }

    @Test
    void only_statuses_that_need_a_sentence_have_one_of_their_own() {
        EnumSet<OrderStatus> own = EnumSet.noneOf(OrderStatus.class);
        for (OrderStatus status : OrderStatus.values()) {
            Order order = orders.in(status, "as stored");
            if (!SubmitView.of(new SubmitResult.Submitted(order)).text().equals("as stored")) {
                own.add(status);
            }
        }

        assertThat(own)
                .containsExactlyInAnyOrder(
                        OrderStatus.UNKNOWN,
                        OrderStatus.PENDING_SUBMIT,
                        OrderStatus.REJECTED,
                        OrderStatus.DENIED,
                        OrderStatus.NEVER_ACCEPTED);
    }

    @Test
    void an_order_that_was_submitted_before_says_so() {
        Order order = orders.in(OrderStatus.REJECTED, "no money");

        assertThat(SubmitView.of(new SubmitResult.AlreadySubmitted(order)))
                .isEqualTo(
                        new SubmitView(
                                "already_submitted", "rejected by the broker: no money", order));
    }

    @Test
    void a_key_of_another_order_names_the_key_and_that_order() {
        Order order = orders.in(OrderStatus.NEW);
        SubmitView view = SubmitView.of(new SubmitResult.KeyReused(order));

        assertThat(view.result()).isEqualTo("key_reused");
        assertThat(view.text())
                .isEqualTo(
                        "not sent: key "
                                + order.idempotencyKey()
                                + " belongs to buy 10 AAPL market day");
        assertThat(view.order()).isEqualTo(order);
    }

    @Test
    void all_denials_are_in_one_line() {
        Order order = orders.in(OrderStatus.DENIED);
        String text =
                "Denied: order value $980,640.00 is above the limit of $50,000.00"
                        + " (max-order-value); the broker does not have the symbol XX; use a known"
                        + " symbol.";
        List<Denial> denials = List.of(TOO_LARGE, UNKNOWN);

        assertThat(SubmitView.of(new SubmitResult.Denied(order, denials)))
                .isEqualTo(new SubmitView("denied", text, order, denials));
        assertThat(SubmitView.denied(denials))
                .isEqualTo(new SubmitView("denied", text, null, denials));
    }

    @Test
    void a_refusal_is_named_once() {
        SubmitView denied = SubmitView.denied(List.of(UNKNOWN));
        SubmitView rejected =
                SubmitView.of(
                        new SubmitResult.Submitted(orders.in(OrderStatus.REJECTED, "no money")));
        SubmitView working = SubmitView.of(new SubmitResult.Submitted(orders.in(OrderStatus.NEW)));

        assertThat(denied.line())
                .isEqualTo("Denied: the broker does not have the symbol XX; use a known symbol.");
        assertThat(denied.cell())
                .isEqualTo("the broker does not have the symbol XX; use a known symbol");
        assertThat(rejected.line()).isEqualTo("rejected by the broker: no money");
        assertThat(working.line()).isEqualTo("submitted, new");
    }

    @Test
    void an_answer_that_could_not_be_stored_forbids_to_send_the_order_again() {
        SubmitView view =
                SubmitView.of(
                        new SubmitResult.Unrecorded(
                                orders.in(OrderStatus.PENDING_SUBMIT), "disk full"));

        assertThat(view.result()).isEqualTo("unrecorded");
        assertThat(view.text()).contains("do not send it again").endsWith("(disk full)");
    }

    @ParameterizedTest
    @EnumSource(RepositoryException.Reason.class)
    void only_a_commit_without_an_answer_may_have_stored_the_order(
            RepositoryException.Reason reason) {
        SubmitView view = SubmitView.of(new RepositoryException(reason, "the disk is full"));

        assertThat(view)
                .isEqualTo(
                        reason == RepositoryException.Reason.COMMIT_UNKNOWN
                                ? new SubmitView(
                                        "store_unknown",
                                        "not sent yet, but it may be stored and sent later: the disk is"
                                                + " full",
                                        null)
                                : new SubmitView(
                                        "not_stored",
                                        "not sent, for it could not be stored: the disk is full",
                                        null));
    }

    @Test
    void cells_are_empty_where_no_order_is_stored() {
        Order order = orders.in(OrderStatus.NEW);
        SubmitView stored = SubmitView.of(new SubmitResult.Submitted(order));

        assertThat(List.of(SubmitView.dryRun().id(), SubmitView.dryRun().status()))
                .containsExactly("", "");
        assertThat(stored.id()).isEqualTo(order.id().value());
        assertThat(stored.status()).isEqualTo(OrderStatus.NEW);
    }

    @Test
    void programs_get_null_where_no_order_is_stored() {
        assertThat(BodyTree.of(SubmitView.dryRun().json()))
                .hasToString(
                        """
                        {"result":"dry_run","text":"would be sent","order":null,"denials":[]}\
                        """);
    }
}
