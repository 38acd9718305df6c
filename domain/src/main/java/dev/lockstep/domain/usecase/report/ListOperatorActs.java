package dev.lockstep.domain.usecase.report;

import dev.lockstep.domain.access.TradingKey;
import dev.lockstep.domain.incident.Acknowledgement;
import dev.lockstep.domain.incident.Incident;
import dev.lockstep.domain.port.store.Incidents;
import dev.lockstep.domain.port.store.Incidents.IncidentQuery;
import dev.lockstep.domain.port.store.RiskControl;
import dev.lockstep.domain.port.store.SignIns;
import dev.lockstep.domain.port.store.TradingKeys;
import dev.lockstep.domain.usecase.report.OperatorAct.KeyChange;
import dev.lockstep.domain.value.InvalidValueException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lists what persons and watchdogs have decided, newest first: changes of limits, trading state and
 * pauses, acknowledgements and closings of incidents, changes of keys, and sign-ins to the screen.
 *
 * <p>Of a key its creation and its last change are known, of an incident its closing by a person,
 * else its last acknowledgement.
 */
public final class ListOperatorActs {
    /** The largest page, not counting acts at the instant of its last one. */
    public static final int MAX_PAGE = 500;

    private static final Comparator<OperatorAct> NEWEST_FIRST =
            Comparator.comparing(OperatorAct::at).reversed();

    private final RiskControl riskControl;
    private final Incidents incidents;
    private final TradingKeys keys;
    private final SignIns signIns;

    /** Builds the use case on its ports. */
    public ListOperatorActs(
            RiskControl riskControl, Incidents incidents, TradingKeys keys, SignIns signIns) {
        this.riskControl = riskControl;
        this.incidents = incidents;
        this.keys = keys;
        this.signIns = signIns;
    }

    /**
     * One page.
     *
     * @param acts newest first
     * @param next the time before which the next page ends, null if no act is left; the next page
     *     may be empty
     */
    public record Page(List<OperatorAct> acts, @Nullable Instant next) {
        public Page {
            acts = List.copyOf(acts);
        }
    }

    /**
     * Returns the acts before a time. A page has all acts of its last instant, so that none is lost
     * between two pages.
     *
     * @param limit the least number of acts in a page that is not the last one, 1 to {@value
     *     #MAX_PAGE}
     */
    public Page before(Instant time, int limit) {
        if (limit < 1 || limit > MAX_PAGE) {
            throw new InvalidValueException("limit", limit, "1 to " + MAX_PAGE);
        }
        List<OperatorAct> all =
                Stream.of(
                                riskChanges(time, limit + 1),
                                acknowledgements(),
                                keyChanges(),
                                signIns(time, limit + 1))
                        .flatMap(List::stream)
                        .filter(act -> act.at().isBefore(time))
                        .sorted(NEWEST_FIRST)
                        .toList();
        if (all.size() <= limit) {
            return new Page(all, null);
        }
        Instant last = all.get(limit - 1).at();
        return new Page(all.stream().filter(act -> !act.at().isBefore(last)).toList(), last);
    }

    /**
     * Returns the acts of one kind before a time, as {@link #before(Instant, int)} does for all.
     *
     * @param kind the kind, null for all
     */
    public Page before(Instant time, int limit, @Nullable ActKind kind) {
        List<OperatorAct> found = new ArrayList<>();
        Instant next = time;
        while (next != null && found.size() < limit) {
            Page page = before(next, kind == null ? limit : MAX_PAGE);
            page.acts().stream()
                    .filter(act -> kind == null || ActKind.of(act) == kind)
                    .forEach(found::add);
            next = page.next();
        }
        return found.size() <= limit ? new Page(found, next) : cut(found, limit);
    }

    private static Page cut(List<OperatorAct> found, int limit) {
        Instant last = found.get(limit - 1).at();
        List<OperatorAct> kept = found.stream().filter(act -> !act.at().isBefore(last)).toList();
        return new Page(kept, last);
    }

    private List<OperatorAct> riskChanges(Instant time, int limit) {
        return riskControl.changes(time, limit).stream()
                .<OperatorAct>map(OperatorAct.RiskChanged::new)
                .toList();
    }

    private List<OperatorAct> signIns(Instant time, int limit) {
        return signIns.before(time, limit).stream()
                .<OperatorAct>map(OperatorAct.SignedIn::new)
                .toList();
    }

    private List<OperatorAct> acknowledgements() {
        List<OperatorAct> acts = new ArrayList<>();
        IncidentQuery query = IncidentQuery.all();
        while (true) {
            List<Incident> page = incidents.list(query);
            page.forEach(incident -> {
                Acknowledgement by = incident.acknowledgement();
                if (by != null) {
                    acts.add(new OperatorAct.Acknowledged(incident, by.at(), by.by(), by.reason()));
                }
            });
            if (page.size() < query.limit()) {
                return acts;
            }
            query = query.before(page.getLast().number());
        }
    }

    private List<OperatorAct> keyChanges() {
        List<OperatorAct> acts = new ArrayList<>();
        for (TradingKey key : keys.all()) {
            boolean changed = !key.changedAt().equals(key.createdAt());
            acts.add(
                    new OperatorAct.KeyChanged(
                            key,
                            KeyChange.ADDED,
                            key.createdAt(),
                            changed ? null : key.changedBy()));
            if (changed) {
                KeyChange change = key.valid() ? KeyChange.ROTATED : KeyChange.REVOKED;
                acts.add(new OperatorAct.KeyChanged(key, change, key.changedAt(), key.changedBy()));
            }
        }
        return acts;
    }
}
