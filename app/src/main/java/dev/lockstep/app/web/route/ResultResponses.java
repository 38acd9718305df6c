package dev.lockstep.app.web.route;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.app.view.OrderName;
import dev.lockstep.app.view.change.AdoptView;
import dev.lockstep.app.view.change.CancelView;
import dev.lockstep.app.view.change.CloseView;
import dev.lockstep.app.view.change.ReplaceView;
import dev.lockstep.app.view.change.ReversalView;
import dev.lockstep.app.view.change.SubmitView;
import dev.lockstep.app.web.answer.Answer;
import dev.lockstep.app.web.answer.JsonBody;
import dev.lockstep.app.web.answer.Problem;
import dev.lockstep.app.web.answer.ProblemException;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.port.broker.BrokerFault;
import dev.lockstep.domain.usecase.cancel.CancelResult;
import dev.lockstep.domain.usecase.close.CloseResult;
import dev.lockstep.domain.usecase.reverse.ReversalResult;
import dev.lockstep.domain.usecase.submit.ReplaceResult;
import dev.lockstep.domain.usecase.submit.SubmitResult;
import dev.lockstep.domain.usecase.sync.AdoptResult;
import dev.lockstep.domain.value.ShownValue;

/** HTTP responses for results; a refused request is a problem. */
final class ResultResponses {
    private static final int CREATED = 201;
    private static final int OK = 200;

    private ResultResponses() {}

    /** Returns the response to a submit. */
    static Answer submitted(SubmitResult result) {
        SubmitView view = SubmitView.of(result);
        return switch (result) {
            case SubmitResult.Submitted(Order order) ->
                    sent(order.status(), CREATED, view.text(), view.json());
            case SubmitResult.AlreadySubmitted(Order order) ->
                    sent(order.status(), OK, view.text(), view.json());
            case SubmitResult.KeyReused _ -> keyReused(view.text(), view.json());
            case SubmitResult.Denied _ -> refused(422, "denied", view.text(), view.json());
            case SubmitResult.Unrecorded _ -> Answer.accepted(view.json());
        };
    }

    /** Returns the response to a replacement. */
    static Answer replaced(ReplaceResult result, Order old) {
        ReplaceView view = ReplaceView.of(result, old);
        return switch (result) {
            case ReplaceResult.NoSuchOrder _ -> throw ProblemException.notFound(view.text());
            case ReplaceResult.Sent(Order made, _) ->
                    sent(made.status(), OK, view.text(), view.json());
            case ReplaceResult.AlreadySent(Order made) ->
                    sent(made.status(), OK, view.text(), view.json());
            case ReplaceResult.KeyReused _ -> keyReused(view.text(), view.json());
            case ReplaceResult.Denied _ -> refused(422, "denied", view.text(), view.json());
            case ReplaceResult.Unrecorded _ -> Answer.accepted(view.json());
        };
    }

    /** Returns the response to a cancel. */
    static Answer canceled(CancelResult result, CancelView view) {
        return switch (result) {
            case CancelResult.NoSuchOrder _ -> throw noSuchOrder(view.name());
            case CancelResult.TooLate _ -> refused(409, "too_late", view.text(), view.json());
            case CancelResult.Refused _ -> refused(422, "refused", view.text(), view.json());
            case CancelResult.Unstored _ -> refused(503, "store", view.text(), view.json());
            case CancelResult.Requested _,
                    CancelResult.CanceledHere _,
                    CancelResult.OnceResolved _,
                    CancelResult.Postponed _,
                    CancelResult.Unresolved _ ->
                    Answer.accepted(view.json());
        };
    }

    /** Returns the response for an unknown order. */
    static ProblemException noSuchOrder(String name) {
        return ProblemException.notFound(OrderName.missing(name));
    }

    /** Returns the response to a close. */
    static Answer closed(Symbol symbol, CloseResult result) {
        CloseView view = CloseView.of(symbol, result);
        return switch (result) {
            case CloseResult.Gone _ -> refused(422, "gone", view.text(), view.json());
            case CloseResult.Failed(BrokerFault fault) -> throw ProblemException.of(fault);
            case CloseResult.Held _ -> refused(422, "held", view.text(), view.json());
            case CloseResult.Busy _ -> refused(422, "busy", view.text(), view.json());
            case CloseResult.Refused _ -> refused(422, "refused", view.text(), view.json());
            case CloseResult.Closing(Order order) -> closing(order.status(), view);
        };
    }

    /** Returns the response to a reversal. */
    static Answer reversed(Symbol symbol, ReversalResult result) {
        ReversalView view = ReversalView.of(symbol, result);
        return switch (result) {
            case ReversalResult.Denied _ -> refused(422, "denied", view.text(), view.json());
            case ReversalResult.NotClosing(CloseResult.Failed(BrokerFault fault)) ->
                    throw ProblemException.of(fault);
            case ReversalResult.NotClosing _ ->
                    refused(422, view.result(), view.text(), view.json());
            case ReversalResult.Reversing(Order _, Order order) -> reversing(order.status(), view);
        };
    }

    private static Answer reversing(OrderStatus status, ReversalView view) {
        if (status == OrderStatus.WAITING || status.unresolved()) {
            return Answer.accepted(view.json());
        }
        return ReversalView.opens(status)
                ? Answer.ok(view.json())
                : refused(422, "not_reversed", view.text(), view.json());
    }

    private static Answer closing(OrderStatus status, CloseView view) {
        if (status == OrderStatus.WAITING || status.unresolved()) {
            return Answer.accepted(view.json());
        }
        return status.closed() && status != OrderStatus.FILLED
                ? refused(422, "not_closed", view.text(), view.json())
                : Answer.ok(view.json());
    }

    /** Returns the response to an adoption. */
    static Answer adopted(BrokerOrderId id, AdoptResult result) {
        AdoptView view = AdoptView.of(id, result);
        return switch (result) {
            case AdoptResult.Adopted _, AdoptResult.Adoptable _, AdoptResult.AlreadyOurs _ ->
                    Answer.ok(view.json());
            case AdoptResult.NoSuchOrder _ -> throw ProblemException.notFound(view.text());
            case AdoptResult.NotAdoptable _ -> refused(422, "refused", view.text(), view.json());
            case AdoptResult.Failed(BrokerFault fault) -> notAdopted(fault, view);
        };
    }

    /** Returns a refusal with the broker's reason; without its answer it is unavailable. */
    private static Answer notAdopted(BrokerFault fault, AdoptView view) {
        return switch (fault.kind()) {
            case REFUSED, UNREADABLE -> refused(422, "refused", view.text(), view.json());
            case UNREACHABLE, TIMEOUT, SERVER_ERROR, UNAUTHORIZED, RATE_LIMITED ->
                    throw ProblemException.of(fault);
        };
    }

    /** Returns the response for an order that was sent to the broker. */
    private static Answer sent(OrderStatus status, int accepted, String text, Record body) {
        if (status.unresolved()) {
            return Answer.accepted(body);
        }
        return status.refused()
                ? refused(422, ShownValue.of(status), text, body)
                : Answer.of(accepted, body);
    }

    private static Answer keyReused(String text, Record body) {
        return refused(409, "key_reused", text, body);
    }

    /** Returns the whole outcome, with the members of a problem. */
    static Answer refused(int status, String code, String text, Record body) {
        ObjectNode whole = JsonBody.tree(body);
        whole.setAll(Problem.coded(status, code, text).json(""));
        whole.remove("requestId");
        return new Answer(status, whole);
    }
}
