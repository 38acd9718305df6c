package dev.lockstep.app.web.answer;

import dev.lockstep.app.view.FaultText;
import dev.lockstep.domain.port.broker.BrokerFault;
import dev.lockstep.domain.port.broker.FetchResult;

/** Ends a request that is not carried out. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    /** Ends it with this problem. */
    public ProblemException(Problem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    /** The broker could not be asked, which is no answer and never an empty one. */
    public static ProblemException of(BrokerFault fault) {
        return new ProblemException(Problem.coded(503, "BROKER", FaultText.of(fault)));
    }

    /** Nobody here has it. */
    public static ProblemException notFound(String what) {
        return new ProblemException(Problem.of(404, what));
    }

    /** What was asked for, or the end of the request. */
    public static <T> T complete(FetchResult<T> fetched) {
        return switch (fetched) {
            case FetchResult.Complete<T>(T value) -> value;
            case FetchResult.Failed<T>(BrokerFault fault) -> throw of(fault);
        };
    }

    /** The problem. */
    public Problem problem() {
        return problem;
    }
}
