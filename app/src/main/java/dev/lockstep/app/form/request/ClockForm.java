package dev.lockstep.app.form.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.lockstep.app.form.FormText;
import dev.lockstep.domain.money.BoundedDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A request to set the clock of the simulator.
 *
 * @param time the new time; null leaves it
 * @param speed seconds at the exchange for each real second; null leaves it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ClockForm(@Nullable String time, @Nullable String speed) {
    /**
     * Returns the same with values as the simulator reads them.
     *
     * @throws dev.lockstep.domain.value.InvalidValueException if the speed is no number
     */
    public ClockForm checked() {
        String factor =
                FormText.given("speed", speed, "seconds at the exchange for each real second");
        return new ClockForm(
                FormText.given("time", time, "a time such as 2026-01-05T15:00:00Z"),
                factor == null ? null : BoundedDecimal.parse("speed", factor).toString());
    }
}
