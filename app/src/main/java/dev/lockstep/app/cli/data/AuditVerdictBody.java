package dev.lockstep.app.cli.data;

import dev.lockstep.domain.audit.AuditVerdict;
import dev.lockstep.domain.audit.ChainBreak;
import dev.lockstep.domain.value.ShownValue;
import java.util.List;

/** The verdict on the hash chains in JSON. */
sealed interface AuditVerdictBody {
    /** Returns the fields of a verdict. */
    static AuditVerdictBody of(AuditVerdict verdict) {
        return switch (verdict) {
            case AuditVerdict.Intact intact ->
                    new IntactBody(
                            true,
                            intact.head().seq(),
                            intact.orders(),
                            intact.head().hash().value(),
                            intact.records().seq(),
                            intact.records().hash().value());
            case AuditVerdict.Broken broken ->
                    new BrokenBody(
                            false,
                            broken.whole(),
                            broken.breaks().stream().map(ChainBreakBody::of).toList());
        };
    }

    /**
     * Nothing was altered.
     *
     * @param intact true
     * @param events the number of events
     * @param orders the number of orders
     * @param lastHash the hash of the last event
     * @param records the number of records
     * @param lastRecordHash the hash of the last record
     */
    record IntactBody(
            boolean intact,
            long events,
            long orders,
            String lastHash,
            long records,
            String lastRecordHash)
            implements AuditVerdictBody {}

    /**
     * Rows were edited, removed, added or moved.
     *
     * @param intact false
     * @param whole whether all breaks are listed
     * @param breaks the breaks
     */
    record BrokenBody(boolean intact, boolean whole, List<ChainBreakBody> breaks)
            implements AuditVerdictBody {}

    /**
     * One break.
     *
     * @param kind its kind
     * @param place the event, order or record
     * @param expected the expected value
     * @param found the value found
     */
    record ChainBreakBody(String kind, String place, String expected, String found) {
        private static ChainBreakBody of(ChainBreak each) {
            return new ChainBreakBody(
                    ShownValue.of(each.kind()), each.place(), each.expected(), each.found());
        }
    }
}
