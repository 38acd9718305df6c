package dev.lockstep.simulator.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.exchange.TradingCalendar;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** The venue's trading day. */
public final class CalendarJson {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter SESSION = DateTimeFormatter.ofPattern("HHmm");

    private CalendarJson() {}

    public static ObjectNode of(LocalDate day, TradingCalendar calendar) {
        return Json.object()
                .put("date", day.toString())
                .put("open", CLOCK.format(TradingCalendar.OPEN))
                .put("close", CLOCK.format(calendar.close(day)))
                .put("session_open", SESSION.format(TradingCalendar.SESSION_OPEN))
                .put("session_close", SESSION.format(TradingCalendar.SESSION_CLOSE))
                .put("settlement_date", calendar.next(day).toString());
    }
}
