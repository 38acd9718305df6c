package dev.lockstep.domain.usecase.report;

import dev.lockstep.domain.port.broker.BrokerFault;
import java.time.LocalDate;

/** The result of making a statement. */
public sealed interface StatementResult {
    /**
     * It was made.
     *
     * @param statement the statement
     */
    record Made(Statement statement) implements StatementResult {}

    /**
     * The broker reports no equity at the end of the day, or none before it, so there is nothing to
     * compare with.
     *
     * @param day the day
     */
    record WithoutEquity(LocalDate day) implements StatementResult {}

    /**
     * The broker could not be asked.
     *
     * @param fault why
     */
    record Failed(BrokerFault fault) implements StatementResult {}
}
