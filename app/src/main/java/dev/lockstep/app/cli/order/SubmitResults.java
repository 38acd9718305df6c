package dev.lockstep.app.cli.order;

import dev.lockstep.app.cli.shell.CommandResult;
import dev.lockstep.app.cli.shell.ResultExitCodes;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.view.change.SubmitView;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.risk.denial.Denial;
import dev.lockstep.domain.usecase.submit.SubmitResult;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Describes the results of single submissions. */
final class SubmitResults {
    private SubmitResults() {}

    /** Submits an order; a store that fails is a result too, for other orders may follow. */
    static CommandResult<SubmitView> of(Supplier<SubmitResult> submission) {
        try {
            return of(submission.get());
        } catch (RepositoryException failed) {
            return new CommandResult<>(SubmitView.of(failed), ExitCode.STORE);
        }
    }

    /**
     * Returns the result of a dry run, by the rules that the order would break.
     *
     * @param unchecked says what could not be checked
     */
    static CommandResult<SubmitView> checked(
            List<Denial> denials, Supplier<Optional<String>> unchecked) {
        return denials.isEmpty()
                ? new CommandResult<>(
                        unchecked.get().map(SubmitView::dryRun).orElseGet(SubmitView::dryRun),
                        ExitCode.OK)
                : new CommandResult<>(SubmitView.denied(denials), ExitCode.NO);
    }

    /** Returns the result of a dry run under the key of an order, which is not submitted again. */
    static CommandResult<SubmitView> underTheKeyOf(Order order, NewOrder terms) {
        return of(
                order.terms().equals(terms)
                        ? new SubmitResult.AlreadySubmitted(order)
                        : new SubmitResult.KeyReused(order));
    }

    /** Returns the result of a row of a file that is no order. */
    static CommandResult<SubmitView> badRow(String fault) {
        return new CommandResult<>(new SubmitView("bad_row", fault, null), ExitCode.NO);
    }

    private static CommandResult<SubmitView> of(SubmitResult result) {
        return new CommandResult<>(SubmitView.of(result), ResultExitCodes.of(result));
    }
}
