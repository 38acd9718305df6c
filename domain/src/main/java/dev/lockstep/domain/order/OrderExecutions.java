package dev.lockstep.domain.order;

import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.id.ExecutionId;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Executions as they were reported, and the corrections of them; both only grow, and what counts is
 * computed from both.
 *
 * @param reported the executions as they were first reported
 * @param corrections their corrections
 */
public record OrderExecutions(List<Fill> reported, List<FillCorrection> corrections) {
    public OrderExecutions {
        reported = List.copyOf(reported);
        corrections = List.copyOf(corrections);
    }

    /** Returns the executions that count, corrected; a busted one is absent. */
    public List<Fill> current() {
        return reported.stream().flatMap(fill -> current(fill).stream()).toList();
    }

    /** Returns an execution in its current form; empty after a bust. */
    public Optional<Fill> current(Fill fill) {
        List<FillCorrection> chain = chain(fill.executionId());
        return chain.isEmpty() ? Optional.of(fill) : corrected(fill, chain.getLast());
    }

    /** Returns the sum of the executions that count. */
    public Quantity traded() {
        return new Quantity(
                current().stream()
                        .map(fill -> fill.lastQty().value())
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /**
     * Returns the execution that a correction is about, by its own id or by that of an earlier one.
     */
    public Optional<Fill> subject(FillCorrection correction) {
        return reported.stream()
                .filter(fill ->
                        fill.executionId().equals(correction.corrected())
                                || chain(fill.executionId()).stream()
                                        .anyMatch(each -> each.id().equals(correction.corrected())))
                .findFirst();
    }

    /**
     * Returns whether a correction changes nothing: it is stored, or what it says counts already.
     */
    public boolean knows(FillCorrection correction) {
        boolean stored = corrections.stream().anyMatch(each -> each.id().equals(correction.id()));
        return stored
                || chain(correction.corrected()).stream()
                        .reduce((_, last) -> last)
                        .filter(last -> saysTheSame(last, correction))
                        .isPresent();
    }

    private static boolean saysTheSame(FillCorrection one, FillCorrection other) {
        boolean samePx = one.px() == null ? other.px() == null : one.px().equals(other.px());
        return samePx && one.qty().equals(other.qty());
    }

    /** Returns the corrections of an execution and the corrections of those, oldest first. */
    private List<FillCorrection> chain(ExecutionId execution) {
        Set<ExecutionId> names = new LinkedHashSet<>(Set.of(execution));
        boolean grown = true;
        while (grown) {
            grown = false;
            for (FillCorrection each : corrections) {
                grown |= names.contains(each.corrected()) && names.add(each.id());
            }
        }
        // A name is found after the one that it corrects, also where both are of one time.
        List<ExecutionId> inOrder = List.copyOf(names);
        return corrections.stream()
                .filter(each -> names.contains(each.corrected()))
                .sorted(
                        Comparator.comparing(FillCorrection::at)
                                .thenComparingInt(each -> inOrder.indexOf(each.id())))
                .toList();
    }

    private static Optional<Fill> corrected(Fill fill, FillCorrection by) {
        if (by.px() == null) {
            return Optional.empty();
        }
        Quantity cumQty = fill.cumQty().compareTo(by.qty()) < 0 ? by.qty() : fill.cumQty();
        return Optional.of(
                new Fill(
                        fill.executionId(),
                        fill.brokerOrderId(),
                        fill.symbol(),
                        fill.side(),
                        by.qty(),
                        by.px(),
                        cumQty,
                        fill.leavesQty(),
                        fill.transactTime()));
    }
}
