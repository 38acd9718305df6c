package dev.lockstep.app.view.report;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.lockstep.app.view.body.UnreadableBody;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Profits and why a price may be missing.
 *
 * @param profit the profits
 * @param unreadable the positions at the broker that cannot be read
 * @param fault why the broker could not be asked, null if it could
 */
public record ProfitReportBody(
        @JsonUnwrapped ProfitBody profit,
        List<UnreadableBody> unreadable,
        @Nullable String fault) {}
