package dev.lockstep.app.cli.health;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.lockstep.app.doctor.Check;
import dev.lockstep.app.doctor.FindingsBody;
import dev.lockstep.domain.port.maintenance.StoreStatus;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The findings of the doctor in JSON.
 *
 * @param findings the findings
 * @param store the database
 */
record DoctorBody(@JsonUnwrapped FindingsBody findings, StoreStatusBody store) {
    /**
     * Returns the fields of findings.
     *
     * @param status the state of the database, null if it could not be read
     */
    static DoctorBody of(List<Check> checks, @Nullable StoreStatus status) {
        return new DoctorBody(FindingsBody.of(checks), StoreStatusBody.of(status));
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
