package dev.lockstep.domain.order;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Quantity;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Draws the life of an order as a Mermaid flowchart, from {@link Transitions} and events. */
final class StatusDiagram {
    private static final NewOrder TERMS =
            new NewOrder(
                    new Symbol("AAPL"),
                    Side.BUY,
                    Quantity.of("1"),
                    new OrderType.Market(),
                    TimeInForce.DAY);

    private final List<String> groups =
            Arrays.stream(OrderStatus.values()).map(StatusDiagram::group).distinct().toList();

    private final Map<String, Set<String>> edges = new TreeMap<>();

    private StatusDiagram() {
        addBrokerReports();
        events().forEach(this::addEvent);
    }

    /** Returns the lines of the diagram. */
    static List<String> lines() {
        return new StatusDiagram().drawn();
    }

    /** The events of Lockstep itself that change a status. */
    static Map<String, ExecutionReport> events() {
        Map<String, ExecutionReport> events = new LinkedHashMap<>();
        events.put("no answer", new ExecutionReport.Unresolved(""));
        events.put("refused in the answer", new ExecutionReport.Rejected(RejectReason.OTHER, ""));
        events.put("throttled", new ExecutionReport.Throttled(""));
        events.put("sent again", new ExecutionReport.Resent());
        events.put("not found after the grace period", new ExecutionReport.NeverAccepted(""));
        events.put("refused before sending", new ExecutionReport.Withdrawn(""));
        events.put("canceled before sending", new ExecutionReport.CanceledUnsent(""));
        events.put("submitted again under its key", new ExecutionReport.TriedAgain());
        events.put("wait over", new ExecutionReport.Released());
        events.put("no longer needed", new ExecutionReport.GivenUp(""));
        events.put("cancel requested", new ExecutionReport.CancelRequested());
        events.put("replacement requested", new ExecutionReport.ReplaceRequested());
        return events;
    }

    private static String group(OrderStatus status) {
        if (status.unresolved()) {
            return "unanswered";
        }
        if (status.open()) {
            return status.inFlight() ? "changing" : "open";
        }
        if (!status.closed()) {
            return "waiting";
        }
        return status == Transitions.next(status, OrderStatus.NEW) ? "ended" : "unsent";
    }

    private void addBrokerReports() {
        for (String group : groups) {
            for (String target : List.of("open", "changing", "ended")) {
                List<OrderStatus> moving =
                        members(group).stream().filter(from -> reaches(from, target)).toList();
                if (moving.equals(members(group))) {
                    edge(group, target, "broker report");
                } else {
                    moving.forEach(from -> edge(from.name(), target, "broker report"));
                }
            }
        }
        members("ended").stream()
                .filter(from -> from != OrderStatus.FILLED)
                .filter(from -> Transitions.next(from, OrderStatus.FILLED) == OrderStatus.FILLED)
                .forEach(from -> edge(from.name(), OrderStatus.FILLED.name(), "late fill"));
    }

    private static boolean reaches(OrderStatus from, String target) {
        return !group(from).equals(target)
                && members(target).stream().anyMatch(to -> Transitions.next(from, to) == to);
    }

    private void addEvent(String label, ExecutionReport event) {
        for (String group : groups) {
            List<OrderStatus> members = members(group);
            Set<OrderStatus> targets =
                    members.stream()
                            .map(status -> after(status, event))
                            .collect(Collectors.toSet());
            if (targets.size() == 1 && !members.containsAll(targets)) {
                edge(group, targets.iterator().next().name(), label);
            } else {
                members.stream()
                        .filter(status -> after(status, event) != status)
                        .forEach(status -> edge(status.name(), after(status, event).name(), label));
            }
        }
    }

    private static OrderStatus after(OrderStatus status, ExecutionReport event) {
        return NextState.of(
                        TERMS, new OrderPurpose.Requested(), OrderState.fresh(status, ""), event)
                .status();
    }

    private static List<OrderStatus> members(String group) {
        return Arrays.stream(OrderStatus.values())
                .filter(status -> group(status).equals(group))
                .toList();
    }

    private void edge(String from, String to, String label) {
        edges.computeIfAbsent(from + "|" + to, _ -> new LinkedHashSet<>()).add(label);
    }

    private List<String> drawn() {
        Stream<String> boxes =
                groups.stream()
                        .flatMap(group ->
                                Stream.concat(
                                        Stream.concat(
                                                Stream.of("    subgraph " + group),
                                                members(group).stream()
                                                        .map(status -> "        " + status)),
                                        Stream.of("    end")));
        Stream<String> starts =
                Stream.of(
                        "    request((request)) -->|passes all checks| PENDING_SUBMIT",
                        "    request -->|breaks a rule or limit| DENIED",
                        "    request -->|waits for a parent, for shares or for a close| WAITING");
        Stream<String> arrows =
                edges.entrySet().stream()
                        .map(edge ->
                                String.format(
                                        Locale.ROOT,
                                        "    %s -->|%s| %s",
                                        edge.getKey().split("\\|", -1)[0],
                                        String.join(", ", edge.getValue()),
                                        edge.getKey().split("\\|", -1)[1]));
        return Stream.of(
                        Stream.of("```mermaid", "flowchart TD"),
                        boxes,
                        starts,
                        arrows,
                        Stream.of("```"))
                .flatMap(part -> part)
                .toList();
    }
}
