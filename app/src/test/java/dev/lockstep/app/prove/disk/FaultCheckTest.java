package dev.lockstep.app.prove.disk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.app.prove.disk.library.DiskFault;
import dev.lockstep.app.prove.disk.write.LoggedLine;
import dev.lockstep.app.prove.disk.write.LoggedWrite;
import dev.lockstep.app.prove.disk.write.LoggedWrite.Event;
import dev.lockstep.domain.port.store.RepositoryException.Reason;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FaultCheckTest {
    private static final LoggedWrite FAULT = new LoggedWrite.Noted(Event.FAULT, "full");
    private static final LoggedWrite FULL = new LoggedWrite.Failed(1, Reason.DISK_FULL);
    private static final LoggedWrite REFUSED = new LoggedWrite.Failed(2, Reason.HALTED);
    private static final LoggedWrite CANCEL_STORED = new LoggedWrite.Done(3);
    private static final LoggedWrite ENDED = new LoggedWrite.Noted(Event.ENDED, "1");
    private static final LoggedWrite RECOVERED = new LoggedWrite.Noted(Event.RECOVERED, "");
    private static final LoggedWrite STORED = new LoggedWrite.Done(4);

    @Test
    void a_run_that_refuses_new_orders_and_recovers_is_right() {
        assertThat(faults(FAULT, FULL, REFUSED, CANCEL_STORED, ENDED, RECOVERED, STORED)).isEmpty();
    }

    @Test
    void a_full_disk_may_be_found_by_a_cancel_which_is_stored_in_the_place_of_the_reserve() {
        assertThat(faults(FAULT, CANCEL_STORED, REFUSED, CANCEL_STORED, ENDED, RECOVERED, STORED))
                .isEmpty();
    }

    @Test
    void a_fault_that_fails_no_write_and_refuses_no_order_is_reported() {
        assertThat(faults(FAULT, CANCEL_STORED, ENDED, RECOVERED, STORED))
                .anySatisfy(fault -> assertThat(fault).contains("no write failed"))
                .anySatisfy(fault -> assertThat(fault).contains("were not refused"));
    }

    @Test
    void a_full_disk_on_which_no_cancel_is_stored_is_reported() {
        assertThat(faults(FAULT, FULL, REFUSED, ENDED, RECOVERED, STORED))
                .containsExactly("no cancel and no halt was stored on the full disk");
    }

    @Test
    void a_reason_that_does_not_fit_the_fault_is_reported() {
        assertThat(
                        faults(
                                FAULT,
                                FULL,
                                REFUSED,
                                CANCEL_STORED,
                                new LoggedWrite.Failed(5, Reason.CORRUPT),
                                ENDED,
                                RECOVERED,
                                STORED))
                .containsExactly("write 5 failed with CORRUPT, which is no reason of full");
    }

    @Test
    void a_run_that_stores_nothing_after_the_fault_is_reported() {
        assertThat(faults(FAULT, FULL, REFUSED, CANCEL_STORED, ENDED))
                .containsExactly("nothing was stored after full");
    }

    @Test
    void an_error_that_is_not_typed_is_reported() {
        assertThat(
                        faults(
                                FAULT,
                                FULL,
                                REFUSED,
                                CANCEL_STORED,
                                new LoggedWrite.Noted(Event.ERROR, "write 9: a mistake"),
                                ENDED,
                                RECOVERED,
                                STORED))
                .containsExactly("write 9: a mistake");
    }

    private static List<String> faults(LoggedWrite... writes) {
        return FaultCheck.faults(
                DiskFault.FULL,
                IntStream.range(0, writes.length)
                        .mapToObj(at -> new LoggedLine(at, writes[at]))
                        .toList());
    }
}
