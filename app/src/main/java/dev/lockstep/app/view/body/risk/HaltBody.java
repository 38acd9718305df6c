package dev.lockstep.app.view.body.risk;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.lockstep.app.view.body.CancelBody;
import dev.lockstep.app.view.body.UnreadableBody;
import dev.lockstep.app.view.body.position.CloseBody;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The results of a halt. A part that was not requested is null.
 *
 * @param stored whether the halt is stored, so that every process obeys it
 * @param rules the rules now; null, and then without its fields, if they could not be read
 * @param canceled the results of the cancels
 * @param externalOrders the number of external orders whose cancel was requested; null if they
 *     could not be listed
 * @param closing the closing orders that were sent now
 * @param flat whether no position is left and no order may open one
 * @param left the instruments that are not flat, and why; null if unknown
 * @param unreadable the positions at the broker that cannot be read; null if unknown
 * @param unanswered ids of orders that were sent before the halt and are unanswered
 * @param text what is left to do; empty if nothing is
 */
public record HaltBody(
        boolean stored,
        @JsonUnwrapped @Nullable RiskBody rules,
        @Nullable List<CancelBody> canceled,
        @Nullable Integer externalOrders,
        @Nullable List<CloseBody> closing,
        @Nullable Boolean flat,
        @Nullable List<CloseBody> left,
        @Nullable List<UnreadableBody> unreadable,
        List<String> unanswered,
        String text) {}
