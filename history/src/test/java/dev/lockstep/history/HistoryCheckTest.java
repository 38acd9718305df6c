package dev.lockstep.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One history that keeps each rule, and for each rule one that breaks it. */
class HistoryCheckTest {
    private static final SubmittedTerms TERMS =
            new SubmittedTerms("AAPL", "buy", BigDecimal.TWO, new BigDecimal("1.5"));
    private static final ClientReply REFUSED = new ClientReply.Refused(422, "denied");
    private static final ClientReply MISSING = new ClientReply.Missing("connection reset");

    private final List<Invocation> invocations = new ArrayList<>();
    private final List<SeenOrder> end = new ArrayList<>();
    private final List<LedgerLine> ledger = new ArrayList<>();

    @Test
    void a_history_in_which_all_is_well_breaks_nothing() {
        submit(1, 2, accepted(order("a", "new", 2)));
        read(3, 4, accepted(order("a", "new", 3)));
        cancel("a", 5, 6, accepted(wanted(order("a", "pending_cancel", 4))));
        read(7, 8, accepted(wanted(order("a", "canceled", 5))));
        end.add(wanted(order("a", "canceled", 5)));
        ledger.add(line("a", "canceled"));

        assertThat(broken()).isEmpty();
    }

    @Test
    void a_refused_order_and_one_without_an_answer_need_not_be_at_the_exchange() {
        submit(1, 2, REFUSED);

        assertThat(broken()).isEmpty();

        submit(3, 4, MISSING);

        assertThat(broken()).isEmpty();
    }

    @Test
    void an_order_that_the_exchange_refused_need_not_be_in_its_ledger() {
        submit(1, 2, REFUSED);
        end.add(order("a", "rejected", 2));

        assertThat(broken()).isEmpty();
    }

    @Test
    void an_accepted_order_that_the_exchange_does_not_have_is_lost() {
        submit(1, 2, accepted(order("a", "new", 2)));
        end.add(order("a", "new", 2));

        assertThat(broken())
                .containsExactlyInAnyOrder(HistoryRule.SENT_ONCE, HistoryRule.EQUAL_TO_EXCHANGE);
    }

    @Test
    void an_order_without_an_answer_that_is_there_twice_was_sent_twice() {
        submit(1, 2, MISSING);
        submit(3, 4, MISSING);
        end.add(order("a", "new", 2));
        ledger.add(line("a", "new"));
        ledger.add(line("a", "new"));

        assertThat(broken()).containsExactly(HistoryRule.SENT_ONCE);
    }

    @Test
    void two_orders_of_one_key_are_found_at_the_exchange() {
        submit(1, 2, accepted(order("a", "new", 2)));
        submit(3, 4, accepted(order("b", "new", 2)));
        end.addAll(List.of(order("a", "new", 2), order("b", "new", 2)));
        ledger.addAll(List.of(line("a", "new"), line("b", "new")));

        assertThat(broken())
                .containsExactlyInAnyOrder(HistoryRule.ONE_ORDER_PER_KEY, HistoryRule.SENT_ONCE);
    }

    @Test
    void a_new_attempt_after_one_that_never_arrived_is_the_order_of_the_key() {
        submit(1, 2, accepted(order("a", "unknown", 2)));
        submit(3, 4, accepted(order("b", "new", 2)));
        end.addAll(List.of(order("a", "never_accepted", 3), order("b", "new", 2)));
        ledger.add(line("b", "new"));

        assertThat(broken()).isEmpty();
    }

    @Test
    void a_refused_order_at_the_exchange_is_found() {
        submit(1, 2, REFUSED);
        end.add(order("a", "new", 2));
        ledger.add(line("a", "new"));

        assertThat(broken()).containsExactly(HistoryRule.SENT_ONCE);
    }

    @Test
    void an_order_with_other_terms_is_found() {
        submit(1, 2, accepted(order("a", "new", 2)));
        end.add(order("a", "new", 2));
        SubmittedTerms others = new SubmittedTerms("AAPL", "buy", BigDecimal.TEN, null);
        ledger.add(new LedgerLine("x", "client-a", others, "new", BigDecimal.ZERO));

        assertThat(broken()).containsExactly(HistoryRule.SENT_ONCE);
    }

    @Test
    void an_older_version_in_a_later_read_is_found_and_in_a_concurrent_one_is_not() {
        submit(1, 2, accepted(order("a", "new", 3)));
        read(1, 5, accepted(order("a", "accepted", 2)));
        end.add(order("a", "new", 3));
        ledger.add(line("a", "new"));

        assertThat(broken()).isEmpty();

        read(6, 7, accepted(order("a", "accepted", 2)));

        assertThat(broken()).containsExactly(HistoryRule.NEVER_BACKWARDS);
    }

    @Test
    void two_reads_during_a_submit_may_both_see_the_order_before_its_answer() {
        submit(1, 8, accepted(order("a", "new", 2)));
        read(2, 3, accepted(order("a", "pending_submit", 1)));
        read(4, 5, accepted(order("a", "pending_submit", 1)));
        end.add(order("a", "new", 2));
        ledger.add(line("a", "new"));

        assertThat(broken()).isEmpty();
    }

