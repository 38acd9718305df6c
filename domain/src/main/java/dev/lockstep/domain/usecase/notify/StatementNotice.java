package dev.lockstep.domain.usecase.notify;

import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.notification.Notification;
import dev.lockstep.domain.notification.NotificationKind;
import dev.lockstep.domain.port.notification.NotificationOutbox;
import dev.lockstep.domain.usecase.report.MakeStatement;
import dev.lockstep.domain.usecase.report.Statement;
import dev.lockstep.domain.usecase.report.StatementResult;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Raises a notice with the statement of each weekday, once it is due. A statement that was due
 * while no process ran is made up for. Not thread-safe.
 */
public final class StatementNotice {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private final MakeStatement makeStatement;
    private final NotificationOutbox outbox;
    private final InstantSource clock;
    private final LocalTime due;
    private @Nullable LocalDate done;

    /**
     * Builds the use case on its ports.
     *
     * @param due the time of day in New York at which the statement is due
     */
    public StatementNotice(
            MakeStatement makeStatement,
            NotificationOutbox outbox,
            InstantSource clock,
            LocalTime due) {
        this.makeStatement = makeStatement;
        this.outbox = outbox;
        this.clock = clock;
        this.due = due;
    }

    /** Makes the last statement that is due, unless this was done. */
    public void check() {
        LocalDate day = lastDue();
        if (!day.equals(done)) {
            switch (makeStatement.of(day)) {
                case StatementResult.Made(Statement statement) -> {
                    boolean _ = outbox.raise(notice(statement));
                    done = day;
                }
                case StatementResult.WithoutEquity _ -> done = day;
                case StatementResult.Failed _ -> {
                    // The broker is asked again at the next check.
                }
            }
        }
    }

    private LocalDate lastDue() {
        ZonedDateTime now = clock.instant().atZone(NEW_YORK);
        LocalDate day = now.toLocalDate();
        if (now.toLocalTime().isBefore(due)) {
            day = day.minusDays(1);
        }
        while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            day = day.minusDays(1);
        }
        return day;
    }

    private Notification notice(Statement statement) {
        return new Notification(
                "statement-" + statement.day(),
                NotificationKind.DAILY_STATEMENT,
                clock.instant(),
                "Statement of "
                        + statement.day()
                        + ": equity $"
                        + cents(statement.closing())
                        + ", change $"
                        + cents(statement.change()),
                "Trades and prices $"
                        + cents(statement.trading())
                        + ", unexplained $"
                        + cents(statement.unexplained())
                        + ". All of it: lockstep statement --day "
                        + statement.day(),
                Map.of(
                        "day", statement.day().toString(),
                        "equity", cents(statement.closing()),
                        "change", cents(statement.change())));
    }

    private static String cents(Money money) {
        return money.value().setScale(2, RoundingMode.HALF_EVEN).toPlainString();
    }
}
