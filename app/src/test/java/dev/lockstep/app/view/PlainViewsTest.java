package dev.lockstep.app.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.SampleAdjustments;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.access.HookField;
import dev.lockstep.domain.access.HookTemplate;
import dev.lockstep.domain.access.KeyId;
import dev.lockstep.domain.access.KeyName;
import dev.lockstep.domain.access.KeyRole;
import dev.lockstep.domain.access.KeySecret;
import dev.lockstep.domain.access.KeyView;
import dev.lockstep.domain.access.SecretHash;
import dev.lockstep.domain.access.TradingKey;
import dev.lockstep.domain.account.Account;
import dev.lockstep.domain.account.AccountRestriction;
import dev.lockstep.domain.adjustment.Adjustment;
import dev.lockstep.domain.adjustment.AdjustmentKind;
import dev.lockstep.domain.incident.Acknowledgement;
import dev.lockstep.domain.incident.Incident;
import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.ReportedStatus;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.port.broker.BrokerFault;
import dev.lockstep.domain.port.store.Adjustments.Entry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rows of incidents, external orders, adjustments, keys and accounts. */
class PlainViewsTest {
    private static final Instant AT = Instant.parse("2026-01-05T14:30:00Z");
    private static final Incident OPEN =
            Incident.opened(7, IncidentKind.POSITION_MISMATCH, "AAPL", "10 here, 8 there", AT);

    @ParameterizedTest
    @CsvSource({
        "SERVER_ERROR, broker: server error: 503",
        "RATE_LIMITED, broker: rate limited: 503",
        "UNREACHABLE, broker: unreachable: 503"
    })
    void a_fault_is_one_line_in_words(BrokerFault.Kind kind, String text) {
        assertThat(FaultText.of(new BrokerFault(kind, "503", Evidence.local("test"))))
                .isEqualTo(text);
    }

    @Test
    void an_incident_says_who_acknowledged_it_or_how_it_ended() {
        Acknowledgement seen = new Acknowledgement("ann", "known", AT.plusSeconds(5));

        assertThat(incident(OPEN)).endsWith("2026-01-05 14:30:00Z          10 here, 8 there");
        assertThat(incident(OPEN.acknowledged(seen)))
                .endsWith("10 here, 8 there (acknowledged by ann: known)");
        assertThat(incident(OPEN.acknowledged(seen).closed("both 10", AT.plusSeconds(9))))
                .contains("2026-01-05 14:30:09Z")
                .endsWith("10 here, 8 there (both 10)");
    }

    @Test
    void an_external_order_without_supported_terms_shows_its_side_and_symbol() {
        BrokerOrder order =
                SampleOrders.like(
                                SampleOrders.atBroker(
                                        new SampleOrders().intent(), OrderStatus.NEW, "0"))
                        .status(new ReportedStatus.Unrecognized("calculated"))
                        .order();

        assertThat(external(order)).contains("buy 10 AAPL market day  calculated");
        assertThat(external(SampleOrders.like(order).withoutTerms().order()))
                .contains("buy AAPL, with terms that Lockstep does not support  calculated");
    }

    @Test
    void an_adjustment_is_empty_where_it_has_no_instrument_and_no_price() {
        Adjustment split = SampleAdjustments.of("a-1", AdjustmentKind.FEE, null, "0", "-1.25");

        assertThat(adjustment(split)).matches("3 +2026-01-05 14:30:10Z +fee +FEE +0 +-\\$1\\.25");
        assertThat(
                        adjustment(
                                SampleAdjustments.priced(
                                        SampleAdjustments.of(
                                                "a-2", AdjustmentKind.FEE, "AAPL", "0", "-1"),
                                        "12.5")))
                .contains("AAPL", "12.5");
    }

    @Test
    void a_hook_shows_its_template_in_one_line_and_whether_it_is_valid() {
        HookTemplate template =
                new HookTemplate(Map.of(HookField.QTY, "/qty", HookField.TYPE, "=market"));

        assertThat(hook(null, template))
                .matches("tv +trend +qty: /qty, type: =market +valid +2026-01-05 14:30:01Z +ann");
        assertThat(hook(AT, HookTemplate.DEFAULT)).matches("tv +trend +default +revoked .*");
    }

    @Test
    void a_key_shows_its_id_role_and_view_and_never_its_secret() {
        TradingKey key = key(null, null);

        assertThat(TradingKeyView.table(List.of(key)).lines().getLast())
                .matches("tv +" + key.id() + " +trend +trade +strategy +valid .* ann");
    }

    @Test
    void an_account_shows_why_it_cannot_trade_before_mere_notices() {
        Account account =
                new Account(
                        "PA3",
                        "ACTIVE",
                        Money.of("1000000.005"),
                        Money.ZERO,
                        Money.of("-3"),
                        null,
                        null,
                        Set.of(
                                AccountRestriction.TRANSFERS_BLOCKED,
                                AccountRestriction.ACCOUNT_BLOCKED));

        assertThat(AccountView.table(account).lines())
                .containsExactly(
                        "account       PA3",
                        "status        ACTIVE",
                        "cash          $1,000,000.00",
                        "equity        $0.00",
                        "buying power  -$3.00",
                        "restricted    The broker has blocked this account: it accepts no orders.",
                        "restricted    The broker has blocked transfers of money; trading is"
                                + " possible.");
    }

    private static String incident(Incident incident) {
        Table table = IncidentView.table();
        IncidentView.addRow(table, incident);
        assertThat(table.lines().getLast()).startsWith("     7  position_mismatch  AAPL");
        return table.lines().getLast();
    }

    private static String external(BrokerOrder order) {
        return ExternalView.table(List.of(order)).lines().getLast();
    }

    private static String adjustment(Adjustment adjustment) {
        Table table = AdjustmentView.table();
        AdjustmentView.addRow(table, new Entry(3, adjustment));
        return table.lines().getLast().strip();
    }

    private static String hook(@Nullable Instant revokedAt, HookTemplate template) {
        return TradingKeyView.hooks(List.of(key(revokedAt, template))).lines().getLast();
    }

    private static TradingKey key(@Nullable Instant revokedAt, @Nullable HookTemplate template) {
        SplittableRandom random = new SplittableRandom(7);
        return new TradingKey(
                new KeyName("tv"),
                KeyId.random(random),
                SecretHash.of(KeySecret.random(random)),
                new StrategyId("trend"),
                KeyRole.TRADE,
                KeyView.STRATEGY,
                AT,
                AT.plusSeconds(1),
                "ann",
                revokedAt,
                template);
    }
}
