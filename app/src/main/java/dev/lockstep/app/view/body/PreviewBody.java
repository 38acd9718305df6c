package dev.lockstep.app.view.body;

import dev.lockstep.domain.risk.denial.Denial;
import java.util.List;

/**
 * What would become of an order.
 *
 * @param described the order in one line
 * @param verdict {@code approved} or {@code denied}
 * @param denials the rules that it breaks
 */
public record PreviewBody(String described, String verdict, List<DenialBody> denials) {
    /** Returns the verdict on an order. */
    public static PreviewBody of(String described, List<Denial> denials) {
        return new PreviewBody(
                described, denials.isEmpty() ? "approved" : "denied", DenialBody.of(denials));
    }
}
