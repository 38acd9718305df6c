package dev.lockstep.domain.usecase.notify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.FakeAccountHistory;
import dev.lockstep.contracts.FakeBroker;
import dev.lockstep.contracts.FakeMarket;
import dev.lockstep.contracts.TestClock;
import dev.lockstep.domain.account.PortfolioHistory;
import dev.lockstep.domain.memory.InMemoryFills;
import dev.lockstep.domain.memory.InMemoryNotificationOutbox;
import dev.lockstep.domain.memory.InMemoryOrderRepository;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.notification.NotificationKind;
import dev.lockstep.domain.position.DayTrades;
import dev.lockstep.domain.risk.limit.RiskChange;
import dev.lockstep.domain.risk.limit.RiskChange.Step;
import dev.lockstep.domain.risk.limit.RiskLimit.MaxDailyLoss;
import dev.lockstep.domain.usecase.report.MakeStatement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The conditions that become notices, each once. */
class NoticesTest {
    private final TestClock clock = new TestClock();
    private final InMemoryNotificationOutbox outbox = new InMemoryNotificationOutbox();
    private final InMemoryOrderRepository repository = new InMemoryOrderRepository();
    private final FakeBroker broker = new FakeBroker();
    private final FakeAccountHistory history = new FakeAccountHistory();

    @Test
    void a_full_disk_is_reported_once_a_day() {
        DiskNotice disk = new DiskNotice(outbox, clock);
        disk.check(DiskNotice.MIN_FREE_BYTES);
        assertThat(ids()).isEmpty();

        disk.check(DiskNotice.MIN_FREE_BYTES - 1);
        disk.check(5);
        clock.pass(Duration.ofDays(1));
        disk.check(5);

        assertThat(ids()).containsExactly("disk-low-2026-01-05", "disk-low-2026-01-06");
    }

    @Test
    void a_daily_loss_is_reported_at_80_and_100_percent_of_its_limit() {
        DailyLossNotice loss = new DailyLossNotice(broker, repository, outbox, clock);
        equity("9000");
        loss.check();
        assertThat(broker.accountQuestions()).as("no limit, no request").isZero();
        repository.change(
                new RiskChange(
                        new Step.SetLimit(new MaxDailyLoss(Money.of("1000"))),
                        "ann",
                        "first",
                        clock.instant()));

        for (String equity : List.of("9201", "9200", "9100", "9000", "8000", "9999")) {
            equity(equity);
            loss.check();
        }

        assertThat(ids()).containsExactly("daily-loss-2026-01-05-80", "daily-loss-2026-01-05-100");
    }

    @Test
    void the_last_statement_that_is_due_is_reported_once_also_after_a_restart() {
        history.set(
                new PortfolioHistory(
                        null,
                        List.of(
                                point(LocalDate.of(2026, 1, 1), "10000"),
                                point(LocalDate.of(2026, 1, 2), "10037.5"))));
        equity("10100");
        statement().check();
        statement().check();
        assertThat(ids()).containsExactly("statement-2026-01-02");

        clock.pass(Duration.ofHours(8));
        StatementNotice monday = statement();
        monday.check();
        monday.check();

        assertThat(ids()).containsExactly("statement-2026-01-02", "statement-2026-01-05");
        assertThat(outbox.noticesAfter(0, 1).getFirst().notice())
                .satisfies(notice -> {
                    assertThat(notice.kind()).isEqualTo(NotificationKind.DAILY_STATEMENT);
                    assertThat(notice.title())
                            .isEqualTo("Statement of 2026-01-02: equity $10037.50, change $37.50");
                });
    }

    @Test
    void a_statement_is_tried_again_while_the_broker_does_not_answer() {
        broker.down(true);
        clock.pass(Duration.ofHours(8));
        StatementNotice monday = statement();
        monday.check();
        assertThat(ids()).isEmpty();

        broker.down(false);
        equity("10100");
        monday.check();

        assertThat(ids()).containsExactly("statement-2026-01-05");
    }

    private void equity(String now) {
        broker.equity(Money.of(now), Money.of("10000"));
    }

    private StatementNotice statement() {
        return new StatementNotice(
                new MakeStatement(
                        history,
                        broker,
                        new FakeMarket(),
                        new InMemoryFills(),
                        repository.adjustments(),
                        clock),
                outbox,
                clock,
                LocalTime.of(16, 30));
    }

    private List<String> ids() {
        return outbox.noticesAfter(0, 100).stream().map(raised -> raised.notice().id()).toList();
    }

    private static PortfolioHistory.Point point(LocalDate day, String equity) {
        return new PortfolioHistory.Point(DayTrades.startOf(day), Money.of(equity), null);
    }
}
