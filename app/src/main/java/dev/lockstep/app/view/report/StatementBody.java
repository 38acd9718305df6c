package dev.lockstep.app.view.report;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.usecase.report.Statement;
import dev.lockstep.domain.usecase.report.Statement.Instrument;
import dev.lockstep.domain.value.ShownValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A daily statement in JSON; amounts are dollars.
 *
 * @param day the day in New York
 * @param asOf the time of the closing equity if the day has not ended
 * @param opening the equity at the previous close
 * @param closing the equity at the close or now
 * @param change closing less opening
 * @param trading the known results of all instruments
 * @param instruments the positions and trades, by symbol
 * @param flows the amounts booked other than by trades
 * @param unexplained the part of the change that neither instruments nor flows explain
 * @param notes sentences on what the statement does not know; empty if it is complete
 */
public record StatementBody(
        String day,
        @Nullable String asOf,
        String opening,
        String closing,
        String change,
        String trading,
        List<InstrumentBody> instruments,
        List<FlowBody> flows,
        String unexplained,
        List<String> notes) {
    public StatementBody {
        instruments = List.copyOf(instruments);
        flows = List.copyOf(flows);
        notes = List.copyOf(notes);
    }

    /** Returns the body of a statement. */
    public static StatementBody of(Statement statement) {
        return new StatementBody(
                statement.day().toString(),
                text(statement.asOf()),
                statement.opening().toString(),
                statement.closing().toString(),
                statement.change().toString(),
                statement.trading().toString(),
                statement.instruments().stream().map(InstrumentBody::of).toList(),
                statement.flows().entrySet().stream()
                        .map(flow ->
                                new FlowBody(
                                        ShownValue.of(flow.getKey()), flow.getValue().toString()))
                        .toList(),
                statement.unexplained().toString(),
                notes(statement));
    }

    /**
     * One instrument on the day.
     *
     * @param symbol the instrument
     * @param openQty the position at the beginning, negative if short
     * @param closeQty the position at the end, negative if short
     * @param previousClose the price at the previous close, null if unknown
     * @param close the price at the close or now, null if unknown
     * @param executions the number of executions
     * @param bought dollars paid
     * @param sold dollars received
     * @param result the profit of trades and of changed prices, without fees; null if a price is
     *     unknown
     */
    public record InstrumentBody(
            String symbol,
            String openQty,
            String closeQty,
            @Nullable String previousClose,
            @Nullable String close,
            int executions,
            String bought,
            String sold,
            @Nullable String result) {
        private static InstrumentBody of(Instrument each) {
            return new InstrumentBody(
                    each.symbol().value(),
                    each.openQty().toString(),
                    each.closeQty().toString(),
                    text(each.previousClose()),
                    text(each.close()),
                    each.executions(),
                    each.bought().toString(),
                    each.sold().toString(),
                    text(each.result()));
        }
    }

    /**
     * Dollars booked other than by trades.
     *
     * @param kind the kind, such as {@code fee}
     * @param amount received, negative if paid
     */
    public record FlowBody(String kind, String amount) {}

    private static List<String> notes(Statement statement) {
        List<String> notes = new ArrayList<>();
        Instant end = statement.needed();
        if (statement.asOf() != null) {
            notes.add("The day has not ended: the closing equity and prices are those of now.");
        }
        note(notes, "Executions", statement.executionsUntil(), end);
        note(notes, "Fees, dividends and transfers", statement.adjustmentsUntil(), end);
        if (!statement.unpriced().isEmpty()) {
            notes.add(
                    "The result is unknown, and part of the unexplained rest, for "
                            + statement.unpriced().stream()
                                    .map(Symbol::value)
                                    .collect(Collectors.joining(", "))
                            + ": there is no closing price, or a split or other change of shares.");
        }
        return notes;
    }

    private static void note(
            List<String> notes, String what, @Nullable Instant until, Instant end) {
        if (until == null) {
            notes.add(what + " have not been fetched yet: run 'lockstep sync'.");
        } else if (until.isBefore(end)) {
            notes.add(
                    what
                            + " are known until "
                            + ShownValue.seconds(until)
                            + " only: run 'lockstep sync'.");
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
