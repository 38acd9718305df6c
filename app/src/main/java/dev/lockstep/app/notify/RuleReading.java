package dev.lockstep.app.notify;

import dev.lockstep.domain.notification.DeliveryRule;
import dev.lockstep.domain.notification.NotificationFilter;
import dev.lockstep.domain.notification.NotificationKind;
import dev.lockstep.domain.notification.QuietHours;
import dev.lockstep.domain.value.InvalidValueException;
import dev.lockstep.domain.value.TimeSpan;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what a channel delivers, and when; a field that is wrong has its default. */
final class RuleReading {
    private static final Duration MAX_DIGEST = Duration.ofHours(24);

    private final ChannelFields fields;
    private final ZoneId zone;

    /**
     * Reads these fields.
     *
     * @param zone the time zone of a channel that names none
     */
    RuleReading(ChannelFields fields, ZoneId zone) {
        this.fields = fields;
        this.zone = zone;
    }

    /** Returns the rule. Parts of orders are delivered only if they are named. */
    DeliveryRule rule() {
        Set<NotificationKind> usual = EnumSet.copyOf(NotificationKind.selectable());
        usual.remove(NotificationKind.PARTIAL_FILL);
        return new DeliveryRule(
                new NotificationFilter(
                        kinds("kinds", usual),
                        Set.copyOf(fields.list("symbols")),
                        Set.copyOf(fields.list("strategies"))),
                kinds("urgent", NotificationKind.urgentByDefault()),
                quietHours(),
                fields.parsed("digest", RuleReading::digest).orElse(Duration.ZERO));
    }

    private static Duration digest(String text) {
        return TimeSpan.parse("digest", text, Duration.ZERO, MAX_DIGEST);
    }

    private Set<NotificationKind> kinds(String field, Set<NotificationKind> defaults) {
        Set<NotificationKind> kinds =
                new HashSet<>(fields.parsedList(field, word -> NotificationKind.of(field, word)));
        return kinds.isEmpty() ? defaults : kinds;
    }

    private @Nullable QuietHours quietHours() {
        ZoneId own = fields.parsed("zone", RuleReading::zone).orElse(zone);
        return fields.parsed("quiet-hours", text -> quietHours(text, own)).orElse(null);
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException unknown) {
            throw new InvalidValueException("zone", text, "a time zone, such as Europe/Berlin");
        }
    }

    private static QuietHours quietHours(String text, ZoneId own) {
        try {
            String[] ends = text.split("-", 2);
            if (ends.length == 2) {
                return new QuietHours(
                        LocalTime.parse(ends[0].strip()), LocalTime.parse(ends[1].strip()), own);
            }
        } catch (DateTimeException malformed) {
            // Falls through: both ways of being wrong get the same answer.
        }
        throw new InvalidValueException("quiet-hours", text, "two times, such as 22:00-07:00");
    }
}
