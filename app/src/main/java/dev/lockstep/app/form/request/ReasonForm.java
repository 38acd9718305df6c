package dev.lockstep.app.form.request;

import dev.lockstep.app.form.FormText;
import org.jspecify.annotations.Nullable;

/**
 * A request that needs a reason only.
 *
 * @param reason why, stored with the change
 */
public record ReasonForm(@Nullable String reason) {
    /**
     * Returns the reason.
     *
     * @throws dev.lockstep.domain.value.InvalidValueException if it is absent
     */
    public String why() {
        return FormText.reason(reason);
    }
}