    @Test
    void an_end_that_is_undone_and_a_version_with_two_states_are_found() {
        submit(1, 2, accepted(order("a", "canceled", 3)));
        read(3, 4, accepted(order("a", "new", 4)));
        read(3, 5, accepted(order("a", "accepted", 4)));
        end.add(order("a", "new", 4));
        ledger.add(line("a", "new"));

        assertThat(broken())
                .containsExactly(
                        HistoryRule.NEVER_BACKWARDS,
                        HistoryRule.NEVER_BACKWARDS,
                        HistoryRule.NEVER_BACKWARDS);
    }

    @Test
    void an_order_that_was_denied_goes_on_when_its_key_is_submitted_again() {
        submit(1, 2, REFUSED);
        read(3, 4, accepted(order("a", "denied", 1)));
        submit(5, 6, accepted(order("a", "new", 3)));
        end.add(order("a", "new", 3));
        ledger.add(line("a", "new"));

        assertThat(broken()).isEmpty();

        read(7, 8, accepted(order("a", "denied", 1)));

        assertThat(broken()).containsExactly(HistoryRule.NEVER_BACKWARDS);
    }

    @Test
    void a_later_read_without_the_accepted_order_is_found() {
        submit(1, 2, accepted(order("a", "new", 2)));
        read(2, 3, accepted());
        end.add(order("a", "new", 2));
        ledger.add(line("a", "new"));

        assertThat(broken()).isEmpty();

        read(3, 4, accepted());

        assertThat(broken()).containsExactly(HistoryRule.READ_YOUR_WRITES);
    }

    @Test
    void a_later_read_without_the_accepted_cancel_and_an_order_that_goes_on_are_found() {
        submit(1, 2, accepted(order("a", "new", 2)));
        cancel("a", 3, 4, accepted(wanted(order("a", "new", 3))));
        read(5, 6, accepted(order("a", "new", 4)));
        end.add(order("a", "new", 4));
        ledger.add(line("a", "new"));

        assertThat(broken())
                .containsExactly(HistoryRule.READ_YOUR_WRITES, HistoryRule.CANCELS_COME_TRUE);
    }

    @Test
    void a_cancel_that_came_too_late_need_not_end_the_order() {
        submit(1, 2, accepted(order("a", "new", 2)));
        cancel("a", 3, 4, MISSING);
        cancel("a", 5, 6, REFUSED);
        end.add(order("a", "new", 2));
        ledger.add(line("a", "new"));

        assertThat(broken()).isEmpty();
    }

    @Test
    void an_order_that_waits_for_an_answer_in_the_end_is_found() {
        submit(1, 2, accepted(order("a", "unknown", 2)));
        end.add(order("a", "unknown", 2));
        ledger.add(line("a", "new"));

        assertThat(broken()).containsExactly(HistoryRule.ANSWERS_ARRIVE);
    }

    @Test
    void another_end_at_the_exchange_and_an_order_that_no_client_knows_are_found() {
        submit(1, 2, accepted(order("a", "new", 2)));
        end.add(order("a", "new", 2));
        ledger.addAll(List.of(line("a", "filled"), line("b", "new")));

        assertThat(broken())
                .containsExactly(HistoryRule.EQUAL_TO_EXCHANGE, HistoryRule.EQUAL_TO_EXCHANGE);
    }

    private List<HistoryRule> broken() {
        return HistoryCheck.breaches(new History(invocations, end, ledger)).stream()
                .map(Breach::rule)
                .toList();
    }

    private void submit(long invoked, long returned, ClientReply reply) {
        add(invoked, returned, new ClientRequest.Submit("key", TERMS), reply);
    }

    private void cancel(String id, long invoked, long returned, ClientReply reply) {
        add(invoked, returned, new ClientRequest.Cancel(id), reply);
    }

    private void read(long invoked, long returned, ClientReply reply) {
        add(invoked, returned, new ClientRequest.Read("key"), reply);
    }

    private void add(long invoked, long returned, ClientRequest request, ClientReply reply) {
        invocations.add(new Invocation(1, 1, invoked, returned, request, reply));
    }

    private static ClientReply accepted(SeenOrder... orders) {
        return new ClientReply.Accepted(Arrays.asList(orders));
    }

    private static SeenOrder order(String id, String status, long version) {
        return new SeenOrder(
                id, "key", "client-" + id, TERMS, status, version, BigDecimal.ZERO, false);
    }

    private static SeenOrder wanted(SeenOrder order) {
        return new SeenOrder(
                order.id(),
                order.key(),
                order.clientOrderId(),
                order.terms(),
                order.status(),
                order.version(),
                order.filledQty(),
                true);
    }

    private static LedgerLine line(String id, String status) {
        return new LedgerLine("at-" + id, "client-" + id, TERMS, status, BigDecimal.ZERO);
    }
}
