package dev.lockstep.app.view.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.lockstep.app.view.report.AuditBody.ActBody;
import dev.lockstep.domain.access.KeyId;
import dev.lockstep.domain.access.KeyName;
import dev.lockstep.domain.access.KeyRole;
import dev.lockstep.domain.access.KeySecret;
import dev.lockstep.domain.access.KeyView;
import dev.lockstep.domain.access.SecretHash;
import dev.lockstep.domain.access.SignIn;
import dev.lockstep.domain.access.TradingKey;
import dev.lockstep.domain.incident.Acknowledgement;
import dev.lockstep.domain.incident.Incident;
import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.risk.limit.LimitName;
import dev.lockstep.domain.risk.limit.RiskChange;
import dev.lockstep.domain.usecase.report.ListOperatorActs.Page;
import dev.lockstep.domain.usecase.report.OperatorAct;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The decisions of operators in words. */
class AuditBodyTest {
    private static final Instant AT = Instant.parse("2026-01-05T14:30:00Z");
    private static final String TIME = "2026-01-05T14:30:00Z";

    static Stream<Arguments> acts() {
        return Stream.of(
                arguments(
                        signIn(SignIn.Act.SIGNED_IN),
                        new ActBody(TIME, "sign_in", "signed in to the screen", "::1", "")),
                arguments(
                        signIn(SignIn.Act.SIGNED_OUT),
                        new ActBody(TIME, "sign_in", "signed out of the screen", "::1", "")),
                arguments(
                        signIn(SignIn.Act.REFUSED),
                        new ActBody(TIME, "sign_in", "wrong token refused", "::1", "")),
                arguments(
                        new OperatorAct.RiskChanged(
                                new RiskChange(
                                        new RiskChange.Step.ClearLimit(LimitName.MAX_ORDER_VALUE),
                                        "ann",
                                        "test",
                                        AT)),
                        new ActBody(TIME, "risk", "max-order-value not set", "ann", "test")),
                arguments(
                        new OperatorAct.Acknowledged(
                                Incident.opened(
                                        7, IncidentKind.POSITION_MISMATCH, "AAPL", "10, 8", AT),
                                AT,
                                "ann",
                                "known"),
                        new ActBody(
                                TIME,
                                "incident",
                                "incident 7 acknowledged: position_mismatch AAPL",
                                "ann",
                                "known")),
                arguments(
                        new OperatorAct.Acknowledged(
                                Incident.opened(8, IncidentKind.LOST_ORDER, "1", "found", AT)
                                        .closedByHand(new Acknowledgement("ann", "checked", AT)),
                                AT,
                                "ann",
                                "checked"),
                        new ActBody(
                                TIME,
                                "incident",
                                "incident 8 closed: lost_order 1",
                                "ann",
                                "checked")),
                arguments(
                        new OperatorAct.KeyChanged(key(), OperatorAct.KeyChange.REVOKED, AT, null),
                        new ActBody(TIME, "key", "key tv revoked", null, "")));
    }

    @ParameterizedTest
    @MethodSource("acts")
    void each_act_has_a_kind_its_words_and_its_author(OperatorAct act, ActBody body) {
        assertThat(AuditBody.of(new Page(List.of(act), null)).acts()).containsExactly(body);
    }

    @Test
    void the_next_page_begins_at_a_time_and_the_last_one_has_none_after_it() {
        assertThat(AuditBody.of(new Page(List.of(), AT)).next()).isEqualTo(TIME);
        assertThat(AuditBody.of(new Page(List.of(), null)).next()).isNull();
    }

    private static OperatorAct signIn(SignIn.Act act) {
        return new OperatorAct.SignedIn(new SignIn(act, "::1", AT));
    }

    private static TradingKey key() {
        SplittableRandom random = new SplittableRandom(7);
        return new TradingKey(
                new KeyName("tv"),
                KeyId.random(random),
                SecretHash.of(KeySecret.random(random)),
                new StrategyId("trend"),
                KeyRole.TRADE,
                KeyView.STRATEGY,
                AT,
                AT,
                "ann",
                null);
    }
}
