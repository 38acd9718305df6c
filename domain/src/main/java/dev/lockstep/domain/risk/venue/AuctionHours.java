package dev.lockstep.domain.risk.venue;

import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.risk.denial.Denial;
import dev.lockstep.domain.risk.denial.DenialCollector;
import dev.lockstep.domain.risk.denial.DenialReason;
import dev.lockstep.domain.value.ShownValue;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * When Alpaca takes no orders for the auctions of a day: from shortly before each auction until
 * seven in the evening, when it takes those for the next day.
 *
 * <p>Weekends are left to the venue, which does not say what it does then; so are holidays and days
 * that close early, of which this rule does not know.
 */
final class AuctionHours {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final LocalTime OPENING_SHUT = LocalTime.of(9, 28);
    private static final LocalTime CLOSING_SHUT = LocalTime.of(15, 50);
    private static final LocalTime NEXT_DAY = LocalTime.of(19, 0);
    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private AuctionHours() {}

    static List<Denial> denials(NewOrder order, Instant now) {
        return switch (order.timeInForce()) {
            case OPG -> shut(TimeInForce.OPG, OPENING_SHUT, now);
            case CLS -> shut(TimeInForce.CLS, CLOSING_SHUT, now);
            case DAY, GTC, IOC, FOK -> List.of();
        };
    }

    private static List<Denial> shut(TimeInForce auction, LocalTime from, Instant now) {
        ZonedDateTime there = now.atZone(NEW_YORK);
        LocalTime time = there.toLocalTime();
        DenialCollector denials = new DenialCollector();
        denials.require(
                WEEKEND.contains(there.getDayOfWeek())
                        || time.isBefore(from)
                        || !time.isBefore(NEXT_DAY),
                DenialReason.AUCTION_HOURS,
                "timeInForce",
                auction,
                ShownValue.of(auction)
                        + " before "
                        + from
                        + " or from "
                        + NEXT_DAY
                        + " in New York");
        return denials.list();
    }
}
