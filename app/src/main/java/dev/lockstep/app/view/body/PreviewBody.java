package dev.lockstep.app.view.body;

import dev.lockstep.domain.risk.denial.Denial;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What would become of an order.
 *
 * @param described the order in one line
 * @param verdict {@code approved} or {@code denied}
 * @param denials the rules that it breaks
 * @param unchecked what could not be checked, as a sentence; null if nothing was left out
 */
public record PreviewBody(
        String described, String verdict, List<DenialBody> denials, @Nullable String unchecked) {
    /** Returns the verdict on an order. */
    public static PreviewBody of(
            String described, List<Denial> denials, Optional<String> unchecked) {
        return new PreviewBody(
                described,
                denials.isEmpty() ? "approved" : "denied",
                DenialBody.of(denials),
                unchecked.orElse(null));
    }
}
