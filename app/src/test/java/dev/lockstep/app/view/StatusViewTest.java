package dev.lockstep.app.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.app.config.TradingMode;
import dev.lockstep.app.view.body.BodyTree;
import dev.lockstep.domain.account.Account;
import dev.lockstep.domain.account.AccountRestriction;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.port.broker.LinkStatus;
import dev.lockstep.domain.port.broker.StreamStatus;
import dev.lockstep.domain.port.store.LoopReport;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class StatusViewTest {
    private static final Instant NOW = Instant.parse("2026-01-05T14:30:00Z");
    private static final LinkStatus LINK =
            new LinkStatus(
                    Duration.ofMillis(42), NOW, 187L, LinkStatus.Breaker.HALF_OPEN, "503 at GET");

    private static final Account ACCOUNT =
            new Account(
                    "PA3",
                    "ACTIVE",
                    Money.ZERO,
                    Money.ZERO,
                    Money.ZERO,
                    null,
                    null,
                    Set.of(AccountRestriction.TRADING_BLOCKED));

    @Test
    void latency_budget_breaker_and_the_age_of_news_and_sync_are_shown() {
        assertThat(view(Optional.of(report(NOW.plusSeconds(7), ""))).table().lines())
                .containsExactly(
                        "mode             paper",
                        "broker           https://paper",
                        "answers          yes",
                        "latency          42ms",
                        "requests left    187 in this minute",
                        "circuit breaker  half_open",
                        "last trouble     503 at GET",
                        "trading loop     process 7, last report 3s ago",
                        "live events      listening, since 1m ago",
                        "last good sync   8s ago",
                        "orders are       fresh");
    }

    @Test
    void orders_that_were_not_compared_for_long_are_said_to_be_old_and_why() {
        assertThat(view(Optional.of(report(NOW.minusSeconds(1), "timeout"))).table().lines())
                .contains("orders are        too old to be trusted", "last sync failed  timeout");
    }

    @Test
    void a_broker_that_does_not_answer_is_shown_with_the_reason() {
        StatusView silent =
                new StatusView(
                        TradingMode.PAPER, "", "timeout", ACCOUNT, LINK, Optional.empty(), NOW);

        assertThat(silent.table().lines())
                .contains(
                        "broker           none",
                        "answers          no: timeout",
                        "account          The broker has blocked trading on this account: it"
                                + " accepts no orders.");
    }

    @Test
    void the_stream_is_unknown_once_the_loop_reports_no_more() {
        StatusView view = view(Optional.of(report(NOW.minusSeconds(1), "")));

        assertThat(view.table().lines())
                .anySatisfy(line ->
                        assertThat(line)
                                .contains("live events", "unknown: the loop does not report"));
        assertThat(BodyTree.of(view.json()).at("/stream/state").asText()).isEqualTo("unknown");
    }

    @Test
    void programs_get_the_same_in_milliseconds() {
        assertThat(BodyTree.of(view(Optional.of(report(NOW.plusSeconds(7), "timeout"))).json()))
                .hasToString(
                        """
                        {"mode":"paper","address":"https://paper","broker":{"reachable":true,\
                        "fault":null,"latencyMillis":42,"answeredAt":"2026-01-05T14:30:00Z",\
                        "requestsLeft":187,"breaker":"half_open","trouble":"503 at GET",\
                        "tradingBlocked":null,"restrictions":[]},\
                        "stream":{"state":"listening","since":"2026-01-05T14:29:00Z"},\
                        "sync":{"goodAt":"2026-01-05T14:29:52Z","ageMillis":8000,"fresh":true,\
                        "failure":"timeout"},\
                        "loop":{"owner":"process 7","reportedAt":"2026-01-05T14:29:57Z"}}\
                        """);
        assertThat(
                        BodyTree.of(
                                new StatusView(
                                                TradingMode.SIM,
                                                "",
                                                "not running",
                                                ACCOUNT,
                                                new LinkStatus(
                                                        null,
                                                        null,
                                                        null,
                                                        LinkStatus.Breaker.CLOSED,
                                                        ""),
                                                Optional.empty(),
                                                NOW)
                                        .json()))
                .hasToString(
                        """
                        {"mode":"sim","address":null,"broker":{"reachable":false,\
                        "fault":"not running","latencyMillis":null,"answeredAt":null,\
                        "requestsLeft":null,"breaker":"closed","trouble":null,\
                        "tradingBlocked":true,\
                        "restrictions":["The broker has blocked trading on this account: it accepts no \
                        orders."]},"stream":{"state":"stopped","since":null},\
                        "sync":{"goodAt":null,"ageMillis":null,"fresh":false,"failure":null},\
                        "loop":null}\
                        """);
    }

    @Test
    void a_folder_on_which_no_loop_has_run_says_so() {
        assertThat(view(Optional.empty()).table().lines())
                .contains("live events      none: no trading loop has run on this folder");
        assertThat(view(Optional.empty()).json().loop()).isNull();
    }

    private static StatusView view(Optional<LoopReport> loop) {
        return new StatusView(TradingMode.PAPER, "https://paper", "", null, LINK, loop, NOW);
    }

    private static LoopReport report(Instant staleAt, String trouble) {
        return new LoopReport(
                "process 7",
                NOW.minusSeconds(3),
                new LoopReport.GoodSync(NOW.minusSeconds(8), Duration.ofMillis(20), 0),
                staleAt,
                trouble,
                StreamStatus.State.LISTENING,
                NOW.minusSeconds(60));
    }
}
