package dev.lockstep.app.stress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.id.InstanceTag;
import dev.lockstep.domain.port.TimeOrderedIds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What counts as a lost write. */
class ReceiptBookTest {
    private static final Instant AT = Instant.parse("2026-01-05T14:30:00Z");

    @TempDir private Path folder;
    private final TimeOrderedIds ids =
            new TimeOrderedIds(new InstanceTag("test"), () -> AT, new SplittableRandom(3));
    private final Order first = StressOrders.intent(ids, StressOrders.OWN_QTY, AT);
    private final Order second = StressOrders.next(first, AT);
    private final Order third = StressOrders.next(second, AT);
    private final ReceiptBook book = new ReceiptBook();
    private Path receipts = Path.of(".");

    @BeforeEach
    void file() {
        receipts = folder.resolve("receipts");
    }

    @Test
    void nothing_is_lost_where_every_version_told_is_stored() {
        reported(first, second, third);
        book.compare(List.of(third));
        assertThat(book.lost()).isZero();
        assertThat(book.unclaimed()).isZero();
    }

    @Test
    void orders_of_an_earlier_run_are_no_writes_that_nobody_acknowledged() {
        Order old = StressOrders.next(StressOrders.intent(ids, StressOrders.OWN_QTY, AT), AT);
        book.earlier(List.of(old));
        reported(first, second);

        book.compare(List.of(old, second));

        assertThat(book.lost()).isZero();
        assertThat(book.unclaimed()).isZero();
    }

    @Test
    void an_order_of_an_earlier_run_that_is_gone_is_lost() {
        book.earlier(List.of(second));
        reported(first);

        book.compare(List.of(first));

        assertThat(book.lost()).isEqualTo(second.version());
    }

    @Test
    void a_version_that_was_told_and_is_not_there_is_lost() {
        reported(first, second, third);
        book.compare(List.of(second));
        assertThat(book.lost()).isEqualTo(1);
    }

    @Test
    void an_order_that_was_told_and_is_not_there_is_lost_with_all_its_versions() {
        reported(first, second);
        assertThat(book.lost()).isEqualTo(2);
    }

    @Test
    void one_version_told_to_two_callers_is_a_lost_update() {
        reported(first, second, second);
        book.compare(List.of(second));
        assertThat(book.lost()).isEqualTo(1);
    }

    @Test
    void a_version_with_too_little_traded_was_made_of_an_old_copy() {
        Order stale =
                new Order(
                        third.id(),
                        third.clientOrderId(),
                        third.idempotencyKey(),
                        third.purpose(),
                        null,
                        null,
                        third.terms(),
                        second.state(),
                        AT,
                        AT,
                        3);
        reported(first, second, stale);
        book.compare(List.of(stale));
        assertThat(book.lost()).isEqualTo(1);
    }

    @Test
    void what_nobody_was_told_of_is_not_lost_but_counted() {
        reported(first);
        book.compare(List.of(third, StressOrders.intent(ids, StressOrders.OWN_QTY, AT)));
        assertThat(book.lost()).isZero();
        assertThat(book.unclaimed()).isEqualTo(3);
    }

    @Test
    void a_line_cut_off_by_a_kill_is_left_out() throws IOException {
        try (Receipts kept = new Receipts(receipts)) {
            kept.add(List.of(first));
        }
        Files.writeString(receipts, second.id() + " 2", StandardOpenOption.APPEND);
        assertThat(book.addAll(receipts)).isEqualTo(1);
        book.compare(List.of(first));
        assertThat(book.lost()).isZero();
    }

    @Test
    void an_order_is_filled_by_its_sixth_version() {
        Order order = first;
        while (!order.status().closed()) {
            order = StressOrders.next(order, AT);
            assertThat(StressOrders.counted(order)).isTrue();
        }
        assertThat(order.version()).isEqualTo(6);
    }

    private void reported(Order... versions) {
        try (Receipts kept = new Receipts(receipts)) {
            kept.add(List.of(versions));
        }
        assertThat(book.addAll(receipts)).isEqualTo(versions.length);
    }
}
