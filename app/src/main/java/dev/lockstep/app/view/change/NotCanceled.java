package dev.lockstep.app.view.change;

import dev.lockstep.domain.port.broker.CancelAnswer;
import dev.lockstep.domain.usecase.cancel.CancelAllResult;
import dev.lockstep.domain.usecase.cancel.CancelResult;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The orders whose cancel the broker refused and that is not pursued, each in one line. */
public final class NotCanceled {
    private NotCanceled() {}

    /** Returns the lines; empty where every cancel was accepted or is pursued. */
    public static List<String> texts(CancelAllResult result) {
        List<String> texts = new ArrayList<>();
        for (CancelResult each : result.ours()) {
            if (each instanceof CancelResult.Refused refused) {
                texts.add("order " + refused.order().id() + " is not canceled: " + refused.text());
            }
            if (each instanceof CancelResult.Unstored unstored) {
                texts.add("order " + unstored.order().id() + ": " + unstored.text());
            }
        }
        for (CancelAllResult.External external : result.external()) {
            String reason = reason(external.answer());
            if (!reason.isEmpty()) {
                texts.add("external order " + external.id() + " may not be canceled: " + reason);
            }
        }
        return texts;
    }

    private static String reason(@Nullable CancelAnswer answer) {
        return switch (answer) {
            case null -> "the cancel was not requested";
            case CancelAnswer.Requested _ -> "";
            case CancelAnswer.Refused refused -> refused.text();
            case CancelAnswer.Absent absent -> absent.evidence().summary();
            case CancelAnswer.Unresolved missing -> missing.text();
        };
    }
}
