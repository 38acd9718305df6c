package dev.lockstep.app.cli.health;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.lockstep.app.doctor.Check;
import dev.lockstep.domain.port.maintenance.StoreStatus;
import dev.lockstep.domain.value.ShownValue;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The findings of the doctor in JSON.
 *
 * @param findings the findings
 * @param store the database
 */
record DoctorBody(List<FindingBody> findings, StoreStatusBody store) {
    /**
     * Returns the fields of findings.
     *
     * @param status the state of the database, null if it could not be read
     */
    static DoctorBody of(List<Check> checks, @Nullable StoreStatus status) {
        return new DoctorBody(
                checks.stream().map(FindingBody::of).toList(), StoreStatusBody.of(status));
    }

    /**
     * One finding.
     *
     * @param area what was checked
     * @param severity its severity
     * @param text the result
     * @param fix the remedy, empty where none is needed
     */
    record FindingBody(String area, String severity, String text, String fix) {
        private static FindingBody of(Check check) {
            return new FindingBody(
                    check.area(),
                    ShownValue.of(check.finding().severity()),
                    check.finding().text(),
                    check.finding().fix());
        }
    }

    /**
     * The state of the database, without fields if it could not be read.
     *
     * @param location the file
     * @param settings its settings and measures, by name
     * @param retries the number of writes retried because of locks
     * @param lockErrors the number of lock errors
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StoreStatusBody(
            @Nullable String location,
            @Nullable Map<String, String> settings,
            @Nullable Long retries,
            @Nullable Long lockErrors) {
        private static StoreStatusBody of(@Nullable StoreStatus status) {
            return status == null
                    ? new StoreStatusBody(null, null, null, null)
                    : new StoreStatusBody(
                            status.location(),
                            status.settings(),
                            status.retries(),
                            status.lockErrors());
        }
    }
}
