package dev.lockstep.app.web.answer;

import dev.lockstep.app.view.FaultText;
import dev.lockstep.domain.port.broker.BrokerFault;
import dev.lockstep.domain.port.broker.FetchResult;

/** Ends a request with an error response. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    /** Ends it with this problem. */
    public ProblemException(Problem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    /** Returns the broker could not be asked, which is no answer and never an empty one. */
    public static ProblemException of(BrokerFault fault) {
        return new ProblemException(Problem.coded(503, "broker", FaultText.of(fault)));
    }

    /** Returns a 404. */
    public static ProblemException notFound(String what) {
        return new ProblemException(Problem.of(404, what));
    }

    /** Returns the value; ends the request if the fetch failed. */
    public static <T> T complete(FetchResult<T> fetched) {
        return switch (fetched) {
            case FetchResult.Complete<T>(T value) -> value;
            case FetchResult.Failed<T>(BrokerFault fault) -> throw of(fault);
        };
    }

    /** Returns the problem. */
    public Problem problem() {
        return problem;
    }
}
