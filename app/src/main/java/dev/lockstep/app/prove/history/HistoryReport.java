package dev.lockstep.app.prove.history;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.history.Breach;
import dev.lockstep.history.ClientReply;
import dev.lockstep.history.History;
import dev.lockstep.history.HistoryRule;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * The result of a check of what clients saw.
 *
 * @param at when it started
 * @param took the duration
 * @param commit the commit of the program, empty if unknown
 * @param disruptions what was done to the processes
 * @param history what the clients saw
 * @param breaches where it breaks a rule
 */
public record HistoryReport(
        Instant at,
        Duration took,
        String commit,
        DisruptionCounts disruptions,
        History history,
        List<Breach> breaches) {
    private static final int MAX_BREACHES = 100;

    public HistoryReport {
        breaches = List.copyOf(breaches);
    }

    /** Returns the number of requests. */
    public int requests() {
        return history.invocations().size();
    }

    /** Returns the number of requests that got no reply. */
    public long missing() {
        return count(ClientReply.Missing.class);
    }

    /** Returns the number of requests that were refused. */
    public long refused() {
        return count(ClientReply.Refused.class);
    }

    /** Returns the JSON, with every rule. */
    public ObjectNode json() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("at", at.toString());
        node.put("seconds", took.toSeconds());
        node.put("commit", commit);
        node.put("requests", requests());
        node.put("refused", refused());
        node.put("missing", missing());
        node.put("orders", history.end().size());
        node.put("atExchange", history.ledger().size());
        node.put("kills", disruptions.kills());
        node.put("exchangeKills", disruptions.exchangeKills());
        node.put("suspensions", disruptions.suspensions());
        ObjectNode rules = node.putObject("rules");
        Arrays.stream(HistoryRule.values())
                .forEach(each -> rules.put(each.word(), each.sentence()));
        node.put("broken", breaches.size());
        ArrayNode array = node.putArray("breaches");
        breaches.stream()
                .limit(MAX_BREACHES)
                .forEach(each ->
                        array.addObject()
                                .put("rule", each.rule().word())
                                .put("subject", each.subject())
                                .put("text", each.text()));
        return node;
    }

    private long count(Class<? extends ClientReply> kind) {
        return history.invocations().stream().filter(each -> kind.isInstance(each.reply())).count();
    }
}
