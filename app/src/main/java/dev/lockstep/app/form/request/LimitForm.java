package dev.lockstep.app.form.request;

import dev.lockstep.app.form.FormText;
import dev.lockstep.domain.risk.limit.LimitName;
import dev.lockstep.domain.risk.limit.RiskLimit;
import dev.lockstep.domain.value.InvalidValueException;
import org.jspecify.annotations.Nullable;

/**
 * A request to set a limit.
 *
 * @param value its value, such as {@code 10000}
 * @param reason why, stored with the change
 */
public record LimitForm(@Nullable String value, @Nullable String reason) {
    /**
     * Returns the limit.
     *
     * @throws InvalidValueException if the value is absent or wrong
     */
    public RiskLimit limit(LimitName name) {
        return name.read(FormText.required("value", value, name.expected()));
    }

    /**
     * Returns the reason.
     *
     * @throws InvalidValueException if it is absent
     */
    public String why() {
        return FormText.reason(reason);
    }
}
