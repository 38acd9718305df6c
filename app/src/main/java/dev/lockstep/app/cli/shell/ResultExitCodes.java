package dev.lockstep.app.cli.shell;

import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.port.broker.BrokerFault;
import dev.lockstep.domain.port.broker.CancelAnswer;
import dev.lockstep.domain.usecase.cancel.CancelResult;
import dev.lockstep.domain.usecase.close.CloseResult;
import dev.lockstep.domain.usecase.reverse.ReversalResult;
import dev.lockstep.domain.usecase.submit.ReplaceResult;
import dev.lockstep.domain.usecase.submit.SubmitResult;
import dev.lockstep.domain.usecase.sync.AdoptResult;
import org.jspecify.annotations.Nullable;

/** Exit codes for the results of changes. */
public final class ResultExitCodes {
    private ResultExitCodes() {}

    /** Returns the exit code of a submit. */
    public static ExitCode of(SubmitResult result) {
        return switch (result) {
            case SubmitResult.Submitted(Order order) -> of(order.status());
            case SubmitResult.AlreadySubmitted(Order order) -> of(order.status());
            case SubmitResult.KeyReused _, SubmitResult.Denied _ -> ExitCode.NO;
            case SubmitResult.Unrecorded _ -> ExitCode.STORE;
        };
    }

    /** Returns the exit code of a replacement. */
    public static ExitCode of(ReplaceResult result) {
        return switch (result) {
            case ReplaceResult.Sent(Order made, _) -> of(made.status());
            case ReplaceResult.AlreadySent(Order made) -> of(made.status());
            case ReplaceResult.NoSuchOrder _, ReplaceResult.KeyReused _, ReplaceResult.Denied _ ->
                    ExitCode.NO;
            case ReplaceResult.Unrecorded _ -> ExitCode.STORE;
        };
    }

    /** Returns the exit code of a cancel. */
    public static ExitCode of(CancelResult result) {
        return switch (result) {
            case CancelResult.Requested _,
                    CancelResult.CanceledHere _,
                    CancelResult.OnceResolved _,
                    CancelResult.Postponed _ ->
                    ExitCode.OK;
            case CancelResult.NoSuchOrder _, CancelResult.TooLate _, CancelResult.Refused _ ->
                    ExitCode.NO;
            case CancelResult.Unresolved _ -> ExitCode.BROKER;
            case CancelResult.Unstored _ -> ExitCode.STORE;
        };
    }

    /** Returns the exit code of the cancel of an external order; null if it was not requested. */
    public static ExitCode of(@Nullable CancelAnswer answer) {
        return switch (answer) {
            case null -> ExitCode.OK;
            case CancelAnswer.Requested _ -> ExitCode.OK;
            case CancelAnswer.Refused _, CancelAnswer.Absent _ -> ExitCode.NO;
            case CancelAnswer.Unresolved _ -> ExitCode.BROKER;
        };
    }

    /** Returns the exit code of a close. */
    public static ExitCode of(CloseResult result) {
        return switch (result) {
            case CloseResult.Gone _,
                    CloseResult.Held _,
                    CloseResult.Busy _,
                    CloseResult.Refused _ ->
                    ExitCode.NO;
            case CloseResult.Failed _ -> ExitCode.BROKER;
            case CloseResult.Closing(Order order) -> closing(order.status());
        };
    }

    /** Returns the exit code of a reversal. */
    public static ExitCode of(ReversalResult result) {
        return switch (result) {
            case ReversalResult.Denied _ -> ExitCode.NO;
            case ReversalResult.NotClosing(CloseResult close) -> of(close);
            case ReversalResult.Reversing(Order _, Order order) -> closing(order.status());
        };
    }

    /** Returns the exit code of an adoption. */
    public static ExitCode of(AdoptResult result) {
        return switch (result) {
            case AdoptResult.Adopted _, AdoptResult.Adoptable _, AdoptResult.AlreadyOurs _ ->
                    ExitCode.OK;
            case AdoptResult.NoSuchOrder _, AdoptResult.NotAdoptable _ -> ExitCode.NO;
            case AdoptResult.Failed(BrokerFault fault) ->
                    fault.kind() == BrokerFault.Kind.REFUSED ? ExitCode.NO : ExitCode.BROKER;
        };
    }

    private static ExitCode of(OrderStatus status) {
        if (status.unresolved()) {
            return ExitCode.BROKER;
        }
        return status.refused() ? ExitCode.NO : ExitCode.OK;
    }

    private static ExitCode closing(OrderStatus status) {
        if (status == OrderStatus.WAITING || status.unresolved()) {
            return ExitCode.BROKER;
        }
        return status.closed() && status != OrderStatus.FILLED ? ExitCode.NO : ExitCode.OK;
    }
}
