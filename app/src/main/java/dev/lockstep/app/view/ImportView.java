package dev.lockstep.app.view;

import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.imports.ImportNote;
import dev.lockstep.imports.ImportSummary;
import dev.lockstep.imports.LegacyAccount;
import dev.lockstep.imports.LegacyContents;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The result of an import, as text and as JSON.
 *
 * @param contents the contents of the other platform's database
 * @param account the imported account
 * @param summary the result
 * @param dryRun whether nothing was written
 */
public record ImportView(
        LegacyContents contents, LegacyAccount account, ImportSummary summary, boolean dryRun) {

    /** Returns the figures. */
    public Table table() {
        Table table =
                new Table("", "")
                        .row("account", described(account))
                        .row("rows read", summary.read())
                        .row(dryRun ? "would be imported" : "imported", summary.addedInAll())
                        .row("  ended", added(OrderStatus::closed))
                        .row("  open, the next sync asks for them", open())
                        .row("  to be looked up by name", unresolved())
                        .row("already there", summary.alreadyThere())
                        .row("skipped", summary.skipped());
        for (Map.Entry<ImportNote.Kind, Long> notes : summary.notes().entrySet()) {
            String lead = notes.getKey().skipped() ? "  skipped: " : "  noted: ";
            table.row(lead + notes.getKey().meaning(), notes.getValue());
        }
        contents.leftOut().entrySet().stream()
                .filter(left -> left.getValue() > 0)
                .forEach(left -> table.row("not taken: " + left.getKey(), left.getValue()));
        return table;
    }

    /** Returns the first rows that were skipped, a line for each, and how many more there are. */
    public List<String> skippedLines() {
        return summary.reported().stream().map(note -> "skipped " + note.text()).toList();
    }

    /** Returns the number of open orders. */
    public long open() {
        return added(OrderStatus::open);
    }

    /** Returns the number of orders that need a lookup by client order id. */
    public long unresolved() {
        return added(OrderStatus::unresolved);
    }

    /** Returns whether a row was skipped that could have been an order. */
    public boolean incomplete() {
        return summary.skipped() > summary.notes().getOrDefault(ImportNote.Kind.OPTION, 0L);
    }

    private long added(Predicate<OrderStatus> which) {
        return summary.added().entrySet().stream()
                .filter(added -> which.test(added.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** Returns all of it. */
    public ImportBody json() {
        return ImportBody.of(this);
    }

    /** Returns an account in one line: {@code 1, main, Alpaca, paper, 12 orders}. */
    public static String described(LegacyAccount account) {
        StringBuilder text = new StringBuilder().append(account.id());
        if (account.id() == 0) {
            text.append(" (orders that name no account)");
        }
        append(text, account.name());
        append(text, account.provider());
        Boolean paper = account.paper();
        if (paper != null) {
            append(text, paper ? "paper" : "real money");
        }
        return text.append(", ")
                .append(account.orders())
                .append(account.orders() == 1 ? " order" : " orders")
                .toString();
    }

    private static void append(StringBuilder text, String part) {
        if (!part.isBlank()) {
            text.append(", ").append(part);
        }
    }
}
