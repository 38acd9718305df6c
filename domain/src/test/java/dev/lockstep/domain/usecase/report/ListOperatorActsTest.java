package dev.lockstep.domain.usecase.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.SampleOrders;
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
import dev.lockstep.domain.memory.InMemoryIncidents;
import dev.lockstep.domain.memory.InMemorySignIns;
import dev.lockstep.domain.memory.InMemoryTradingKeys;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.risk.limit.Restriction;
import dev.lockstep.domain.risk.limit.RiskChange;
import dev.lockstep.domain.risk.limit.RiskChange.Step;
import dev.lockstep.domain.risk.limit.TradingState;
import dev.lockstep.domain.usecase.FailingRepository;
import dev.lockstep.domain.usecase.report.ListOperatorActs.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** The list of decisions, with its pages. */
class ListOperatorActsTest {
    private static final RandomGenerator RANDOM = new Random(1);
    private static final Instant LATE = SampleOrders.START.plusSeconds(1_000);

    private final FailingRepository repository = new FailingRepository();
    private final InMemoryIncidents incidents = new InMemoryIncidents();
    private final InMemoryTradingKeys keys = new InMemoryTradingKeys(repository.riskControl());
    private final InMemorySignIns signIns = new InMemorySignIns();
    private final ListOperatorActs acts =
            new ListOperatorActs(repository.riskControl(), incidents, keys, signIns);

    @Test
    void halts_acknowledgements_and_keys_are_listed_newest_first_with_their_authors() {
        change(1, new Step.Restrict(Restriction.OPERATOR, TradingState.HALTED));
        Incident open = incidents.open(IncidentKind.EXTERNAL_ORDER, "AAPL", "1 order", at(0));
        incidents.acknowledge(open.number(), new Acknowledgement("bob", "by hand", at(2)));
        keys.add(key().revoked("carol", at(3)), List.of());
        signIns.add(new SignIn(SignIn.Act.SIGNED_IN, "127.0.0.1", at(4)));

        Page page = acts.before(LATE, 10);

        assertThat(page.acts())
                .extracting(OperatorAct::at)
                .isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(page.acts())
                .extracting(OperatorAct::who)
                .containsExactly("127.0.0.1", "carol", "bob", "ann", null);
        assertThat(page.next()).isNull();
    }

    @Test
    void pages_leave_nothing_out_and_repeat_nothing_where_many_acts_share_an_instant() {
        for (int second = 0; second < 9; second++) {
            change(second / 3, new Step.Restrict(Restriction.OPERATOR, state(second)));
        }
        List<OperatorAct> all = acts.before(LATE, 500).acts();

        List<OperatorAct> paged = new ArrayList<>();
        for (Instant before = LATE; before != null; ) {
            Page page = acts.before(before, 2);
            paged.addAll(page.acts());
            before = page.next();
        }

        assertThat(all).hasSize(9);
        assertThat(paged).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void one_kind_is_found_behind_many_acts_of_another_kind_and_paged_without_gaps() {
        for (int second = 0; second < 7; second++) {
            signIns.add(new SignIn(SignIn.Act.SIGNED_IN, "127.0.0.1", at(second / 3)));
        }
        for (int second = 10; second < 700; second++) {
            change(second, new Step.Restrict(Restriction.OPERATOR, state(second)));
        }

        List<OperatorAct> paged = new ArrayList<>();
        for (Instant before = LATE; before != null; ) {
            Page page = acts.before(before, 2, ActKind.SIGN_IN);
            assertThat(page.acts()).hasSizeLessThan(5);
            paged.addAll(page.acts());
            before = page.next();
        }

        assertThat(paged).hasSize(7).allMatch(act -> ActKind.of(act) == ActKind.SIGN_IN);
        assertThat(acts.before(LATE, 3, null)).isEqualTo(acts.before(LATE, 3));
    }

    private static TradingState state(int second) {
        return second % 2 == 0 ? TradingState.HALTED : TradingState.REDUCING;
    }

    private void change(int second, Step step) {
        repository.riskControl().change(new RiskChange(step, "ann", "because", at(second)));
    }

    private static Instant at(int second) {
        return SampleOrders.START.plusSeconds(second);
    }

    private static TradingKey key() {
        return new TradingKey(
                new KeyName("trend"),
                KeyId.random(RANDOM),
                SecretHash.of(KeySecret.random(RANDOM)),
                new StrategyId("trend"),
                KeyRole.TRADE,
                KeyView.ACCOUNT,
                at(0),
                at(0),
                "ann",
                null);
    }
}
