package dev.lockstep.simulator.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.exchange.hours.ExchangeCalendar;
import dev.lockstep.simulator.exchange.market.StockMarket;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** JSON of Alpaca's trading day. */
public final class CalendarJson {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter SESSION = DateTimeFormatter.ofPattern("HHmm");

    private CalendarJson() {}

    public static ObjectNode of(LocalDate day, ExchangeCalendar calendar) {
        return Json.object()
                .put("date", day.toString())
                .put("open", CLOCK.format(ExchangeCalendar.OPEN))
                .put("close", CLOCK.format(calendar.close(day)))
                .put("session_open", SESSION.format(ExchangeCalendar.SESSION_OPEN))
                .put("session_close", SESSION.format(calendar.sessionClose(day)))
                .put("settlement_date", calendar.next(day).toString());
    }

    /** Renders the trading days of one market with session times in the given zone. */
    public static ObjectNode of(
            StockMarket market, List<LocalDate> days, ExchangeCalendar calendar, ZoneId zone) {
        ObjectNode json = Json.object();
        json.set("market", MarketJson.of(market));
        json.set(
                "calendar",
                days.stream().collect(Json.toArray(day -> sessions(day, calendar, zone))));
        return json;
    }

    private static ObjectNode sessions(LocalDate day, ExchangeCalendar calendar, ZoneId zone) {
        String pre = time(day, ExchangeCalendar.SESSION_OPEN, zone);
        String open = time(day, ExchangeCalendar.OPEN, zone);
        String close = time(day, calendar.close(day), zone);
        return Json.object()
                .put("date", day.toString())
                .put("pre_start", pre)
                .put("pre_end", open)
                .put("core_start", open)
                .put("core_end", close)
                .put("post_start", close)
                .put("post_end", time(day, calendar.sessionClose(day), zone))
                .put("settlement_date", calendar.next(day).toString());
    }

    private static String time(LocalDate day, LocalTime time, ZoneId zone) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                day.atTime(time).atZone(ExchangeCalendar.NEW_YORK).withZoneSameInstant(zone));
    }
}
