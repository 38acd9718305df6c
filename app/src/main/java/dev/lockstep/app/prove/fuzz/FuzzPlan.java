package dev.lockstep.app.prove.fuzz;

import dev.lockstep.app.prove.fuzz.parser.FuzzTargets;
import dev.lockstep.domain.value.InvalidValueException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Which inputs are given to which targets.
 *
 * @param seed of all inputs
 * @param inputs the number of inputs of each target, from 0 to {@value #MAX_INPUTS}
 */
public record FuzzPlan(long seed, Map<FuzzTargets, Long> inputs) {
    /** The most inputs of all targets together. */
    public static final long MAX_INPUTS = 1_000_000_000;

    /**
     * Each instance of a target gets at most this number of inputs, so that a failed input is
     * replayed with those before it, and these are few.
     */
    static final int BATCH_INPUTS = 500;

    public FuzzPlan {
        inputs = new EnumMap<>(inputs);
    }

    /** Divides inputs among all targets by their shares; each gets at least one. */
    public static FuzzPlan of(long seed, long inputs) {
        require("inputs", inputs, 1);
        Map<FuzzTargets, Long> divided = new EnumMap<>(FuzzTargets.class);
        for (FuzzTargets target : FuzzTargets.values()) {
            divided.put(target, Math.max(1, inputs * target.shares() / FuzzTargets.ALL_SHARES));
        }
        return new FuzzPlan(seed, divided);
    }

    /** Gives all inputs to one target. */
    public static FuzzPlan of(long seed, long inputs, FuzzTargets target) {
        require("inputs", inputs, 1);
        return new FuzzPlan(seed, Map.of(target, inputs));
    }

    private static void require(String field, long value, long min) {
        if (value < min || value > MAX_INPUTS) {
            throw new InvalidValueException(field, value, min + " to " + MAX_INPUTS);
        }
    }

    /** Returns the number of inputs of all targets. */
    public long total() {
        return inputs.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Returns the batches of all targets, with those of each target spread over the whole. */
    List<FuzzBatch> batches() {
        List<FuzzBatch> batches = new ArrayList<>();
        for (long first = 0; batches.size() < batchCount(); first += BATCH_INPUTS) {
            for (FuzzTargets target : inputs.keySet()) {
                long end = Math.min(inputs.getOrDefault(target, 0L), first + BATCH_INPUTS);
                if (first < end) {
                    batches.add(new FuzzBatch(target, target::open, seed, first, end));
                }
            }
        }
        return batches;
    }

    private long batchCount() {
        return inputs.values().stream()
                .mapToLong(count -> (count + BATCH_INPUTS - 1) / BATCH_INPUTS)
                .sum();
    }

    /** Returns the batch that replays one input: from the start of its batch up to the input. */
    public static FuzzBatch replay(FuzzTargets target, long seed, long input) {
        require("input", input, 0);
        long first = input / BATCH_INPUTS * BATCH_INPUTS;
        return new FuzzBatch(target, target::open, seed, first, input + 1);
    }
}
