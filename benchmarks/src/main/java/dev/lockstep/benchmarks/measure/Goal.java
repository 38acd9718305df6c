package dev.lockstep.benchmarks.measure;

/** Goal of a figure. */
public sealed interface Goal {
    /** Returns whether the figure meets the goal. */
    boolean met(double figure);

    /** A lower bound, inclusive. */
    record AtLeast(double bound) implements Goal {
        @Override
        public boolean met(double figure) {
            return figure >= bound;
        }

        @Override
        public String toString() {
            return ">= " + bound;
        }
    }

    /** An upper bound, inclusive. */
    record AtMost(double bound) implements Goal {
        @Override
        public boolean met(double figure) {
            return figure <= bound;
        }

        @Override
        public String toString() {
            return "<= " + bound;
        }
    }

    /** No goal: the figure is reported only. */
    record Told() implements Goal {
        @Override
        public boolean met(double figure) {
            return true;
        }

        @Override
        public String toString() {
            return "";
        }
    }
}
