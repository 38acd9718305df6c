package dev.lockstep.app.view.report;

import dev.lockstep.app.view.RiskView;
import dev.lockstep.domain.access.SignIn;
import dev.lockstep.domain.access.TradingKey;
import dev.lockstep.domain.incident.Incident;
import dev.lockstep.domain.risk.limit.RiskChange;
import dev.lockstep.domain.usecase.report.ListOperatorActs.Page;
import dev.lockstep.domain.usecase.report.OperatorAct;
import dev.lockstep.domain.usecase.report.OperatorAct.KeyChange;
import dev.lockstep.domain.value.ShownValue;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the acts of operators and watchdogs in JSON.
 *
 * @param acts newest first
 * @param next the value of before for the next page, null at the end
 */
public record AuditBody(List<ActBody> acts, @Nullable String next) {
    public AuditBody {
        acts = List.copyOf(acts);
    }

    /** Returns the body of a page. */
    public static AuditBody of(Page page) {
        Instant next = page.next();
        return new AuditBody(
                page.acts().stream().map(ActBody::of).toList(),
                next == null ? null : next.toString());
    }

    /**
     * One decision.
     *
     * @param at when
     * @param kind {@code risk}, {@code incident}, {@code key} or {@code sign_in}
     * @param what the act in words
     * @param who its author, null if it is not stored
     * @param why the reason, empty if none is stored
     */
    public record ActBody(String at, String kind, String what, @Nullable String who, String why) {
        private static ActBody of(OperatorAct act) {
            return switch (act) {
                case OperatorAct.SignedIn(SignIn signIn) ->
                        new ActBody(
                                signIn.at().toString(),
                                "sign_in",
                                described(signIn.act()),
                                signIn.client(),
                                "");
                case OperatorAct.RiskChanged(RiskChange change) ->
                        new ActBody(
                                change.at().toString(),
                                "risk",
                                RiskView.described(change.step()),
                                change.who(),
                                change.why());
                case OperatorAct.Acknowledged(
                                Incident incident,
                                Instant at,
                                String who,
                                String why) ->
                        new ActBody(
                                at.toString(),
                                "incident",
                                "incident "
                                        + incident.number()
                                        + (incident.closedByHand()
                                                ? " closed: "
                                                : " acknowledged: ")
                                        + ShownValue.of(incident.kind())
                                        + " "
                                        + incident.subject(),
                                who,
                                why);
                case OperatorAct.KeyChanged(
                                TradingKey key,
                                KeyChange change,
                                Instant at,
                                @Nullable String who) ->
                        new ActBody(
                                at.toString(),
                                "key",
                                key.kind().word() + " " + key.name() + " " + ShownValue.of(change),
                                who,
                                "");
            };
        }

        private static String described(SignIn.Act act) {
            return switch (act) {
                case SIGNED_IN -> "signed in to the screen";
                case SIGNED_OUT -> "signed out of the screen";
                case REFUSED -> "wrong token refused";
            };
        }
    }
}
